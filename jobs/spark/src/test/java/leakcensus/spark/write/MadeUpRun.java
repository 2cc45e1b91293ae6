package leakcensus.spark.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import leakcensus.pseudonym.TableKeys;
import leakcensus.spark.table.AssignmentTable;
import leakcensus.spark.table.CensusTables;
import leakcensus.spark.table.SummaryRows;
import leakcensus.spark.table.SummaryTable;
import org.apache.hadoop.conf.Configuration;

/**
 * A small run of one source with two files, 30 records of which 2 are in quarantine, as one can
 * check by eye; any of its tables can be exchanged before it is committed.
 */
final class MadeUpRun {

  static final String RUN_ID = "20260101T000000.000Z";

  private final Path output;
  private final Map<String, SummaryRows> tables = new LinkedHashMap<>();

  MadeUpRun(Path output) {
    this.output = output;
    CensusTables.all().forEach(table -> with(rows(table)));
    withTotals(2, 650, 30, 28, 2);
    with(
        rows(
            CensusTables.INTAKE,
            intake(0, "none", 500, 480, 20, 20, 18, 2),
            intake(1, "gzip", 150, 290, 10, 10, 10, 0)));
    withQuarantine(2);
    withOverlap(Optional.of(20L), false);
  }

  static SummaryRows rows(SummaryTable table, Object[]... rows) {
    SummaryRows all = new SummaryRows(table, RUN_ID);
    for (Object[] row : rows) {
      all.add(row);
    }
    return all;
  }

  /** A row of {@code intake}. */
  static Object[] intake(
      long id,
      String compression,
      long bytes,
      long recordBytes,
      long separatorBytes,
      long read,
      long kept,
      long quarantined) {
    return new Object[] {
      "people",
      id,
      "csv",
      "UTF-8",
      compression,
      bytes,
      recordBytes,
      separatorBytes,
      0L,
      read,
      kept,
      quarantined,
      "read",
      Optional.empty(),
      0L,
      0L
    };
  }

  /** The row of {@code run}. */
  static Object[] totals(long files, long bytes, long read, long kept, long quarantined) {
    return new Object[] {
      "1",
      "4.2.0",
      "f",
      "k",
      "2026",
      "2026",
      1L,
      files,
      bytes,
      read,
      kept,
      quarantined,
      28L,
      0L,
      "unknown",
      0L,
      1L,
      "",
      "e",
      "2027-01-01"
    };
  }

  MadeUpRun withTotals(long files, long bytes, long read, long kept, long quarantined) {
    return with(rows(CensusTables.RUN, totals(files, bytes, read, kept, quarantined)));
  }

  MadeUpRun withQuarantine(long records) {
    return with(
        rows(
            CensusTables.QUARANTINE,
            new Object[] {
              "people", "bad-syntax", "not well formed", records, List.of(0L), List.of(17L)
            }));
  }

  MadeUpRun withOverlap(Optional<Long> persons, boolean suppressed) {
    return with(rows(CensusTables.OVERLAP, new Object[] {"people", persons, suppressed}));
  }

  /** Puts a table in the place of the one with its name. */
  MadeUpRun with(SummaryRows rows) {
    tables.put(rows.table().name(), rows);
    return this;
  }

  /** Writes all summary tables. */
  RunFolder write(Optional<TableKeys> keys) throws IOException {
    RunFolder run =
        new RunFolder(
            new OutputFiles(new Configuration(), output.toString(), Optional.empty()),
            RUN_ID,
            keys);
    for (SummaryRows rows : tables.values()) {
      run.write(rows);
    }
    return run;
  }

  /** Writes and commits the run in clear. */
  CommittedRun commit() throws IOException {
    RunFolder run = write(Optional.empty());
    Files.createDirectories(folder().resolve("assignments"));
    Files.writeString(folder().resolve("assignments/part-0"), "first part");
    Files.writeString(folder().resolve("assignments/part-1"), "second part");
    run.add(AssignmentTable.SCHEMA);
    run.write("report.html", "a page");
    run.write("csv/run.csv", "a row");
    run.write("csv/intake.csv", "two rows");
    run.commit();
    return open();
  }

  CommittedRun open() {
    return open(Optional.empty());
  }

  CommittedRun open(Optional<TableKeys> keys) {
    return CommittedRun.open(output.toString(), new Configuration(), keys);
  }

  /** Where it lies once it is committed. */
  Path folder() {
    return output.resolve("runs").resolve(RUN_ID);
  }
}
