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
   * Delimited text, one record a line, quoted as in RFC 4180.
   *
   * @param delimiter character between two fields
   * @param quote character around a field that holds the delimiter
   * @param columns names of the columns; empty where the first line of each file names them
   */
  record Delimited(char delimiter, char quote, List<String> columns) implements RecordFormat {

    public Delimited {
      columns = List.copyOf(columns);
      if (delimiter == quote) {
        throw new IllegalArgumentException("Invalid delimiter: the same character as quote");
      }
      if (isLineEnd(delimiter) || isLineEnd(quote)) {
        throw new IllegalArgumentException("Invalid delimiter or quote: a line end");
      }
    }

    @Override
    public String key() {
      return delimiter == '\t' ? "tsv" : "csv";
    }

    /** Whether the first line of each file names the columns. */
    public boolean hasHeader() {
      return columns.isEmpty();
    }

    private static boolean isLineEnd(char character) {
      return character == '\n' || character == '\r';
    }
  }

  /** Apache Parquet; columns are the dotted paths of its leaves. */
  record ParquetRows() implements RecordFormat {

    @Override
    public String key() {
      return "parquet";
    }
  }
}
