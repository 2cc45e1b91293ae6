package leakcensus.source;

import java.util.Locale;

/** Why a record is in quarantine. */
public enum RecordFault {
  /** It is not. */
  NONE("no fault"),
  /** Bytes that the declared charset does not have. */
  BAD_CHARSET("bytes that are not valid in the declared charset: check charset"),
  /** Text that does not follow the format. */
  BAD_SYNTAX("not well formed: broken, cut off, or of another format"),
  /** JSON that is no object. */
  NOT_AN_OBJECT("JSON, but not an object"),
  /** More or fewer fields than the header has. */
  WRONG_FIELD_COUNT("more or fewer fields than the header: check delimiter and quote"),
  /** Longer than the limit. */
  TOO_LONG("longer than read.max-record-bytes"),
  /** The file ends, or its compression breaks, inside the record. */
  TRUNCATED("the file breaks off inside the record"),
  /** A part of a packed file that breaks off or does not match its checksum; no record. */
  PART_BROKEN("a part of a packed file is damaged: what came before was read"),
  /** Bytes of a packed file that belong to none of its parts; no record. */
  PART_UNREAD("bytes before, between or behind the parts of a packed file"),
  /** A part that needs a password; no record. */
  PART_ENCRYPTED("a part of a packed file is encrypted: unpack it yourself"),
  /** A part that leads elsewhere: by its name, a link, or a device; no record. */
  PART_UNSAFE("a part of a packed file has an unsafe name, or is a link or a device"),
  /** A part packed in a way that is not read; no record. */
  PART_UNSUPPORTED("a part of a packed file, or all of it, is packed in a way that is not read"),
  /** A part beyond the limits of unpacking; no record. */
  PART_OVER_LIMIT(
      "a bomb, or beyond a limit of read.containers: ratio, entries, depth, bytes or memory"),
  /** A picture, a film, a document or a program in a packed file; no record. */
  PART_WITHOUT_RECORDS("a picture, film, document or program in a packed file: it has no records"),
  /** A part whose header or layout cannot be read; no record. */
  PART_UNREADABLE("a part of a packed file is not of the format of the source");

  private final String meaning;

  RecordFault(String meaning) {
    this.meaning = meaning;
  }

  /** The name in tables, such as {@code bad-charset}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it means and what to check, in a few words. */
  public String meaning() {
    return meaning;
  }
}
