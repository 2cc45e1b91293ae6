package leakcensus.spark.write;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import leakcensus.config.InputException;
import leakcensus.pseudonym.RunKeys;
import leakcensus.pseudonym.TableKeys;
import leakcensus.spark.table.CensusTables;
import leakcensus.spark.table.SummaryRows;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.crypto.FileEncryptionProperties;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run whose tables are encrypted opens with its key alone, or is not published. */
class EncryptedRunTest {

  private static final int MIN_CELL = 11;
  private static final String CANARY = "Ex4mple-Title-Of-A-Leak";

  private final TableKeys keys = TableKeys.of(RunKeys.lasting(RunKeys.freshSecret()));

  @TempDir private Path output;
  @TempDir private Path other;

  private MadeUpRun run;

  @BeforeEach
  void plantTheCanary() {
    run = planted(output);
  }

  @Test
  void saysTheSameAsInClear() throws IOException {
    Manifest inClear = planted(other).write(Optional.empty()).commit();
    Manifest encrypted = run.write(Optional.of(keys)).commit();

    CommittedRun opened = run.open(Optional.of(keys));

    assertThat(encrypted.contentHash()).isEqualTo(inClear.contentHash());
    assertThat(opened.manifest()).isEqualTo(encrypted);
    assertThat(opened.manifest().keyId()).contains(keys.id());
    assertThat(opened.tables().stream().map(ContentHash::of))
        .isEqualTo(planted(other).open().tables().stream().map(ContentHash::of).toList());
    assertThat(opened.table(CensusTables.RUN).orElseThrow().rows().toString()).contains(CANARY);
    assertThat(VerifyRun.faults(opened, MIN_CELL).all()).isEmpty();
  }

  @Test
  void tellsNothingOfItsTablesToWhoLooksIntoTheFiles() throws IOException {
    planted(other).write(Optional.empty()).commit();
    run.write(Optional.of(keys)).commit();

    assertThat(tables(planted(other)))
        .as("the same search where nothing is encrypted")
        .anyMatch(text -> text.contains(CANARY))
        .allMatch(text -> text.contains("run_id"));
    assertThat(tables(run))
        .hasSize(CensusTables.all().size())
        .allMatch(text -> text.startsWith("PARE") && text.endsWith("PARE"))
        .noneMatch(text -> text.contains(CANARY))
        .noneMatch(text -> text.contains("run_id"));
  }

  @Test
  void isNotPublishedWhereATableLiesThereInClear() throws IOException {
    RunFolder written = run.write(Optional.of(keys));
    Path table = run.folder().resolve("overlap.parquet");
    Files.delete(table);
    WriteTable.toNewFile(
        new Configuration(),
        MadeUpRun.rows(CensusTables.OVERLAP, new Object[] {"people", 20L, false}),
        table.toUri());

    assertRefused(written, 1);
  }

  @Test
  void isNotPublishedWhereAFooterLiesThereInClear() throws IOException {
    RunFolder written = run.write(Optional.of(keys));
    Path table = run.folder().resolve("overlap.parquet");
    Files.delete(table);
    ExampleParquetWriter.builder(
            HadoopOutputFile.fromPath(
                new org.apache.hadoop.fs.Path(table.toUri()), new Configuration()))
        .withType(ParquetTypes.schema(CensusTables.OVERLAP))
        .withEncryption(
            FileEncryptionProperties.builder(keys.of(MadeUpRun.RUN_ID, "overlap"))
                .withPlaintextFooter()
                .build())
        .build()
        .close();

    assertRefused(written, 1);
  }

  @Test
  void isNotPublishedWithAPageOrAPartInClear() throws IOException {
    RunFolder written = run.write(Optional.of(keys));
    written.write("csv/run.csv", "a row");
    Files.createDirectories(run.folder().resolve("assignments"));
    Files.writeString(run.folder().resolve("assignments/part-0"), "PARE");
    Files.writeString(run.folder().resolve("assignments/part-1"), "PARE, and all else in clear");

    assertRefused(written, 3);
  }

