package leakcensus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import leakcensus.config.InputException;
import leakcensus.match.Calibration;
import leakcensus.match.LabelEffect;
import leakcensus.pipeline.CensusRun;
import leakcensus.pipeline.LeakWithTruth;
import leakcensus.pipeline.Progress;
import leakcensus.pipeline.RunCensus;
import leakcensus.testing.LocalSpark;
import leakcensus.testing.MadeUpLeak;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Pairs for review lead back to the records of a leak, the same whatever does not matter. */
@ExtendWith(LocalSpark.class)
class ReviewIT {

  private static final String HEADER =
      "file_a,position_a,slot_a,file_b,position_b,slot_b,probability,same";

  @TempDir private static Path shared;

  private static Path leak;
  private static CensusRun first;

  private final SparkSession spark;

  @TempDir private Path folder;

  ReviewIT(SparkSession spark) {
    this.spark = spark;
  }

  @BeforeAll
  static void countOnce(SparkSession spark) {
    leak = shared.resolve("leak");
    Tool.run(
        "synthesise",
        "--register",
        "--out",
        leak.toString(),
        "--seed",
        "7",
        "--set",
        "synthesise.register.persons=1500");
    first = count(spark, shared.resolve("out"), "output.review-pairs=60");
  }

  @Test
  void leadsBackToTheRecords() throws IOException {
    List<String[]> pairs = pairs(review(first));

    assertThat(pairs).hasSizeBetween(10, 60);
    Map<Integer, Path> files = files(first);
    int same = 0;
    double expected = 0;
    for (String[] pair : pairs) {
      String one = entity(files, pair[0], pair[1]);
      String other = entity(files, pair[3], pair[4]);
      same += one.equals(other) ? 1 : 0;
      expected += Double.parseDouble(pair[6]);
      assertThat(pair[2]).isEqualTo("0");
      assertThat(pair[5]).isEqualTo("0");
      assertThat(Double.parseDouble(pair[6])).isBetween(0.01, 0.99);
    }
    // Neither all nor none, or the positions or the probabilities would be those of other pairs.
    assertThat(same).isBetween(1, pairs.size() - 1);
    assertThat(expected).isBetween(0.2 * pairs.size(), 0.8 * pairs.size());
  }

  @Tag("long")
  @Test
  void choosesTheSameWhateverDoesNotMatter() {
    String expected = review(first);

    CensusRun otherwise =
        count(
            spark,
            folder,
            "output.review-pairs=60",
            "resolve.buckets=3",
            "read.split-bytes=4096",
            "resolve.driver-budget-bytes=0");

    assertThat(review(otherwise)).isEqualTo(expected);
    assertThat(otherwise.manifest().contentHash()).isEqualTo(first.manifest().contentHash());
    assertThat(spark.sparkContext().getPersistentRDDs().isEmpty()).isTrue();
  }

  @Test
  void passesVerification() {
    assertThat(Tool.run("verify", "--run", first.path()).code()).isZero();
  }

  @Test
  void staysOutOfTheReport() {
    assertThat(Tool.run("report", "--json", "--run", first.path()).output())
        .doesNotContain("review_pair");
  }

  @Test
  void writesAFileThatOnlyItsOwnerCanReadAndKeepsWhatIsThere() throws IOException {
    Path file = folder.resolve("review.csv");

    Tool.Outcome outcome = Tool.run("review", "--run", first.path(), "--out", file.toString());

    assertThat(outcome.code()).isZero();
    assertThat(outcome.output()).isEmpty();
    assertThat(outcome.errors()).startsWith("Look the records up: 'leak-census files --run DIR'");
    assertThat(Files.readString(file)).isEqualTo(review(first));
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertRefused(
        Tool.run("review", "--run", first.path(), "--out", file.toString()),
        "Cannot write --out: the file is there already, maybe with answers. Name a new one.");
    assertRefused(
        Tool.run(
            "review", "--run", first.path(), "--out", folder.resolve("no/where.csv").toString()),
        "Cannot write --out: NoSuchFileException. Check its folder and permissions.");
  }

