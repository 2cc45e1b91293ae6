package leakcensus.spark.write;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import leakcensus.config.InputException;
import leakcensus.population.RoundCounts;
import leakcensus.spark.table.AssignmentTable;
import leakcensus.spark.table.CensusTables;
import leakcensus.spark.table.ReviewTable;
import leakcensus.spark.table.SummaryRows;
import leakcensus.spark.table.SummaryTable;

/** Checks that a finished run is what it was when it was committed, and keeps its promises. */
public final class VerifyRun {

  private final CommittedRun run;
  private final long minCell;
  private final Map<String, SummaryTable> known = new HashMap<>();
  private final Map<String, SummaryRows> sound = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();
  private final List<String> openSecrets = new ArrayList<>();

  private VerifyRun(CommittedRun run, long minCell) {
    this.run = run;
    this.minCell = minCell;
    CensusTables.all().forEach(table -> known.put(table.name(), table));
    known.put(ReviewTable.TABLE.name(), ReviewTable.TABLE);
  }

  /**
   * What is wrong with a run; nothing if it is in order.
   *
   * @throws InputException if its tables are encrypted, and the key is missing or another
   */
  public static RunFaults faults(CommittedRun run, long minCell) {
    run.requireKey();
    VerifyRun verify = new VerifyRun(run, minCell);
    verify.checkManifest();
    verify.checkNames();
    run.manifest().tables().forEach(verify::check);
    run.manifest().files().forEach(verify::checkFile);
    RoundCounts rounding = PublishedPersons.rounding(verify.sound);
    verify.sound.values().forEach(rows -> verify.checkCells(rows, rounding));
    verify.faults.addAll(VerifyAccounts.faults(verify.sound));
    verify.openSecrets.addAll(VerifyDisclosure.faults(verify.sound, minCell));
    return new RunFaults(verify.faults, verify.openSecrets);
  }

  private void checkManifest() {
    Manifest manifest = run.manifest();
    if (run.hasKeys() && !run.isEncrypted()) {
      openSecrets.add("Invalid manifest: tables in clear (a key for them was given)");
    }
    String hash = Manifest.of(manifest.runId(), manifest.tables()).contentHash();
    if (!hash.equals(manifest.contentHash())) {
      faults.add("Invalid manifest: its content hash is not that of its tables");
    }
    Set<String> named = new HashSet<>();
    for (Manifest.TableEntry entry : manifest.tables()) {
      if (!named.add(entry.name())) {
        faults.add("Invalid manifest: it names table %s twice".formatted(entry.name()));
      }
    }
    for (SummaryTable table : CensusTables.all()) {
      if (!named.contains(table.name())) {
        faults.add("Missing table %s: the manifest does not name it".formatted(table.name()));
      }
    }
  }

  /** A name can hold a value, so it is not told. */
  private void checkNames() {
    Set<String> named = new HashSet<>(Set.of(Manifest.FILE));
    run.manifest().tables().forEach(entry -> named.add(entry.file()));
    run.manifest().files().forEach(entry -> named.add(entry.file()));
    try {
      long unknown = run.names().stream().filter(name -> !named.contains(name)).count();
      if (unknown > 0) {
        faults.add(
            "Unknown files in the folder of the run: %,d (the manifest does not name them)"
                .formatted(unknown));
      }
    } catch (IOException fault) {
      faults.add("Cannot list the folder of the run: " + fault.getClass().getSimpleName());
    }
  }

  private void checkFile(Manifest.FileEntry entry) {
    try {
      StoredTable stored = run.stored(entry.file());
      if (stored.bytes() != entry.bytes() || !stored.sha256().equals(entry.sha256())) {
        faults.add("Invalid file %s: it was changed".formatted(entry.file()));
      }
    } catch (IOException fault) {
      faults.add(
          "Cannot read file %s: %s".formatted(entry.file(), fault.getClass().getSimpleName()));
    }
  }

  private void check(Manifest.TableEntry entry) {
    try {
      if (isUnchanged(entry)
          && isAsPromised(entry)
          && hasColumns(entry)
          && known.containsKey(entry.name())) {
        check(run.read(known.get(entry.name()), entry), entry);
      }
    } catch (IOException | InputException fault) {
      faults.add(
          "Cannot read table %s: %s".formatted(entry.name(), fault.getClass().getSimpleName()));
    }
  }

  private boolean isUnchanged(Manifest.TableEntry entry) throws IOException {
    StoredTable stored = run.stored(entry);
    if (stored.bytes() != entry.bytes()) {
      faults.add(
          "Invalid table %s: %,d bytes (the manifest says %,d)"
              .formatted(entry.name(), stored.bytes(), entry.bytes()));
      return false;
    }
    if (!stored.sha256().equals(entry.sha256())) {
      faults.add("Invalid table %s: its file was changed".formatted(entry.name()));
      return false;
    }
    return true;
  }

  private boolean isAsPromised(Manifest.TableEntry entry) throws IOException {
    if (run.isEncrypted() && !run.isEncrypted(entry)) {
      openSecrets.add(
          "Invalid table %s: not encrypted, though the manifest says so".formatted(entry.name()));
      return false;
    }
    return true;
  }

  private boolean hasColumns(Manifest.TableEntry entry) {
    SummaryTable table = known.get(entry.name());
    Optional<String> unnamed = missing(expectedColumns(entry), entry.columns());
    unnamed.ifPresent(
        column ->
            faults.add(
                "Invalid table %s: the manifest names no column %s"
                    .formatted(entry.name(), column)));
    Optional<String> lacking =
        table == null
            ? Optional.empty()
            : missing(Manifest.columns(table), run.columns(table, entry));
    lacking.ifPresent(
        column ->
            faults.add(
                "Invalid table %s: its file has no column %s".formatted(entry.name(), column)));
    return lacking.isEmpty();
  }

  /** Schemas only grow: there may be more columns than this version knows, never less. */
  private List<String> expectedColumns(Manifest.TableEntry entry) {
    if (known.containsKey(entry.name())) {
      return Manifest.columns(known.get(entry.name()));
    }
    return entry.name().equals(AssignmentTable.SCHEMA.name())
        ? Manifest.columns(AssignmentTable.SCHEMA)
        : List.of();
  }

  private static Optional<String> missing(List<String> expected, List<String> found) {
    return expected.stream().filter(column -> !found.contains(column)).findFirst();
  }

  private void check(SummaryRows rows, Manifest.TableEntry entry) {
    String table = entry.name();
    if (rows.rows().size() != entry.rows()) {
      faults.add(
          "Invalid table %s: %,d rows (the manifest says %,d)"
              .formatted(table, rows.rows().size(), entry.rows()));
    }
    String runId = run.manifest().runId();
    long foreign =
        rows.rows().stream().filter(row -> !row.get(0).equals(Optional.of(runId))).count();
    if (foreign > 0) {
      faults.add(
          "Invalid table %s: %,d rows of another run (the manifest says %s)"
              .formatted(table, foreign, runId));
    }
    if (!ContentHash.of(rows).equals(entry.contentHash())) {
      faults.add("Invalid table %s: its content hash differs".formatted(table));
    }
    sound.put(table, rows);
  }

  private void checkCells(SummaryRows rows, RoundCounts rounding) {
    openSecrets.addAll(VerifyCells.faults(rows, minCell, rounding));
  }
}
