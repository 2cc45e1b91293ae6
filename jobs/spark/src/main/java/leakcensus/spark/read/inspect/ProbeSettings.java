package leakcensus.spark.read.inspect;

import java.util.List;
import java.util.Map;
import leakcensus.config.ReadSettings;
import leakcensus.inspect.SampleRecords;
import leakcensus.normalise.DateOrder;
import leakcensus.normalise.NationalIdRule;
import leakcensus.normalise.NormaliseSettings;
import leakcensus.person.PersonField;
import leakcensus.source.RecordFormat;
import leakcensus.source.Slot;
import leakcensus.source.Source;

/**
 * How far files are read that are only looked at.
 *
 * @param mostBytes of a text or a table, unpacked
 */
record ProbeSettings(long mostBytes) {

  /** From this confidence on a type parts two tables whose columns have no names. */
  static final double SURE = 0.95;

  private static final int MOST_RECORDS = 2_000;
  private static final long MOST_CHARACTERS = 1L << 20;
  private static final int MOST_RECORD_BYTES = 1 << 24;

  /** A dump is held in memory. */
  private static final long MOST_DUMP_BYTES = 1 << 26;

  ProbeSettings {
    if (mostBytes < 1) {
      throw new IllegalArgumentException(
          "Invalid number of bytes to look at: %d (must be at least 1)".formatted(mostBytes));
    }
  }

  long mostDumpBytes() {
    return Math.min(mostBytes, MOST_DUMP_BYTES);
  }

  /** A sample of one table, small since there may be many. */
  SampleRecords sample(List<String> columns) {
    return new SampleRecords(columns, MOST_RECORDS, MOST_CHARACTERS);
  }

  ReadSettings reading() {
    return new ReadSettings(Long.MAX_VALUE, MOST_RECORD_BYTES, 1);
  }

  /** A source of which all columns are read and none has a meaning yet. */
  static Source source(RecordFormat format, String charset, List<String> columns) {
    return new Source(
        "inspect",
        List.of("-"),
        format,
        charset,
        List.of(Slot.of("columns", Map.of(PersonField.FULL_NAME, columns))),
        List.of(),
        new NormaliseSettings("CN", NationalIdRule.OPAQUE, DateOrder.DAY_FIRST));
  }
}
