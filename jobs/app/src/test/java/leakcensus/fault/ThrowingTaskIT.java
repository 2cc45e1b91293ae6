package leakcensus.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import leakcensus.Tool;
import leakcensus.spark.write.CommittedRun;
import leakcensus.testing.FaultRow;
import leakcensus.testing.MadeUpLeak;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tasks that fail, at each stage of a census in turn: at first, and again and again. */
@Tag("long")
@Tag("fault")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ThrowingTaskIT {

  private static final String ATTEMPTS = "2";

  @TempDir private static Path shared;

  private SparkSession spark;
  private Path configuration;
  private final Stages stages = new Stages();
  private int faults;
  private int places;

  /** The stages that Spark has run. */
  private static final class Stages extends SparkListener {

    private final SortedSet<Integer> ended = new TreeSet<>();

    @Override
    public synchronized void onStageCompleted(SparkListenerStageCompleted completed) {
      ended.add(completed.stageInfo().stageId());
    }

    private synchronized SortedSet<Integer> ended() {
      return new TreeSet<>(ended);
    }
  }

  @BeforeAll
  void startSpark() {
    // There is one session at a time; LocalSpark makes a new one for the classes behind.
    if (SparkSession.getDefaultSession().isDefined()) {
      SparkSession.getDefaultSession().get().stop();
    }
    spark =
        SparkSession.builder()
            .master("local[2," + ATTEMPTS + "]")
            .appName("throwing-task")
            .config("spark.plugins", ThrowingTask.class.getName())
            .config("spark.shuffle.manager", ThrowingShuffle.class.getName())
            .config("spark.sql.shuffle.partitions", 2)
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.ui.enabled", false)
            .config("spark.authenticate", true)
            .config("spark.io.encryption.enabled", true)
            .config("spark.sql.ansi.enabled", true)
            .config("spark.sql.session.timeZone", "UTC")
            .getOrCreate();
    spark.sparkContext().addSparkListener(stages);
    configuration =
        MadeUpLeak.write(spark, shared.resolve("leak"), "synthesise.persons=400")
            .folder()
            .resolve("sources.conf");
  }

  @AfterAll
  void stopSpark() {
    spark.stop();
  }

  @ParameterizedTest
  @ValueSource(strings = {"identifiers", "matching"})
  void countsTheSameWhereTheFirstAttemptFailsAtEachStage(String method) throws Exception {
    Path output = shared.resolve("first-" + method);
    List<Integer> offsets = offsets(method, output);
    String undisturbed = hash(output);

    for (TaskFaults.Site site : TaskFaults.Site.values()) {
      faults = 0;
      places = 0;
      for (int offset : offsets) {
        TaskFaults.arm(site, nextStage() + offset, false);
        Tool.Outcome run = census(method, output);
        count(TaskFaults.disarm());

        assertThat(run.code()).as("%s in stage %d: %s", site, offset, run.errors()).isZero();
        assertThat(hash(output)).as("%s in stage %d", site, offset).isEqualTo(undisturbed);
      }
      assertThat(places).as("places hit %s", site).isGreaterThan(offsets.size() / 4);
      row(method, site, "the first attempt", offsets.size(), "same tables each time");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"identifiers", "matching"})
  void publishesAndQuotesNothingWhereEachAttemptFails(String method) throws Exception {
    Path output = shared.resolve("always-" + method);
    List<Integer> offsets = offsets(method, output);
    String older = newest(output);

    faults = 0;
    places = 0;
    for (int offset : offsets) {
      TaskFaults.arm(TaskFaults.Site.AT_ITS_END, nextStage() + offset, true);
      PrintStream before = System.err;
      Heard said = new Heard();
      Tool.Outcome run;
      System.setErr(said.stream());
      try {
        run = census(method, output);
      } finally {
        System.setErr(before);
      }
      count(TaskFaults.disarm());

      assertThat(run.code()).as("stage %d: %s", offset, run.errors()).isEqualTo(1);
      assertThat(run.errors())
          .startsWith("Internal fault: org.apache.spark.SparkException")
          .contains("The messages of these faults are left out, since they can hold leaked values.")
          .doesNotContain("Pasternak");
      assertThat(String.join("\n", said.lines())).doesNotContain("Pasternak");
      assertThat(newest(output)).isEqualTo(older);
    }
    assertThat(places).as("stages hit").isEqualTo(offsets.size());
    assertNothingIsLeftBut(output, older);
    row(
        method,
        TaskFaults.Site.AT_ITS_END,
        "each of %s attempts".formatted(ATTEMPTS),
        offsets.size(),
        "exit code 1, nothing published, nothing quoted");
  }

  /** The stages of an undisturbed census, counted from the first that it could have. */
  private List<Integer> offsets(String method, Path output) throws Exception {
    int first = nextStage();
    Tool.Outcome undisturbed = census(method, output);
    assertThat(undisturbed.code()).as(undisturbed.errors()).isZero();
    spark.sparkContext().listenerBus().waitUntilEmpty();
    return stages.ended().tailSet(first).stream().map(stage -> stage - first).toList();
  }

  /** Stages are numbered on and on. */
  private int nextStage() throws Exception {
    spark.range(1).collectAsList();
    spark.sparkContext().listenerBus().waitUntilEmpty();
    return stages.ended().last() + 1;
  }

  private Tool.Outcome census(String method, Path output) {
    return Tool.run(
        "census",
        "--config",
        configuration.toString(),
        "--set",
        "output.path=" + output,
        "--set",
        "resolve.method=" + method);
  }

  private void count(int thrown) {
    faults += thrown;
    places += thrown > 0 ? 1 : 0;
  }

  private void row(String method, TaskFaults.Site site, String attempts, int all, String outcome) {
    new FaultRow(
            "7",
            "an exception %s, in %s of all tasks of a stage, each stage of a census by %s in turn"
                .formatted(
                    site.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
                    attempts,
                    method),
            "%d faults in %d of %d stages".formatted(faults, places, all),
            outcome)
        .tell();
  }

  private static void assertNothingIsLeftBut(Path output, String runId) throws IOException {
    try (Stream<Path> runs = Files.list(output.resolve("runs"))) {
      assertThat(runs.map(run -> run.getFileName().toString())).containsExactly(runId);
    }
    List<Path> quoting = new ArrayList<>();
    try (Stream<Path> files = Files.walk(output)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (Files.readString(file, StandardCharsets.ISO_8859_1).contains("Pasternak")) {
          quoting.add(file);
        }
      }
    }
    assertThat(quoting).isEmpty();
  }

  private static String hash(Path output) {
    return open(output).manifest().contentHash();
  }

  private static String newest(Path output) {
    return open(output).manifest().runId();
  }

  private static CommittedRun open(Path output) {
    return CommittedRun.open(output.toString(), new Configuration());
  }
}
