package leakcensus.source;

import java.io.Serializable;
import java.util.List;

/** How the records of a source are laid out in its files. */
public sealed interface RecordFormat extends Serializable {

  /** The name in configuration files and tables. */
  String key();

  /** One JSON object a line; columns are paths such as {@code _source.name}. */
  record JsonLines() implements RecordFormat {

    @Override
    public String key() {
      return "json-lines";
    }
  }

  /**
   * Delimited text, quoted as in RFC 4180.
   *
   * @param delimiter character between two fields
   * @param quote character around a field that holds the delimiter, or {@link
   *     DelimitedOptions#NO_CHARACTER} where a quote is a character like any other
   * @param columns names of the columns; empty where the first line of each file names them
   * @param options what the text has beyond RFC 4180, or lacks
   */
  record Delimited(char delimiter, char quote, List<String> columns, DelimitedOptions options)
      implements RecordFormat {

    public Delimited {
      columns = List.copyOf(columns);
      if (delimiter == quote) {
        throw new IllegalArgumentException("Invalid delimiter: the same character as quote");
      }
      if (isLineEnd(delimiter) || isLineEnd(quote)) {
        throw new IllegalArgumentException("Invalid delimiter or quote: a line end");
      }
      if (!options.isEscapeApartFrom(delimiter, quote)) {
        throw new IllegalArgumentException(
            "Invalid escape: the delimiter, the quote or a line end. Quotes inside quotes may be"
                + " doubled without an escape.");
      }
    }

    /** Text of one record a line. */
    public Delimited(char delimiter, char quote, List<String> columns) {
      this(delimiter, quote, columns, DelimitedOptions.PLAIN);
    }

    @Override
    public String key() {
      return delimiter == '\t' ? "tsv" : "csv";
    }

    /** Whether the first line of each file names the columns. */
    public boolean hasHeader() {
      return columns.isEmpty();
    }

    /** Whether a record may hold line breaks, so that only the whole file tells its records. */
    public boolean joinsLines() {
      return options.lineBreaks() == DelimitedOptions.LineBreaks.IN_FIELDS;
    }

    private static boolean isLineEnd(char character) {
      return character == '\n' || character == '\r';
    }
  }

  /**
   * JSON that is no lines: an array, documents one after the other, or records inside a document.
   *
   * @param records path of keys to the records, such as {@code hits.hits}; empty where they are not
   *     wrapped
   */
  record Json(String records) implements RecordFormat {

    @Override
    public String key() {
      return "json";
    }
  }

  /** Lines for the bulk interface of Elasticsearch: what to do, then the document. */
  record ElasticsearchBulk() implements RecordFormat {

    @Override
    public String key() {
      return "es-bulk";
    }
  }

  /**
   * A text dump of MySQL, PostgreSQL or SQLite.
   *
   * @param options which tables, and how its strings are written
   */
  record Sql(SqlOptions options) implements RecordFormat {

    @Override
    public String key() {
      return "sql";
    }
  }

  /**
   * Lines whose columns stand at fixed places.
   *
   * @param layout the places
   */
  record Fixed(FixedLayout layout) implements RecordFormat {

    @Override
    public String key() {
      return "fixed-width";
    }
  }

  /**
   * An XLSX workbook.
   *
   * @param sheet which sheets: a name in which {@code *} and {@code ?} stand for any characters
   */
  record Xlsx(String sheet) implements RecordFormat {

    @Override
    public String key() {
      return "xlsx";
    }
  }

  /** Whether parts of a file can be read by tasks of their own. */
  default boolean isSplittable() {
    return this instanceof JsonLines
        || this instanceof ParquetRows
        || (this instanceof Delimited delimited && !delimited.joinsLines());
  }

  /** Whether it is no text, and so has no charset. */
  default boolean isBinary() {
    return this instanceof ParquetRows || this instanceof Xlsx;
  }

  /** Apache Parquet; columns are the dotted paths of its leaves. */
  record ParquetRows() implements RecordFormat {

    @Override
    public String key() {
      return "parquet";
    }
  }
}
