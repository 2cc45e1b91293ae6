package leakcensus.corpus;

import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/** Every format in which people are written. */
final class RecordWriters {

  static final RecordWriter JSON_LINES =
      TextWriter.of("json-lines", "format = json-lines", JsonText::lines);
  static final RecordWriter JSON_ASCII_LINES =
      TextWriter.of("json-lines-ascii", "format = json-lines", JsonText::asciiLines);
  static final RecordWriter JSON_ARRAY =
      TextWriter.of("json-array", "format = json", JsonText::array);
  static final RecordWriter JSON_PRETTY_ARRAY =
      TextWriter.of("json-pretty-array", "format = json", JsonText::prettyArray);
  static final RecordWriter JSON_DOCUMENTS =
      TextWriter.of("json-documents", "format = json", JsonText::prettyDocuments);
  static final RecordWriter JSON_GLUED =
      TextWriter.of("json-glued", "format = json", JsonText::gluedDocuments);
  static final RecordWriter HIT_LINES =
      new SourceOfHits(TextWriter.of("es-lines", "format = json-lines", JsonText::hitLines));
  static final RecordWriter SEARCH_RESPONSE =
      new SourceOfHits(
          new TextWriter(
              "es-response",
              people -> List.of("format = json", "records = hits.hits"),
              JsonText::searchResponse));
  static final RecordWriter BULK = TextWriter.of("es-bulk", "format = es-bulk", JsonText::bulk);
  static final RecordWriter MONGO_LINES =
      TextWriter.of("mongo-lines", "format = json-lines", JsonText::mongoLines);
  static final RecordWriter MONGO_ARRAY =
      TextWriter.of("mongo-array", "format = json", JsonText::mongoArray);
  static final RecordWriter CSV = delimited("csv", ',', '"', true, LineDelimiter.CRLF);
  static final RecordWriter CSV_SEMICOLON =
      delimited("csv-semicolon", ';', '"', true, LineDelimiter.LF);
  static final RecordWriter CSV_SINGLE_QUOTES =
      delimited("csv-single-quotes", ',', '\'', true, LineDelimiter.LF);
  static final RecordWriter TSV = delimited("tsv", '\t', '"', true, LineDelimiter.LF);
  static final RecordWriter PIPE = delimited("pipe", '|', '"', false, LineDelimiter.CRLF);
  static final RecordWriter CSV_UNNAMED =
      delimited("csv-unnamed", ',', '"', false, LineDelimiter.LF);
  static final RecordWriter MYSQL = sql("mysql", SqlText::mysql);
  static final RecordWriter POSTGRES_COPY = sql("postgres-copy", SqlText::copy);
  static final RecordWriter POSTGRES_INSERT = sql("postgres-insert", SqlText::postgresInserts);
  static final RecordWriter SQLITE = sql("sqlite", SqlText::sqlite);
  static final RecordWriter FIXED_WIDTH =
      new TextWriter("fixed-width", FixedWidthText::settings, FixedWidthText::write);
  static final RecordWriter WORKBOOK = new WorkbookWriter();
  static final RecordWriter PARQUET = new ParquetRows();

  /** Those that are text. */
  static final List<RecordWriter> TEXTS =
      List.of(
          JSON_LINES,
          JSON_ASCII_LINES,
          JSON_ARRAY,
          JSON_PRETTY_ARRAY,
          JSON_DOCUMENTS,
          JSON_GLUED,
          HIT_LINES,
          SEARCH_RESPONSE,
          BULK,
          MONGO_LINES,
          MONGO_ARRAY,
          CSV,
          CSV_SEMICOLON,
          CSV_SINGLE_QUOTES,
          TSV,
          PIPE,
          MYSQL,
          POSTGRES_COPY,
          POSTGRES_INSERT,
          SQLITE,
          FIXED_WIDTH);

  private RecordWriters() {}

  private static RecordWriter delimited(
      String name, char delimiter, char quote, boolean hasHeader, LineDelimiter lineEnd) {
    DelimitedText text = new DelimitedText(delimiter, quote, hasHeader, lineEnd);
    return new TextWriter(name, text::settings, text::write);
  }

  private static RecordWriter sql(String name, Function<People, String> text) {
    return new TextWriter(name, people -> List.of("format = sql", "table = people"), text);
  }

  /** Hits of Elasticsearch, whose records stand under a key of their own. */
  private record SourceOfHits(RecordWriter hits) implements RecordWriter {

    @Override
    public String name() {
      return hits.name();
    }

    @Override
    public List<String> settings(People people) {
      return hits.settings(people);
    }

    @Override
    public String path(String column) {
      return Dress.HIT + column;
    }

    @Override
    public byte[] write(People people, TextEncoding encoding) throws IOException {
      return hits.write(people, encoding);
    }
  }
}
