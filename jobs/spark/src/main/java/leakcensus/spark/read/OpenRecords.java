package leakcensus.spark.read;

import java.io.IOException;
import java.io.InputStream;
import leakcensus.config.ReadSettings;
import leakcensus.container.SeekableBytes;
import leakcensus.format.BulkLines;
import leakcensus.format.FixedWidth;
import leakcensus.format.FormatInput;
import leakcensus.format.JsonDocuments;
import leakcensus.format.SqlDump;
import leakcensus.format.Workbook;
import leakcensus.format.WorkbookOptions;
import leakcensus.source.DetectCharset;
import leakcensus.source.DetectedCharset;
import leakcensus.source.RecordCursor;
import leakcensus.source.RecordFormat;
import leakcensus.source.Source;
import leakcensus.source.SplitTally;
import leakcensus.source.TextCharset;

/** Opens the records of a whole stream, in the format of its source. */
public final class OpenRecords {

  private final Source source;
  private final ReadSettings settings;

  /** Opens streams of this source. */
  public OpenRecords(Source source, ReadSettings settings) {
    this.source = source;
    this.settings = settings;
  }

  /**
   * The records of a stream.
   *
   * @param bytes the stream; the cursor closes it
   * @param tally where they are counted
   * @param base offset of the stream's first byte in all that is read of the file
   * @throws UnreadablePartException if the stream is not of the format
   * @throws IOException if the stream cannot be read
   */
  public RecordCursor open(InputStream bytes, SplitTally tally, long base) throws IOException {
    HeadInput input = HeadInput.of(bytes, DetectCharset.HEAD_BYTES);
    TextCharset charset = charset(input, tally, base);
    RecordFormat format = source.format();
    if (format instanceof RecordFormat.JsonLines) {
      LineParser parser = new JsonLineParser(source.columns());
      return TextCursor.whole(lines(input, charset), parser, charset, tally, base);
    }
    if (format instanceof RecordFormat.Delimited delimited) {
      return delimited(input, charset, tally, base, delimited);
    }
    FormatInput of =
        new FormatInput(
            input, charset.charset(), source.columns(), settings.maxRecordBytes(), tally, base);
    if (format instanceof RecordFormat.Xlsx xlsx) {
      return new Workbook(of, WorkbookOptions.ofSheets(xlsx.sheet()));
    }
    if (charset.unitBytes() > 1) {
      throw new UnreadablePartException(
          "Cannot read %s in units of several bytes".formatted(format.key()));
    }
    if (format instanceof RecordFormat.Json json) {
      return new JsonDocuments(of, json.records());
    }
    if (format instanceof RecordFormat.ElasticsearchBulk) {
      return new BulkLines(of);
    }
    if (format instanceof RecordFormat.Sql sql) {
      return new SqlDump(of, sql.options());
    }
    if (format instanceof RecordFormat.Fixed fixed) {
      return new FixedWidth(of, fixed.layout());
    }
    throw new UnreadablePartException(
        "Cannot read %s inside a packed file".formatted(format.key()));
  }

  /** Whether a part has to be held in memory to be read, since its directory stands at its end. */
  boolean isRows() {
    return source.format() instanceof RecordFormat.ParquetRows;
  }

  /**
   * The rows of a part that is held in memory.
   *
   * @param bytes the part
   * @param tally where they are counted
   * @param base position of the first row
   * @throws UnreadablePartException if the part is not Parquet
   */
  RecordCursor rows(SeekableBytes bytes, SplitTally tally, long base)
      throws UnreadablePartException {
    try {
      return ParquetCursor.whole(
          new HeldInputFile(bytes), source.columns(), settings.containers(), tally, base);
    } catch (IOException | RuntimeException damaged) {
      // Bytes in memory can be read, so it is their content; the message may quote it.
      throw new UnreadablePartException("Cannot read a packed part as Parquet");
    }
  }

  private TextCharset charset(HeadInput input, SplitTally tally, long base) {
    if (source.format().isBinary()) {
      return TextCharset.of("UTF-8").orElseThrow();
    }
    return source
        .charset()
        .orElseGet(
            () -> {
              DetectedCharset found = DetectCharset.of(input.head());
              if (base == 0) {
                tally.found(found);
              }
              return found.charset();
            });
  }

  private TextCursor delimited(
      HeadInput input,
      TextCharset charset,
      SplitTally tally,
      long base,
      RecordFormat.Delimited format) {
    LineFramer lines = lines(input, charset);
    if (format.hasHeader()) {
      DelimitedHeader header = new DelimitedHeader(format, source.columns());
      return TextCursor.whole(lines, header, charset, tally, base);
    }
    LineParser parser = new DelimitedLineParser(format, format.columns(), source.columns());
    return TextCursor.whole(lines, parser, charset, tally, base);
  }

  private LineFramer lines(HeadInput input, TextCharset charset) {
    return LineFramer.of(
        input, 0, settings.maxRecordBytes(), charset, LineEnd.of(input.head(), charset));
  }
}
