package leakcensus.output;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import leakcensus.Tool;
import leakcensus.pipeline.CensusRun;
import leakcensus.pipeline.KeyFile;
import leakcensus.spark.synthesise.WriteLeak;
import leakcensus.testing.LocalSpark;
import leakcensus.testing.MadeUpLeak;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A census whose tables are encrypted, and all that reads its run. */
@ExtendWith(LocalSpark.class)
class EncryptedRunIT {

  private static final String TITLE = "Ex4mple-Title-Of-A-Leak";

  @TempDir private static Path shared;

  private static MadeUpLeak leak;
  private static CensusRun inClear;
  private static CensusRun encrypted;
  private static Path key;
  private static String keyId;

  @TempDir private Path folder;

  @BeforeAll
  static void countTwice(SparkSession spark) {
    leak = MadeUpLeak.write(spark, shared.resolve("leak"), "synthesise.persons=400");
    key = shared.resolve("key");
    keyId = KeyFile.create(key).id();
    inClear = count(spark, shared.resolve("clear"));
    encrypted = count(spark, shared.resolve("out"), "output.encryption.key.file=" + key);
  }

  @Test
  void countsTheSameAsInClear() {
    assertThat(encrypted.manifest().contentHash()).isEqualTo(inClear.manifest().contentHash());
    assertThat(encrypted.manifest().keyId()).contains(keyId);
  }

  @Test
  void leavesNothingInClear() throws IOException {
    assertThat(files(inClear, "csv/run.csv", "report.html", "report.md"))
        .as("the same search where nothing is encrypted")
        .allMatch(text -> text.contains(TITLE));
    assertThat(parquet(inClear))
        .anyMatch(text -> text.contains("attributable"))
        .anyMatch(text -> text.contains(TITLE))
        .allMatch(text -> text.startsWith("PAR1"));

    assertThat(encrypted.manifest().files()).isEmpty();
    assertThat(parquet(encrypted))
        .hasSizeGreaterThan(encrypted.manifest().tables().size())
        .allMatch(text -> text.startsWith("PARE") && text.endsWith("PARE"));
    assertThat(everything(encrypted))
        .noneMatch(text -> text.contains(TITLE))
        .filteredOn(text -> text.contains("attributable"))
        .as("the manifest names columns")
        .singleElement()
        .asString()
        .startsWith("{");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "report",
        "report --json",
        "report --format html",
        "report --format markdown --language zh",
        "verify",
        "notify --regime gdpr",
        "explain",
        "review"
      })
  void isReadByWhoHasTheKey(String command) throws IOException {
    Path wrong = folder.resolve("wrong");
    String wrongId = KeyFile.create(wrong).id();

    assertThat(run(command, "--key-file", key.toString()))
        .satisfies(
            outcome -> {
              assertThat(outcome.code()).as(outcome.errors()).isZero();
              assertThat(outcome.output()).isNotEmpty();
            });
    assertRefused(
        run(command),
        2,
        "Missing key of run %s: its tables are encrypted under key %s."
            .formatted(encrypted.runId(), keyId));
    assertRefused(
        run(command, "--key-file", wrong.toString()),
        2,
        "Cannot open run %s with key %s: its tables are encrypted under key %s."
            .formatted(encrypted.runId(), wrongId, keyId));
  }

  @Test
  void makesTheReportFromItsTables() throws IOException {
    Path csv = folder.resolve("csv");

    Tool.Outcome outcome =
        run("report --format csv", "--key-file", key.toString(), "--out", csv.toString());

    assertThat(outcome.code()).as(outcome.errors()).isZero();
    assertThat(Files.readString(csv.resolve("person_estimate.csv")).replace(encrypted.runId(), "-"))
        .isEqualTo(
            Files.readString(path(inClear).resolve("csv/person_estimate.csv"))
                .replace(inClear.runId(), "-"));
  }

  @Tag("long")
  @Test
  void scoresItsEncryptedAssignments() {
    String[] truth = {
      "--truth-source",
      leak.folder().resolve(WriteLeak.SOURCES_FILE).toString(),
      "--truth-column",
      "true_entity",
      "--json"
    };

    Tool.Outcome ofClear =
        Tool.run(concat(new String[] {"evaluate", "--run", inClear.path()}, truth));
    Tool.Outcome ofEncrypted =
        Tool.run(
            concat(
                new String[] {"evaluate", "--run", encrypted.path(), "--key-file", key.toString()},
                truth));

    assertThat(ofEncrypted.code()).as(ofEncrypted.errors()).isZero();
    assertThat(ofEncrypted.output().replace(encrypted.runId(), "-"))
        .isEqualTo(ofClear.output().replace(inClear.runId(), "-"));
    assertRefused(
        Tool.run(concat(new String[] {"evaluate", "--run", encrypted.path()}, truth)),
        2,
        "Missing key of run " + encrypted.runId());
  }

  @Test
  void isFoundExpiredByWhoHasTheKey() {
    String output = shared.resolve("out").toString();

    assertThat(Tool.run("purge", "--expired", output, "--key-file", key.toString()).output())
        .isEqualTo("No run has served its time.\n");
    assertRefused(
        Tool.run("purge", "--expired", output), 2, "Missing key of run " + encrypted.runId());
  }

  @Test
  void refusesAKeyThatOthersCanRead() throws IOException {
    Path open = folder.resolve("open");
    KeyFile.create(open);
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));

    assertRefused(
        run("verify", "--key-file", open.toString()),
        5,
        "Cannot use the key: others than its owner may read it, its mode is rw-r--r--");
    assertRefused(
        run("verify", "--key-file", folder.resolve("none").toString()),
        2,
        "Cannot read the key: no such file. Check output.encryption.key.file;");
  }

  private static CensusRun count(SparkSession spark, Path output, String... more) {
    return leak.count(
        spark,
        output,
        concat(
            new String[] {
              "output.assignments=true", "output.review-pairs=20", "output.title=" + TITLE
            },
            more));
  }

  private static Tool.Outcome run(String command, String... more) {
    return Tool.run(
        concat(concat(command.split(" "), new String[] {"--run", encrypted.path()}), more));
  }

  private static void assertRefused(Tool.Outcome outcome, int code, String message) {
    assertThat(outcome.errors()).contains(message);
    assertThat(outcome.code()).isEqualTo(code);
    assertThat(outcome.output()).isEmpty();
  }

  private static String[] concat(String[] first, String[] second) {
    return Stream.concat(Stream.of(first), Stream.of(second)).toArray(String[]::new);
  }

  private static List<String> parquet(CensusRun run) throws IOException {
    return everything(run).stream().filter(text -> text.startsWith("PAR")).toList();
  }

  private static List<String> files(CensusRun run, String... names) throws IOException {
    List<String> texts = new ArrayList<>();
    for (String name : names) {
      texts.add(Files.readString(path(run).resolve(name), ISO_8859_1));
    }
    return texts;
  }

  /** The bytes of all files of a run, a character each. */
  private static List<String> everything(CensusRun run) throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> found = Files.walk(path(run))) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        texts.add(Files.readString(file, ISO_8859_1));
      }
    }
    return texts;
  }

  private static Path path(CensusRun run) {
    return Path.of(URI.create(run.path()).getPath());
  }
}