  @Tag("long")
  @Test
  void calibratesTheNextRunByTheAnswersAndSaysSo() throws IOException {
    Map<Integer, Path> files = files(first);
    StringBuilder answered = new StringBuilder(HEADER).append('\n');
    for (String[] pair : pairs(review(first))) {
      String one = entity(files, pair[0], pair[1]);
      pair[7] = one.equals(entity(files, pair[3], pair[4])) ? "yes" : "no";
      answered.append(String.join(",", pair)).append('\n');
    }
    String gone = ",0,0,99999999,0,0.5,yes\n";
    Path labels = folder.resolve("labels.csv");
    Files.writeString(labels, answered + "0,99999998" + gone);

    CensusRun once = count(spark, folder.resolve("a"), "resolve.matching.labels=" + labels);
    CensusRun again =
        count(
            spark,
            folder.resolve("b"),
            "resolve.matching.labels=" + labels,
            "resolve.buckets=5",
            "read.split-bytes=4096");

    LabelEffect effect = once.findings().facts().matching().orElseThrow().labels().orElseThrow();
    assertThat(effect.used()).isEqualTo(pairs(review(first)).size());
    assertThat(effect.usedSame()).isBetween(1L, effect.used() - 1);
    assertThat(effect.notFound()).isEqualTo(1);
    assertThat(effect.decided()).isZero();
    assertThat(effect.calibration()).isNotEqualTo(Calibration.NONE);
    assertThat(hashes(again)).isEqualTo(hashes(once));
    Tool.Outcome explained = Tool.run("explain", "--run", once.path());
    assertThat(explained.output())
        .contains("What labels have changed")
        .contains(
            "  %d of %d labels used, %d of them one person; 0 decided without the model, 1 not found, 0 unanswered"
                .formatted(effect.used(), effect.labels(), effect.usedSame()));
    assertThat(Tool.run("explain", "--run", first.path()).output())
        .doesNotContain("What labels have changed");
  }

