package leakcensus.container;

import java.util.Locale;

/** What a part is that is neither compressed nor an archive to unpack, by its first bytes. */
public enum Content {
  /** Unknown, so it may be text. */
  UNKNOWN,
  /** A picture. */
  IMAGE,
  /** Sound or film. */
  MEDIA,
  /** PDF. */
  PDF,
  /** A program or a library. */
  EXECUTABLE,
  /** An office document of the old binary kind, or anything else in a compound file. */
  COMPOUND_FILE,
  /** An office document of the kind OOXML: a zip that is given as one part. */
  OFFICE_XML,
  /** An office document of the kind ODF: a zip that is given as one part. */
  OPEN_DOCUMENT,
  /** Apache Parquet. */
  PARQUET,
  /** Apache Avro. */
  AVRO,
  /** A database of SQLite. */
  SQLITE,
  /** An archive or compression that is not read. */
  UNSUPPORTED_ARCHIVE;

  /** The name in tables, such as {@code office-xml}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether there are no records in it that any reader could take for its own. */
  public boolean isNoData() {
    return switch (this) {
      case IMAGE, MEDIA, PDF, EXECUTABLE -> true;
      default -> false;
    };
  }
}
