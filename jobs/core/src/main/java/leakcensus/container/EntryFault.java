package leakcensus.container;

import java.util.Locale;

/** Why an entry of a container, or a rest of one, is not read as it stands. */
public enum EntryFault {
  /** Its packed bytes end too early. */
  TRUNCATED("the packed bytes end too early: what came before was read"),
  /** Its packed bytes cannot be decoded, or do not match their checksum. */
  CORRUPT("the packed bytes are damaged: what came before was read"),
  /** Bytes that belong to no entry and no member. */
  UNREAD_BYTES("bytes before, between or behind the packed data that belong to none of it"),
  /** It needs a password. */
  ENCRYPTED("encrypted: unpack it yourself and census the result"),
  /** Its name leads out of the archive. */
  UNSAFE_NAME("a name that is absolute, has a drive letter or leads upwards"),
  /** It points to another entry or file. */
  LINK("a link: what it points to is read where it stands"),
  /** It is a device or a pipe. */
  DEVICE("a device or a pipe, not a file"),
  /** A method of packing that is not read. */
  UNSUPPORTED_METHOD("packed by a method that is not read: unpack it yourself"),
  /** An archive or compression that is not read. */
  UNSUPPORTED_FORMAT("an archive or compression that is not read: unpack it yourself"),
  /** It swells beyond the permitted ratio. */
  BOMB("more bytes than the permitted ratio of unpacked to packed: a bomb, or raise the ratio"),
  /** The file gives more bytes than permitted in all. */
  TOTAL_BYTES("the file unpacks to more bytes than permitted in all"),
  /** The file has more entries than permitted. */
  TOO_MANY_ENTRIES("the file has more entries than permitted: the rest was not looked at"),
  /** Containers in containers beyond the permitted depth. */
  TOO_DEEP("containers nested deeper than permitted"),
  /** A nested archive, or a part, that has to be held in memory and is too large for it. */
  TOO_LARGE_TO_HOLD(
      "a nested archive or a Parquet file larger than may be held in memory: unpack it yourself, or"
          + " raise the limit"),
  /** A decoder that needs more memory than permitted. */
  NEEDS_MEMORY("its decoder needs more memory than permitted"),
  /** A header longer than any honest one. */
  HEADER_TOO_LONG("a header or directory of an archive longer than permitted"),
  /**
   * A zip read by the headers of its entries instead of its directory; nothing is refused by it.
   */
  LOCAL_HEADERS(
      "a zip without a usable directory, or with one too large to be held, read by the headers of"
          + " its entries: links pass for files, deleted entries are read, and some checksums are"
          + " unknown");

  private final String meaning;

  EntryFault(String meaning) {
    this.meaning = meaning;
  }

  /** The name in tables, such as {@code unsafe-name}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it means and what to do, in a few words. */
  public String meaning() {
    return meaning;
  }
}
