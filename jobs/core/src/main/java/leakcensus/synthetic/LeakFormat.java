package leakcensus.synthetic;

import java.util.Locale;

/** How the records of a synthetic source are written. */
public enum LeakFormat {
  /** One JSON object a line. */
  JSON_LINES("json-lines", "jsonl"),
  /** The lines of an Elasticsearch export: the record stands in {@code _source}. */
  ELASTIC_JSON_LINES("json-lines", "jsonl"),
  /** Comma-separated values with a header and RFC 4180 quotes. */
  CSV("csv", "csv"),
  /** Apache Parquet; holds no broken records. */
  PARQUET("parquet", "parquet");

  private final String readAs;
  private final String extension;

  LeakFormat(String readAs, String extension) {
    this.readAs = readAs;
    this.extension = extension;
  }

  /** The name in the configuration of a synthesis. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The name of the format in a source configuration. */
  String readAs() {
    return readAs;
  }

  String extension() {
    return extension;
  }

  /** Whether a record can be broken without the file's being lost. */
  boolean holdsBrokenRecords() {
    return this != PARQUET;
  }
}