  @Test
  void opensNeitherWithoutItsKeyNorWithAnother() throws IOException {
    run.write(Optional.of(keys)).commit();
    TableKeys wrong = TableKeys.of(RunKeys.lasting(RunKeys.freshSecret()));

    for (Optional<TableKeys> given : List.of(Optional.<TableKeys>empty(), Optional.of(wrong))) {
      CommittedRun opened = run.open(given);
      String message =
          given.isEmpty()
              ? "Missing key of run %s: its tables are encrypted under key %s. Name it by --key-file or --key-alias, or by output.encryption.key."
                  .formatted(MadeUpRun.RUN_ID, keys.id())
              : "Cannot open run %s with key %s: its tables are encrypted under key %s. Name that one; leak-census key --id FILE tells which a file holds."
                  .formatted(MadeUpRun.RUN_ID, wrong.id(), keys.id());
      assertThatThrownBy(opened::tables)
          .isInstanceOfSatisfying(
              InputException.class,
              fault -> assertThat(fault.kind()).isEqualTo(InputException.Kind.CONFIGURATION))
          .hasMessage(message);
      assertThatThrownBy(() -> opened.table(CensusTables.RUN)).hasMessage(message);
      assertThatThrownBy(() -> VerifyRun.faults(opened, MIN_CELL)).hasMessage(message);
    }
  }

  @Test
  void opensNoTableInThePlaceOfAnother() throws IOException {
    run.write(Optional.of(keys)).commit();
    Files.copy(
        run.folder().resolve("night.parquet"),
        run.folder().resolve("run.parquet"),
        StandardCopyOption.REPLACE_EXISTING);

    assertThatThrownBy(() -> run.open(Optional.of(keys)).table(CensusTables.RUN))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("Cannot read table run of run %s: ".formatted(MadeUpRun.RUN_ID));
  }

  @Test
  void isFoundOutWhereATableWasExchangedForOneInClear() throws IOException {
    Manifest manifest = run.write(Optional.of(keys)).commit();
    MadeUpRun inClear = planted(other);
    Manifest.TableEntry entry = entry(inClear.write(Optional.empty()).commit());
    Files.copy(
        inClear.folder().resolve("overlap.parquet"),
        run.folder().resolve("overlap.parquet"),
        StandardCopyOption.REPLACE_EXISTING);
    List<Manifest.TableEntry> tables =
        manifest.tables().stream()
            .map(table -> table.name().equals("overlap") ? entry : table)
            .toList();
    Files.writeString(
        run.folder().resolve(Manifest.FILE),
        new Manifest(manifest.runId(), manifest.contentHash(), tables, List.of(), manifest.keyId())
            .json());

    CommittedRun opened = run.open(Optional.of(keys));

    assertThatThrownBy(() -> opened.table(CensusTables.OVERLAP))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("Cannot read table overlap of run");
    assertThat(VerifyRun.faults(opened, MIN_CELL).ofPrivacy())
        .containsExactly("Invalid table overlap: not encrypted, though the manifest says so");
  }

  @Test
  void isFoundOutWhereItIsInClearAndWasNotToBe() throws IOException {
    run.write(Optional.empty()).commit();

    assertThat(VerifyRun.faults(run.open(Optional.of(keys)), MIN_CELL).ofPrivacy())
        .containsExactly("Invalid manifest: tables in clear (a key for them was given)");
  }

  private void assertRefused(RunFolder written, int files) {
    assertThatThrownBy(written::commit)
        .isInstanceOfSatisfying(
            InputException.class,
            fault -> assertThat(fault.kind()).isEqualTo(InputException.Kind.PRIVACY))
        .hasMessage(
            "Cannot publish the run: %d of its files are not encrypted, though output.encryption.key is set. Nothing is published; report this fault."
                .formatted(files));
    assertThat(written.isCommitted()).isFalse();
    assertThat(run.folder().resolve(Manifest.FILE)).doesNotExist();
    assertThat(output.resolve("latest.json")).doesNotExist();
  }

  private static Manifest.TableEntry entry(Manifest manifest) {
    return manifest.tables().stream()
        .filter(table -> table.name().equals("overlap"))
        .findFirst()
        .orElseThrow();
  }

  /** A run that bears the canary as its title. */
  private static MadeUpRun planted(Path output) {
    Object[] totals = MadeUpRun.totals(2, 650, 30, 28, 2);
    totals[17] = CANARY;
    SummaryRows titled = MadeUpRun.rows(CensusTables.RUN, totals);
    return new MadeUpRun(output).with(titled);
  }

  /** The bytes of the files of a run, a character each. */
  private static List<String> tables(MadeUpRun run) throws IOException {
    try (Stream<Path> files = Files.walk(run.folder())) {
      List<Path> tables = files.filter(file -> file.toString().endsWith(".parquet")).toList();
      return tables.stream().map(EncryptedRunTest::bytes).toList();
    }
  }

  private static String bytes(Path file) {
    try {
      return Files.readString(file, ISO_8859_1);
    } catch (IOException fault) {
      throw new UncheckedIOException("Cannot read a table", fault);
    }
  }
}
