package leakcensus.spark.write;

import static leakcensus.spark.write.MadeUpRun.intake;
import static leakcensus.spark.write.MadeUpRun.rows;
import static leakcensus.spark.write.MadeUpRun.totals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import leakcensus.spark.table.CensusTables;
import leakcensus.spark.table.SummaryRows;
import leakcensus.spark.table.SummaryTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyRunTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long MIN_CELL = 11;

  private static final String ANOTHER_HASH =
      "Invalid manifest: its content hash is not that of its tables";

  @TempDir private Path output;

  private MadeUpRun run;

  @BeforeEach
  void makeUpARun() {
    run = new MadeUpRun(output);
  }

  @Test
  void findsNothingInAGoodRun() throws IOException {
    run.commit();

    assertThat(faults()).isEmpty();
  }

  @Test
  void findsAChangedByte() throws IOException {
    run.commit();
    byte[] bytes = Files.readAllBytes(file("overlap.parquet"));
    bytes[bytes.length / 2] ^= 1;
    Files.write(file("overlap.parquet"), bytes);

    assertThat(faults()).containsExactly("Invalid table overlap: its file was changed");
  }

  @Test
  void findsAnotherLength() throws IOException {
    run.commit();
    long bytes = Files.size(file("overlap.parquet"));
    Files.write(file("overlap.parquet"), new byte[1], StandardOpenOption.APPEND);

    assertThat(faults())
        .containsExactly(
            "Invalid table overlap: %,d bytes (the manifest says %,d)".formatted(bytes + 1, bytes));
  }

  @Test
  void findsADeletedFile() throws IOException {
    run.commit();
    Files.delete(file("overlap.parquet"));

    assertThat(faults()).containsExactly("Cannot read table overlap: FileNotFoundException");
  }

  @Test
  void findsAFileThatIsNoTable() throws IOException {
    run.commit();
    Files.writeString(file("overlap.parquet"), "13800000001");
    StoredTable stored =
        run.open().stored(new Manifest.TableEntry("", "overlap.parquet", 0, 0, "", "", List.of()));
    editManifest(
        manifest ->
            entry(manifest, "overlap").put("bytes", stored.bytes()).put("sha256", stored.sha256()));

    assertThat(faults()).containsExactly("Cannot read table overlap: InputException");
  }

  @Test
  void findsAFileThatTheManifestDoesNotName() throws IOException {
    run.commit();
    Files.writeString(file("13800000001.txt"), "");

    assertThat(faults())
        .containsExactly(
            "Unknown files in the folder of the run: 1 (the manifest does not name them)");
  }

  @Test
  void findsAChangedFileBesideTheTables() throws IOException {
    run.commit();
    Files.writeString(file("report.html"), "A page");
    Files.writeString(file("csv/run.csv"), "a ROW");

    assertThat(faults())
        .containsExactly(
            "Invalid file report.html: it was changed", "Invalid file csv: it was changed");
  }

  @Test
  void findsAFileBesideTheTablesThatIsGone() throws IOException {
    run.commit();
    Files.delete(file("report.html"));

    assertThat(faults()).containsExactly("Cannot read file report.html: FileNotFoundException");
  }

  @Test
  void namesFilesBesideTheTablesOutsideTheContentHash() throws IOException {
    Manifest manifest = run.commit().manifest();

    assertThat(manifest.files())
        .extracting(Manifest.FileEntry::file, Manifest.FileEntry::bytes)
        .containsExactly(tuple("report.html", 6L), tuple("csv", 13L));
    assertThat(Manifest.of(manifest.runId(), manifest.tables()).contentHash())
        .isEqualTo(manifest.contentHash());
  }

  @Test
  void findsATableThatTheManifestDoesNotName() throws IOException {
    run.commit();
    editManifest(manifest -> tables(manifest).remove(place(manifest, "overlap")));

    assertThat(faults())
        .containsExactly(
            ANOTHER_HASH,
            "Missing table overlap: the manifest does not name it",
            "Unknown files in the folder of the run: 1 (the manifest does not name them)");
  }

  @Test
  void findsATableThatTheManifestNamesTwice() throws IOException {
    run.commit();
    editManifest(manifest -> tables(manifest).add(entry(manifest, "assignments").deepCopy()));

    assertThat(faults()).containsExactly("Invalid manifest: it names table assignments twice");
  }

  @Test
  void findsAnotherNumberOfRowsInTheManifest() throws IOException {
    run.commit();
    editManifest(manifest -> entry(manifest, "intake").put("rows", 3));

    assertThat(faults()).containsExactly("Invalid table intake: 2 rows (the manifest says 3)");
  }

  @Test
  void findsAnotherContentHashOfATable() throws IOException {
    run.commit();
    editManifest(manifest -> entry(manifest, "intake").put("content_hash", "0".repeat(64)));

    assertThat(faults())
        .containsExactly(ANOTHER_HASH, "Invalid table intake: its content hash differs");
  }

  @Test
  void findsAnotherContentHashOfTheRun() throws IOException {
    run.commit();
    editManifest(manifest -> manifest.put("content_hash", "0".repeat(64)));

    assertThat(faults()).containsExactly(ANOTHER_HASH);
  }

  @Test
  void findsAColumnThatTheManifestDoesNotName() throws IOException {
    run.commit();
    editManifest(manifest -> ((ArrayNode) entry(manifest, "overlap").get("columns")).remove(2));
    editManifest(manifest -> ((ArrayNode) entry(manifest, "assignments").get("columns")).remove(3));

    assertThat(faults())
        .containsExactly(
            "Invalid table overlap: the manifest names no column persons bigint",
            "Invalid table assignments: the manifest names no column person bigint");
  }

  @Test
  void findsAColumnOfAnotherType() throws IOException {
    SummaryTable other =
        SummaryTable.named("overlap", "set of sources")
            .text("sources", "names")
            .real("persons", "persons")
            .flag("suppressed", "whether persons are withheld")
            .table();
    run.with(rows(other, new Object[] {"people", 20.0, false})).commit();

    assertThat(faults())
        .containsExactly(
            "Invalid table overlap: the manifest names no column persons bigint",
            "Invalid table overlap: its file has no column persons bigint");
  }

  @Test
  void acceptsAColumnOfALaterVersion() throws IOException {
    SummaryTable later =
        SummaryTable.named("overlap", "set of sources")
            .text("sources", "names")
            .whole("persons", "persons")
            .flag("suppressed", "whether persons are withheld")
            .unhashed("remark", leakcensus.spark.table.ColumnType.TEXT, "remark")
            .table();
    run.with(rows(later, new Object[] {"people", 20L, false, "none"})).commit();

    assertThat(faults()).isEmpty();
  }

  @Test
  void findsRowsOfAnotherRun() throws IOException {
    SummaryRows foreign = new SummaryRows(CensusTables.OVERLAP, "20250101T000000.000Z");
    foreign.add("people", 20L, false);
    run.with(foreign).commit();

    assertThat(faults())
        .containsExactly(
            "Invalid table overlap: 1 rows of another run (the manifest says"
                + " 20260101T000000.000Z)");
  }

  @Test
  void findsAChangedAssignment() throws IOException {
    run.commit();
    Files.writeString(file("assignments/part-1"), "secund part");

    assertThat(faults()).containsExactly("Invalid table assignments: its file was changed");
  }

  @Test
  void findsExchangedAssignments() throws IOException {
    run.commit();
    Files.move(file("assignments/part-0"), file("assignments/part"));
    Files.move(file("assignments/part-1"), file("assignments/part-0"));
    Files.move(file("assignments/part"), file("assignments/part-1"));

    assertThat(faults()).containsExactly("Invalid table assignments: its file was changed");
  }

  @Test
  void findsALostAssignment() throws IOException {
    run.commit();
    Files.delete(file("assignments/part-1"));

    assertThat(faults())
        .containsExactly("Invalid table assignments: 10 bytes (the manifest says 21)");
  }

  @Test
  void findsAnIntakeThatDoesNotAddUp() throws IOException {
    run.with(
            rows(
                CensusTables.INTAKE,
                intake(0, "none", 500, 480, 20, 20, 17, 2),
                intake(1, "gzip", 150, 290, 10, 10, 11, 0)))
        .commit();

    assertThat(faults())
        .containsExactly(
            "Invalid intake of file 0: 20 records read, 17 kept, 2 in quarantine",
            "Invalid intake of file 1: 10 records read, 11 kept, 0 in quarantine");
  }

  @Test
  void findsBytesThatAreNotAccountedFor() throws IOException {
    run.with(
            rows(
                CensusTables.INTAKE,
                intake(0, "none", 500, 479, 20, 20, 18, 2),
                intake(1, "gzip", 150, 290, 10, 10, 10, 0)))
        .commit();

    assertThat(faults())
        .containsExactly("Invalid intake of file 0: 499 bytes accounted for, of 500");
  }

  @Test
  void findsTotalsThatAreNotThoseOfTheFiles() throws IOException {
    run.withTotals(3, 651, 31, 29, 1).commit();

    assertThat(faults())
        .containsExactly(
            "Invalid total run.bytes: 651 (the rows of intake make 650)",
            "Invalid total run.records_read: 31 (the rows of intake make 30)",
            "Invalid total run.records_kept: 29 (the rows of intake make 28)",
            "Invalid total run.records_quarantined: 1 (the rows of intake make 2)",
            "Invalid total run.files: 3 (the rows of intake make 2)");
  }

  @Test
  void findsASourceWithoutFiles() throws IOException {
    Object[] totals = totals(2, 650, 30, 28, 2);
    totals[6] = 2L;
    run.with(rows(CensusTables.RUN, totals)).commit();

    assertThat(faults())
        .containsExactly("Invalid total run.sources: 2 (the rows of intake make 1)");
  }

  @Test
  void findsASecondRowOfTheRun() throws IOException {
    run.with(rows(CensusTables.RUN, totals(2, 650, 30, 28, 2), totals(2, 650, 30, 28, 2))).commit();

    assertThat(faults()).containsExactly("Invalid table run: 2 rows (must be 1)");
  }

  @Test
  void findsAQuarantineThatIsNotThatOfTheFiles() throws IOException {
    run.withQuarantine(3).commit();

    assertThat(faults())
        .containsExactly("Invalid quarantine of source people: 3 records by reason, 2 by file");
  }

  @Test
  void findsAQuarantineWithoutReasons() throws IOException {
    run.with(rows(CensusTables.QUARANTINE)).commit();

    assertThat(faults())
        .containsExactly("Invalid quarantine of source people: 0 records by reason, 2 by file");
  }

  @Test
  void findsASmallCell() throws IOException {
    run.withOverlap(Optional.of(10L), false).commit();

    assertThat(faults()).containsExactly("Invalid cell in overlap.persons: below 11 persons");
  }

  @Test
  void findsASmallStepOfTheFunnel() throws IOException {
    Object[] step = {
      1L,
      "different national ids",
      3L,
      Optional.empty(),
      Optional.empty(),
      Optional.empty(),
      false,
      Optional.empty(),
      Optional.empty(),
      Optional.empty(),
      Optional.empty()
    };
    run.with(rows(CensusTables.ID_FUNNEL, step)).commit();

    assertThat(faults()).containsExactly("Invalid cell in id_funnel.left: below 11 persons");
  }

  @Test
  void findsASuppressedRowThatShowsItsPersons() throws IOException {
    run.withOverlap(Optional.of(11L), true).commit();

    assertThat(faults())
        .containsExactly("Invalid cell in overlap.persons: shown in a suppressed row");
  }

  @Test
  void takesNoPersonsForNoSmallCell() throws IOException {
    run.withOverlap(Optional.of(0L), false).commit();

    assertThat(faults()).isEmpty();
  }

  @Test
  void findsAllFaultsOfARun() throws IOException {
    run.withOverlap(Optional.of(10L), false).withQuarantine(1).commit();
    Files.delete(file("frequency.parquet"));

    assertThat(faults())
        .containsExactly(
            "Cannot read table frequency: FileNotFoundException",
            "Invalid quarantine of source people: 1 records by reason, 2 by file",
            "Invalid cell in overlap.persons: below 11 persons");
  }

  @Test
  void findsAWithheldCountThatFollowsFromOthers() throws IOException {
    SummaryRows overlap =
        rows(
            CensusTables.OVERLAP,
            new Object[] {"people", 60L, false},
            new Object[] {"people+others", Optional.empty(), true});
    SummaryRows frequency =
        rows(
            CensusTables.FREQUENCY,
            new Object[] {"*", "person", 1L, 64L},
            new Object[] {"people", "person", 1L, 64L});
    run.with(overlap).with(frequency).commit();

    assertThat(VerifyRun.faults(run.open(), MIN_CELL).ofPrivacy())
        .containsExactly(
            "Exposed count in overlap.persons (sources people+others): the tables leave 4 to 4"
                + " (must leave 11 values). Do not publish this run; make it again.");
  }

  @Test
  void findsAWithheldStratumThatFollowsFromAnotherPopulation() throws IOException {
    run.with(
            rows(
                CensusTables.POPULATION_SHARE,
                share("one", "total", Optional.of(100L)),
                share("one", "11", Optional.of(93L)),
                share("one", "12", Optional.empty()),
                share("one", "13", Optional.empty()),
                share("two", "total", Optional.of(100L)),
                share("two", "12", Optional.empty()),
                share("two", "other", Optional.of(95L))))
        .commit();

    assertThat(VerifyRun.faults(run.open(), MIN_CELL).ofPrivacy())
        .hasSize(3)
        .contains(
            "Exposed count in population_share.persons_seen (population one by region, stratum 13): the"
                + " tables leave 2 to 2 (must leave 11 values). Do not publish this run; make it"
                + " again.");
  }

  @Test
  void findsAFewPersonsOfNoKnownStratum() throws IOException {
    run.with(rows(CensusTables.FREQUENCY, new Object[] {"*", "person", 1L, 105L}))
        .with(
            rows(
                CensusTables.POPULATION_SHARE,
                share("one", "total", Optional.of(100L)),
                share("one", "11", Optional.of(60L)),
                share("one", "12", Optional.of(40L))))
        .commit();

    assertThat(VerifyRun.faults(run.open(), MIN_CELL).ofPrivacy())
        .contains(
            "Exposed count in population_share.persons_seen (population one by region, stratum of"
                + " none that is known): the tables leave 5 to 5 (must leave 11 values). Do not"
                + " publish this run; make it again.");
  }

  @Test
  void findsACountThatIsNotRoundedAsTheRunSays() throws IOException {
    Object[] totals = totals(1, 650, 30, 28, 2);
    totals[totals.length - 4] = 10L;
    run.with(rows(CensusTables.RUN, totals))
        .with(
            rows(
                CensusTables.POPULATION_SHARE,
                share("one", "total", Optional.of(100L)),
                share("one", "11", Optional.of(60L)),
                share("one", "12", Optional.of(41L))))
        .commit();

    assertThat(VerifyRun.faults(run.open(), MIN_CELL).ofPrivacy())
        .containsExactly(
            "Invalid cell in population_share.persons_seen: no multiple of 10 persons");
  }

  @Test
  void findsNoFaultInRoundedCountsThatDoNotAddUp() throws IOException {
    Object[] totals = totals(1, 650, 30, 28, 2);
    totals[totals.length - 4] = 10L;
    run.with(rows(CensusTables.RUN, totals))
        .with(
            rows(
                CensusTables.POPULATION_SHARE,
                share("one", "total", Optional.of(110L)),
                share("one", "11", Optional.of(50L)),
                share("one", "12", Optional.of(50L))))
        .commit();

    assertThat(VerifyRun.faults(run.open(), MIN_CELL).ofPrivacy()).isEmpty();
  }

  @Test
  void findsAStepThatLosesFewIds() throws IOException {
    run.with(
            rows(
                CensusTables.ID_FUNNEL,
                step(4, "different national ids", Optional.of(100L)),
                step(5, "ids of the right shape", Optional.empty()),
                step(6, "ids with an area code", Optional.of(93L))))
        .commit();

    assertThat(VerifyRun.faults(run.open(), MIN_CELL).ofPrivacy())
        .contains(
            "Exposed count in id_funnel.left, less the step before (ids with an area code): the"
                + " tables leave 0 to 7 (must leave 11 values). Do not publish this run; make it"
                + " again.");
  }

  @Test
  void findsCountsThatContradictEachOther() throws IOException {
    SummaryRows frequency = rows(CensusTables.FREQUENCY, new Object[] {"*", "person", 1L, 21L});
    run.with(frequency).commit();

    assertThat(faults())
        .contains(
            "Invalid counts of sources and fields: none agree with all that is told. Make the run"
                + " again.");
  }

  private static Object[] share(String population, String stratum, Optional<Long> seen) {
    Optional<Object> none = Optional.empty();
    return new Object[] {
      population,
      stratum,
      stratum,
      1_000L,
      seen,
      none,
      none,
      none,
      none,
      none,
      none,
      seen.isEmpty(),
      "region",
      none,
      none,
      none,
      none,
      none,
      none,
      false,
      none
    };
  }

  private static Object[] step(long number, String name, Optional<Long> left) {
    Optional<Object> none = Optional.empty();
    return new Object[] {
      number, name, left, none, none, none, left.isEmpty(), none, none, none, none
    };
  }

  private List<String> faults() {
    return VerifyRun.faults(run.open(), MIN_CELL).all();
  }

  private Path file(String name) {
    return run.folder().resolve(name);
  }

  private void editManifest(Consumer<ObjectNode> edit) throws IOException {
    ObjectNode manifest = (ObjectNode) JSON.readTree(file(Manifest.FILE).toFile());
    edit.accept(manifest);
    Files.writeString(file(Manifest.FILE), manifest.toString());
  }

  private static ArrayNode tables(JsonNode manifest) {
    return (ArrayNode) manifest.get("tables");
  }

  private static int place(JsonNode manifest, String table) {
    for (int place = 0; place < tables(manifest).size(); place++) {
      if (tables(manifest).get(place).get("name").asText().equals(table)) {
        return place;
      }
    }
    throw new AssertionError("no table " + table);
  }

  private static ObjectNode entry(JsonNode manifest, String table) {
    return (ObjectNode) tables(manifest).get(place(manifest, table));
  }
}