  @Tag("long")
  @Test
  void answersPairsByTheTruthOfTheRecords() throws IOException {
    Path file = folder.resolve("labels.csv");
    List<String[]> offered = pairs(review(first));
    Map<Integer, Path> files = files(first);

    Tool.Outcome outcome = labels(first, "true_person", "--pairs", "20", "--out", file.toString());

    assertThat(outcome.code()).isZero();
    assertThat(outcome.output()).isEmpty();
    List<String[]> answered = pairs(Files.readString(file));
    assertThat(answered).hasSize(20);
    int same = 0;
    for (int pair = 0; pair < 20; pair++) {
      String[] cells = offered.get(pair);
      boolean isSame = entity(files, cells[0], cells[1]).equals(entity(files, cells[3], cells[4]));
      cells[7] = isSame ? "yes" : "no";
      same += isSame ? 1 : 0;
      assertThat(answered.get(pair)).isEqualTo(cells);
    }
    assertThat(outcome.errors())
        .startsWith(
            "Answered 20 of %d pairs: %d one person, %d two. Without a true entity: 0."
                .formatted(offered.size(), same, 20 - same));
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));

    CensusRun calibrated =
        count(spark, folder.resolve("out"), "resolve.matching.labels=" + file.toUri());

    LabelEffect effect =
        calibrated.findings().facts().matching().orElseThrow().labels().orElseThrow();
    assertThat(effect.labels()).isEqualTo(20);
    assertThat(effect.used()).isEqualTo(20);
    assertThat(effect.usedSame()).isEqualTo(same);
  }

  @Test
  void printsAnswersToAllPairsWhereNeitherFileNorNumberIsGiven() {
    Tool.Outcome outcome = labels(first, "true_person");

    assertThat(outcome.code()).isZero();
    assertThat(pairs(outcome.output()))
        .hasSameSizeAs(pairs(review(first)))
        .allSatisfy(cells -> assertThat(cells[7]).isIn("yes", "no"));
  }

  @Tag("long")
  @Test
  void refusesToAnswerWithoutTruthOrPairsOrOverAnotherFile() throws IOException {
    Path file = Files.writeString(folder.resolve("labels.csv"), "answers");

    assertRefused(
        labels(first, "true_person", "--out", file.toString()),
        "Cannot write --out: the file is there already, maybe with answers. Name a new one.");
    assertThat(file).hasContent("answers");
    assertRefused(
        labels(first, "nobody"),
        "Cannot find column nobody in any record of the truth source. Check --truth-column.");
    assertRefused(
        labels(first, "true_person", "--pairs", "0"),
        "Invalid --pairs: 0 (must be at least 1). Run 'leak-census labels --help' for what is"
            + " possible.");
    CensusRun without = count(spark, folder.resolve("without"));
    assertRefused(
        labels(without, "true_person"),
        "Missing table review_pair in run %s: run the census again with --set resolve.method=matching --set output.review-pairs=500."
            .formatted(without.runId()));
  }

  @Test
  void refusesLabelsOfOtherFiles() throws IOException {
    Path labels = folder.resolve("labels.csv");
    Files.writeString(labels, HEADER + "\n0,1,0,77,2,0,0.5,yes\n");
    int last = files(first).size() - 1;

    assertThatThrownBy(() -> count(spark, folder, "resolve.matching.labels=" + labels))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "Unknown file 77 in the labels: this input has files 0 to %d. Labels belong to the files they were made from; check resolve.matching.labels."
                .formatted(last));
  }

  @Test
  void refusesLabelsThatAreNotThereOrAreNone() throws IOException {
    Path labels = folder.resolve("labels.csv");

    assertThatThrownBy(() -> count(spark, folder, "resolve.matching.labels=" + labels))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "Cannot read the labels: no such file. Check resolve.matching.labels, and who may read"
                + " it.");
    Files.writeString(labels, HEADER + "\n0,1,0,0,2,0,0.5,perhaps\n");
    assertThatThrownBy(() -> count(spark, folder, "resolve.matching.labels=" + labels))
        .isInstanceOf(InputException.class)
        .hasNoCause()
        .hasMessage(
            "Cannot read the labels: Invalid label in line 2: same is neither yes nor no nor empty."
                + " Check resolve.matching.labels.");
  }

  @Test
  void refusesARunWithoutPairs() {
    CensusRun without =
        MadeUpLeak.write(spark, folder.resolve("leak"), "synthesise.persons=200")
            .count(spark, folder.resolve("out"));

    assertRefused(
        Tool.run("review", "--run", without.path()),
        "Missing table review_pair in run %s: run the census again with --set resolve.method=matching --set output.review-pairs=500."
            .formatted(without.runId()));
  }

  private static CensusRun count(SparkSession spark, Path output, String... settings) {
    List<String> all = new ArrayList<>(List.of("resolve.method=matching"));
    all.addAll(List.of(settings));
    LeakWithTruth register = LeakWithTruth.in(leak, output, all);
    Progress unheard =
        new Progress(
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    return new RunCensus(
            spark, register.config(), register.fingerprint(), unheard, Clock.systemUTC())
        .run();
  }

  private static Map<String, String> hashes(CensusRun run) {
    Map<String, String> hashes = new TreeMap<>();
    run.manifest().tables().forEach(table -> hashes.put(table.name(), table.contentHash()));
    return hashes;
  }

  private static String review(CensusRun run) {
    Tool.Outcome outcome = Tool.run("review", "--run", run.path());
    assertThat(outcome.code()).isZero();
    return outcome.output();
  }

  private static Tool.Outcome labels(CensusRun run, String column, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "labels",
                "--run",
                run.path(),
                "--truth-source",
                leak.resolve("census.conf").toString(),
                "--truth-column",
                column));
    arguments.addAll(List.of(more));
    return Tool.run(arguments.toArray(new String[0]));
  }

  private static List<String[]> pairs(String csv) {
    List<String> lines = csv.lines().toList();
    assertThat(lines.get(0)).isEqualTo(HEADER);
    return lines.stream().skip(1).map(line -> line.split(",", -1)).toList();
  }

  private static Map<Integer, Path> files(CensusRun run) {
    Map<Integer, Path> files = new TreeMap<>();
    Tool.run("files", "--run", run.path())
        .output()
        .lines()
        .map(line -> line.split("\t"))
        .forEach(cells -> files.put(Integer.parseInt(cells[0]), Path.of(URI.create(cells[2]))));
    return files;
  }

  /** The true person of the record at a position: its last cell. */
  private static String entity(Map<Integer, Path> files, String file, String position)
      throws IOException {
    byte[] content = Files.readAllBytes(files.get(Integer.parseInt(file)));
    int start = Integer.parseInt(position);
    assertThat(content[start - 1]).isEqualTo((byte) '\n');
    String rest = new String(content, start, content.length - start, StandardCharsets.UTF_8);
    String line = rest.substring(0, rest.indexOf('\n'));
    return line.substring(line.lastIndexOf(',') + 1);
  }

  private static void assertRefused(Tool.Outcome outcome, String sentence) {
    assertThat(outcome.errors()).isEqualToIgnoringNewLines(sentence);
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.output()).isEmpty();
  }
}
