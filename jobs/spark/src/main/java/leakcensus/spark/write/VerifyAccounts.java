package leakcensus.spark.write;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import leakcensus.spark.table.CensusTables;
import leakcensus.spark.table.SummaryRows;
import leakcensus.spark.table.SummaryTable;

/** Checks that what a run says of its input adds up: within files, and from table to table. */
final class VerifyAccounts {

  /** Columns that {@code run} has as the sum over {@code intake}. */
  private static final List<String> SUMS =
      List.of("bytes", "records_read", "records_kept", "records_quarantined");

  private final Map<String, SummaryRows> tables;
  private final List<String> faults = new ArrayList<>();

  private VerifyAccounts(Map<String, SummaryRows> tables) {
    this.tables = tables;
  }

  /** What is wrong with the accounting of a run, as far as its tables can be read. */
  static List<String> faults(Map<String, SummaryRows> tables) {
    VerifyAccounts verify = new VerifyAccounts(tables);
    verify.rows(CensusTables.INTAKE).forEach(verify::checkFile);
    if (verify.has(CensusTables.INTAKE) && verify.has(CensusTables.RUN)) {
      verify.checkRun();
    }
    if (verify.has(CensusTables.INTAKE) && verify.has(CensusTables.QUARANTINE)) {
      verify.checkQuarantine();
    }
    return verify.faults;
  }

  private void checkFile(Cells file) {
    long read = file.whole("records_read");
    long kept = file.whole("records_kept");
    long quarantined = file.whole("records_quarantined");
    if (read != kept + quarantined) {
      faults.add(
          "Invalid intake of file %d: %,d records read, %,d kept, %,d in quarantine"
              .formatted(file.whole("file_id"), read, kept, quarantined));
    }
    long accounted =
        file.whole("record_bytes") + file.whole("separator_bytes") + file.whole("header_bytes");
    if (file.text("compression").equals("none")
        && accounted > 0
        && accounted != file.whole("bytes")) {
      faults.add(
          "Invalid intake of file %d: %,d bytes accounted for, of %,d"
              .formatted(file.whole("file_id"), accounted, file.whole("bytes")));
    }
  }

  private void checkRun() {
    List<Cells> runs = rows(CensusTables.RUN).toList();
    if (runs.size() != 1) {
      faults.add("Invalid table run: %,d rows (must be 1)".formatted(runs.size()));
      return;
    }
    Cells run = runs.get(0);
    for (String sum : SUMS) {
      checkTotal(run, sum, rows(CensusTables.INTAKE).mapToLong(file -> file.whole(sum)).sum());
    }
    checkTotal(run, "files", rows(CensusTables.INTAKE).count());
    checkTotal(
        run,
        "sources",
        rows(CensusTables.INTAKE).map(file -> file.text("source")).distinct().count());
  }

  private void checkTotal(Cells run, String column, long ofFiles) {
    if (run.whole(column) != ofFiles) {
      faults.add(
          "Invalid total run.%s: %,d (the rows of intake make %,d)"
              .formatted(column, run.whole(column), ofFiles));
    }
  }

  private void checkQuarantine() {
    Map<String, Long> ofFiles = bySource(CensusTables.INTAKE, "records_quarantined");
    Map<String, Long> ofReasons = bySource(CensusTables.QUARANTINE, "records");
    Set<String> sources = new HashSet<>(ofFiles.keySet());
    sources.addAll(ofReasons.keySet());
    sources.stream()
        .sorted()
        .filter(
            source ->
                !Objects.equals(
                    ofFiles.getOrDefault(source, 0L), ofReasons.getOrDefault(source, 0L)))
        .forEach(
            source ->
                faults.add(
                    "Invalid quarantine of source %s: %,d records by reason, %,d by file"
                        .formatted(
                            source,
                            ofReasons.getOrDefault(source, 0L),
                            ofFiles.getOrDefault(source, 0L))));
  }

  private Map<String, Long> bySource(SummaryTable table, String column) {
    Map<String, Long> sums = new TreeMap<>();
    rows(table).forEach(row -> sums.merge(row.text("source"), row.whole(column), Long::sum));
    return sums;
  }

  private boolean has(SummaryTable table) {
    return tables.containsKey(table.name());
  }

  private Stream<Cells> rows(SummaryTable table) {
    return Cells.of(tables, table);
  }
}
