package leakcensus.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import leakcensus.block.LongTable;
import leakcensus.source.IntakeMeasure;
import leakcensus.source.RecordCursor;
import leakcensus.source.RecordFault;
import leakcensus.source.SplitTally;

/** Reads a stream to its end and checks that everything in it is accounted for. */
final class ReadAll {

  static final int LIMIT = 1 << 20;

  private final List<String> records = new ArrayList<>();
  private final List<Long> positions = new ArrayList<>();
  private LongTable tally = SplitTally.table();

  private ReadAll() {}

  static ReadAll of(String text, List<String> columns, Function<FormatInput, RecordCursor> cursor) {
    return of(text.getBytes(StandardCharsets.UTF_8), columns, LIMIT, cursor);
  }

  static ReadAll of(
      byte[] bytes,
      List<String> columns,
      int maxRecordBytes,
      Function<FormatInput, RecordCursor> cursor) {
    return of(
        new ByteArrayInputStream(bytes),
        StandardCharsets.UTF_8,
        bytes.length,
        columns,
        maxRecordBytes,
        cursor);
  }

  static ReadAll of(
      InputStream stream,
      Charset charset,
      long length,
      List<String> columns,
      int maxRecordBytes,
      Function<FormatInput, RecordCursor> cursor) {
    ReadAll read = new ReadAll();
    FormatInput input =
        new FormatInput(stream, charset, columns, maxRecordBytes, new SplitTally(3), 0);
    try (RecordCursor opened = cursor.apply(input)) {
      read.readAll(opened, columns.size());
      assertThat(opened.next()).isFalse();
      // Rows of a workbook have no bytes.
      read.account(opened instanceof Workbook ? 0 : length);
    } catch (IOException fault) {
      throw new AssertionError("Cannot read in memory", fault);
    }
    return read;
  }

  /** Of each record its values joined by a bar, or its fault. */
  List<String> records() {
    return records;
  }

  List<Long> positions() {
    return positions;
  }

  long count(IntakeMeasure measure) {
    long sum = 0;
    for (int row = 0; row < tally.size(); row++) {
      if (tally.at(row, SplitTally.MEASURE) == measure.ordinal()) {
        sum += tally.at(row, SplitTally.VALUE);
      }
    }
    return sum;
  }

  private void readAll(RecordCursor cursor, int columns) throws IOException {
    long last = -1;
    while (cursor.next()) {
      assertThat(cursor.position()).isGreaterThan(last);
      last = cursor.position();
      positions.add(last);
      if (cursor.fault() != RecordFault.NONE) {
        records.add(cursor.fault().key());
        continue;
      }
      List<String> values = new ArrayList<>();
      for (int column = 0; column < columns; column++) {
        values.add(cursor.value(column));
      }
      records.add(String.join("|", values));
    }
    tally = cursor.tally().rows();
  }

  private void account(long length) {
    assertThat(count(IntakeMeasure.RECORDS_READ)).isEqualTo(records.size());
    assertThat(count(IntakeMeasure.RECORDS_KEPT) + count(IntakeMeasure.RECORDS_QUARANTINED))
        .isEqualTo(records.size());
    assertThat(
            count(IntakeMeasure.RECORD_BYTES)
                + count(IntakeMeasure.SEPARATOR_BYTES)
                + count(IntakeMeasure.HEADER_BYTES))
        .isEqualTo(length);
  }
}
