package leakcensus.spark.write;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import leakcensus.config.InputException;
import leakcensus.spark.table.CensusTables;
import leakcensus.spark.table.SummaryColumn;
import leakcensus.spark.table.SummaryRows;
import leakcensus.spark.table.SummaryTable;

/** Checks that a finished run is what it was when it was committed, and keeps its promises. */
public final class VerifyRun {

  /** Columns that count persons by attribute, by table. */
  private static final List<Set<String>> SMALL_CELLS =
      List.of(
          Set.of("field_combination", "persons"),
          Set.of("overlap", "persons"),
          Set.of("field_profile", "persons_present", "persons_valid"),
          Set.of("population_share", "persons_seen"));

  private final CommittedRun run;
  private final long minCell;
  private final List<String> faults = new ArrayList<>();

  private VerifyRun(CommittedRun run, long minCell) {
    this.run = run;
    this.minCell = minCell;
  }

  /** What is wrong with a run, a sentence each; empty if nothing is. */
  public static List<String> faults(CommittedRun run, long minCell) {
    VerifyRun verify = new VerifyRun(run, minCell);
    for (SummaryTable table : CensusTables.all()) {
      verify.check(table);
    }
    return List.copyOf(verify.faults);
  }

  private void check(SummaryTable table) {
    Optional<Manifest.TableEntry> found =
        run.manifest().tables().stream()
            .filter(entry -> entry.name().equals(table.name()))
            .findFirst();
    if (found.isEmpty()) {
      faults.add("Missing table %s: the manifest does not name it".formatted(table.name()));
      return;
    }
    Manifest.TableEntry entry = found.get();
    try {
      if (!run.sha256(entry).equals(entry.sha256())) {
        faults.add("Invalid table %s: its file was changed".formatted(table.name()));
        return;
      }
      checkRows(run.read(table, entry), entry);
    } catch (IOException | InputException fault) {
      faults.add(
          "Cannot read table %s: %s".formatted(table.name(), fault.getClass().getSimpleName()));
    }
  }

  private void checkRows(SummaryRows rows, Manifest.TableEntry entry) {
    String table = rows.table().name();
    if (rows.rows().size() != entry.rows()) {
      faults.add(
          "Invalid table %s: %,d rows (the manifest says %,d)"
              .formatted(table, rows.rows().size(), entry.rows()));
    }
    if (!ContentHash.of(rows).equals(entry.contentHash())) {
      faults.add("Invalid table %s: its content hash differs".formatted(table));
    }
    if (table.equals(CensusTables.INTAKE.name())) {
      checkAccounts(rows);
    }
    SMALL_CELLS.stream()
        .filter(cells -> cells.contains(table))
        .forEach(cells -> checkSmallCells(rows, cells));
  }

  private void checkAccounts(SummaryRows intake) {
    for (List<Optional<Object>> row : intake.rows()) {
      long read = whole(intake, row, "records_read");
      long kept = whole(intake, row, "records_kept");
      long quarantined = whole(intake, row, "records_quarantined");
      if (read != kept + quarantined) {
        faults.add(
            "Invalid intake of file %d: %,d records read, %,d kept, %,d in quarantine"
                .formatted(whole(intake, row, "file_id"), read, kept, quarantined));
      }
    }
  }

  private void checkSmallCells(SummaryRows rows, Set<String> cells) {
    for (int column = 0; column < rows.table().columns().size(); column++) {
      SummaryColumn named = rows.table().columns().get(column);
      if (cells.contains(named.name())) {
        for (List<Optional<Object>> row : rows.rows()) {
          long persons = row.get(column).map(Long.class::cast).orElse(0L);
          if (persons > 0 && persons < minCell) {
            faults.add(
                "Invalid cell in %s.%s: below %d persons"
                    .formatted(rows.table().name(), named.name(), minCell));
          }
        }
      }
    }
  }

  private static long whole(SummaryRows rows, List<Optional<Object>> row, String name) {
    for (int column = 0; column < row.size(); column++) {
      if (rows.table().columns().get(column).name().equals(name)) {
        return row.get(column).map(Long.class::cast).orElse(0L);
      }
    }
    throw new IllegalStateException("Unknown column: " + name);
  }
}
