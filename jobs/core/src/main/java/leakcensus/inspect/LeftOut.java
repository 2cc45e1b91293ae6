package leakcensus.inspect;

import java.util.Locale;
import leakcensus.container.Content;
import leakcensus.container.EntryFault;

/** Why a file, or a part of a packed one, is in no proposed source, or not wholly. */
public enum LeftOut {
  EMPTY("empty", "nothing to read"),
  PICTURE("a picture", "no records in it"),
  MEDIA("sound or film", "no records in it"),
  PDF("a PDF", "no records in it that this tool reads: tables must be exported first"),
  PROGRAM("a program", "no records in it"),
  OLD_OFFICE("an office file of the old kind (.xls, .doc)", "save it as .xlsx or .csv first"),
  OPEN_DOCUMENT("an OpenDocument file (.ods, .odt)", "save it as .xlsx or .csv first"),
  AVRO("Avro", "not read: convert it to Parquet or JSON lines first"),
  SQLITE("a database of SQLite", "not read: make a text dump first (sqlite3 FILE .dump)"),
  UNKNOWN_PACKING("packed in a way that is not read", "unpack it first"),
  ENCRYPTED("encrypted", "unpack it with its password first"),
  UNSAFE("of an unsafe name, a link or a device", "refused; look at the archive by hand"),
  OVER_LIMIT("a bomb, or beyond the limits of unpacking", "unpack it by hand, if you trust it"),
  BROKEN("damaged or cut off", "what comes before the damage is read"),
  UNREAD_BYTES("bytes that belong to no part", "not read; look at the end of the archive by hand"),
  NO_TEXT("neither text nor any known format", "look at it by hand"),
  NO_TABLE(
      "text, but no table of any known layout",
      "a log, a script, a letter, or of fixed width: look at it by hand"),
  WIDE_CHARSET("JSON or SQL in UTF-16 or UTF-32", "convert it to UTF-8 first (iconv)"),
  NO_COLUMNS(
      "a table without names of columns", "state them by columns, see docs/configuration.md"),
  MORE_TABLES("a large dump", "tables behind its beginning are not seen: raise --look-bytes"),
  UNREADABLE("not readable", "check its permissions; it may be damaged");

  private final String what;
  private final String advice;

  LeftOut(String what, String advice) {
    this.what = what;
    this.advice = advice;
  }

  /** What it is, in a few words. */
  public String what() {
    return what;
  }

  /** What to do about it, in a few words. */
  public String advice() {
    return advice;
  }

  /** The name in JSON, such as {@code no-table}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Why content is left out that is neither text, nor Parquet, nor a workbook. */
  public static LeftOut of(Content content) {
    return switch (content) {
      case IMAGE -> PICTURE;
      case MEDIA -> MEDIA;
      case PDF -> PDF;
      case EXECUTABLE -> PROGRAM;
      case COMPOUND_FILE -> OLD_OFFICE;
      case OPEN_DOCUMENT -> OPEN_DOCUMENT;
      case AVRO -> AVRO;
      case SQLITE -> SQLITE;
      case UNSUPPORTED_ARCHIVE -> UNKNOWN_PACKING;
      case UNKNOWN, OFFICE_XML, PARQUET ->
          throw new IllegalArgumentException("Cannot leave out %s".formatted(content.key()));
    };
  }

  /** What a fault of an entry means for its content. */
  public static LeftOut of(EntryFault fault) {
    return switch (fault) {
      case ENCRYPTED -> ENCRYPTED;
      case UNSAFE_NAME, LINK, DEVICE -> UNSAFE;
      case UNSUPPORTED_METHOD, UNSUPPORTED_FORMAT -> UNKNOWN_PACKING;
      case TRUNCATED, CORRUPT, LOCAL_HEADERS -> BROKEN;
      case UNREAD_BYTES -> UNREAD_BYTES;
      case BOMB,
          TOTAL_BYTES,
          TOO_MANY_ENTRIES,
          TOO_DEEP,
          TOO_LARGE_TO_HOLD,
          NEEDS_MEMORY,
          HEADER_TOO_LONG ->
          OVER_LIMIT;
    };
  }
}
