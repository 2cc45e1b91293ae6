package leakcensus.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import leakcensus.pipeline.KeyFile;
import leakcensus.testing.ClassJar;
import leakcensus.testing.EventLog;
import leakcensus.testing.FaultRow;
import leakcensus.testing.LauncherRun;
import leakcensus.testing.LocalSpark;
import leakcensus.testing.MadeUpLeak;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a census on a standalone cluster, of real processes, that something befalls. */
@Tag("long")
@Tag("fault")
@ExtendWith(LocalSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClusterFaultIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EVENTS = "spark.eventLog.compress=false";

  /** Only stages behind a shuffle have so many partitions that one of them is chosen. */
  private static final int BUCKETS = 24;

  private static final int CHOSEN_PARTITION = 16;
  private static final int SLOW_SECONDS = 30;
  private static final int EXECUTOR_MEBIBYTES = 300;
  private static final double MORE_THAN_ONCE = 1.2;

  @TempDir private static Path shared;

  @TempDir private Path folder;

  private SparkSession spark;
  private Path configuration;
  private String[] settings;
  private Path undisturbed;

  @BeforeAll
  void countOnce(SparkSession session) throws IOException {
    spark = session;
    MadeUpLeak leak = MadeUpLeak.write(spark, shared.resolve("leak"));
    configuration = leak.folder().resolve("sources.conf");
    Path key = shared.resolve("key");
    KeyFile.create(key);
    List<String> all =
        List.of(
            "resolve.method=identifiers",
            "resolve.buckets=" + BUCKETS,
            "output.assignments=true",
            "privacy.key.file=" + key);
    undisturbed = shared.resolve("undisturbed");
    leak.count(spark, undisturbed, all.toArray(new String[0]));
    settings = all.stream().flatMap(setting -> Stream.of("--set", setting)).toArray(String[]::new);
  }

  @Test
  void countsTheSameWithoutAnExecutorWhoseShuffleFilesStay() throws Exception {
    Path mark = folder.resolve("killed");
    LauncherRun census =
        census(ExecutorFault.class)
            .onCluster(
                List.of(
                    "--one",
                    "--memory",
                    "2048",
                    // Hands out the shuffle files of executors, dead ones too.
                    "--property",
                    "spark.shuffle.service.enabled=true",
                    "--property",
                    "spark.shuffle.service.port=" + freePort()),
                EVENTS,
                "spark.executor.cores=1",
                "spark.executor.memory=800m",
                "spark.plugins=" + ExecutorFault.class.getName(),
                "spark.executor.extraClassPath=" + testClasses(),
                ExecutorFault.PARTITION + "=" + CHOSEN_PARTITION,
                ExecutorFault.SPARED + "=0",
                ExecutorFault.MARK + "=" + mark);

    assertThat(census.run()).as(census.errors()).isZero();

    EventLog events = EventLog.read(census.path("events"));
    assertThat(mark).exists();
    assertThat(events.lostExecutors()).isEqualTo(1);
    assertThat(events.taskEnds("ExecutorLostFailure")).isPositive();
    assertThat(events.taskEnds("FetchFailed")).isZero();
    assertThat(events.taskEnds("Resubmitted")).isZero();
    assertSameTables(census);
    new FaultRow(
            "1",
            "SIGKILL of its own process, standalone cluster with an external shuffle service",
            "%d executor lost, %d attempts failed with it, FetchFailed 0, Resubmitted 0"
                .formatted(events.lostExecutors(), events.taskEnds("ExecutorLostFailure")),
            "same tables, nothing is computed again but the tasks at work")
        .tell();
  }

  @Test
  void finishesWithoutItsMaster() throws Exception {
    LauncherRun census = census().onTwoWorkers(EVENTS);
    Process running = census.start();
    census.await(running, () -> census.errors().contains("leak-census: read and prepare ..."));
    long master = census.pid("master");
    assertThat(new ProcessBuilder("kill", "-KILL", String.valueOf(master)).start().waitFor())
        .isZero();

    assertThat(running.waitFor()).as(census.errors()).isZero();

    assertThat(census.errors()).contains("Disconnected from Spark cluster!");
    EventLog events = EventLog.read(census.path("events"));
    assertSameTables(census);
    new FaultRow(
            "5b",
            "SIGKILL of the standalone master while the census reads",
            "the driver says that it is disconnected; %d executors lost"
                .formatted(events.lostExecutors()),
            "the census ends on the executors it has: same tables")
        .tell();
  }

  @Test
  void endsWithASentenceWhereThereIsNoMaster() throws Exception {
    LauncherRun census = census().onMaster("spark://127.0.0.1:" + freePort());

    assertThat(census.run()).as(census.errors()).isEqualTo(1);

    assertThat(census.errors()).contains("All masters are unresponsive! Giving up.");
    assertThat(census.errors().lines())
        .contains(
            "Cannot go on: Spark has stopped. No master answers at spark.master, the cluster has ended the run, or a setting of Spark is at fault; the lines of Spark above say which. Correct it, or start again when the cluster is there.");
    assertThat(census.path("out/latest.json")).doesNotExist();
    new FaultRow(
            "5b",
            "no master from the start",
            "Spark gives up after a minute: all masters are unresponsive",
            "exit code 1 and a sentence that says so")
        .tell();
  }

  @Test
  void countsNothingTwiceWhereSlowTasksHaveCopies() throws Exception {
    Path marks = Files.createDirectories(folder.resolve("marks"));
    LauncherRun census =
        census(SlowTask.class)
            .onCluster(
                List.of("--apart", "--memory", "1024"),
                EVENTS,
                "spark.speculation=true",
                "spark.speculation.interval=100ms",
                "spark.speculation.quantile=0.5",
                "spark.plugins=" + SlowTask.class.getName(),
                "spark.executor.extraClassPath=" + testClasses(),
                SlowTask.PARTITION + "=" + CHOSEN_PARTITION,
                SlowTask.SECONDS + "=" + SLOW_SECONDS,
                SlowTask.MARKS + "=" + marks);

    assertThat(census.run()).as(census.errors()).isZero();

    long slow = count(marks);
    EventLog events = EventLog.read(census.path("events"));
    assertThat(slow).isPositive();
    assertThat(events.speculativeWinners()).isPositive();
    assertSameTables(census);
    new FaultRow(
            "6",
            "spark.speculation, two workers, one task in each stage of %d waits %d s"
                .formatted(BUCKETS, SLOW_SECONDS),
            "%d slow tasks, %d copies begun, %d of them first"
                .formatted(slow, events.speculative(), events.speculativeWinners()),
            "same tables, each mention once")
        .tell();
  }

  /**
   * By identifiers, mentions without room are read from the shuffle again; by matching they go to
   * disk.
   */
  @ParameterizedTest
  @CsvSource({"identifiers, 30000, true", "matching, 6000, false"})
  void movesToDiskWhatSmallExecutorsCannotHold(String method, int persons, boolean readsAgain)
      throws Exception {
    MadeUpLeak larger =
        MadeUpLeak.write(spark, folder.resolve("larger"), "synthesise.persons=" + persons);
    Path here = folder.resolve("here");
    String byMethod = "resolve.method=" + method;
    larger.count(spark, here, byMethod);
    LauncherRun census =
        LauncherRun.census(folder, larger.folder().resolve("sources.conf"), "--set", byMethod)
            .onCluster(
                List.of("--memory", String.valueOf(EXECUTOR_MEBIBYTES)),
                EVENTS,
                "spark.executor.memory=" + EXECUTOR_MEBIBYTES + "m",
                // Spark sets 300 MB aside, and starts no executor with less than half as much
                // again.
                "spark.testing.reservedMemory=50000000",
                // As if the leak were much larger.
                "spark.memory.fraction=0.005",
                "spark.shuffle.sort.bypassMergeThreshold=200",
                "spark.eventLog.logBlockUpdates.enabled=true");

    assertThat(census.run()).as(census.errors()).isZero();

    EventLog events = EventLog.read(census.path("events"));
    assertThat(events.keptOnDiskBytes()).isPositive();
    assertThat(events.lostExecutors()).isZero();
    double readTimes = (double) events.fetchedBytes() / events.shuffledBytes();
    if (readsAgain) {
      assertThat(readTimes).isGreaterThan(MORE_THAN_ONCE);
    } else {
      assertThat(readTimes).isLessThan(MORE_THAN_ONCE);
    }
    assertThat(manifest(census.path("out"))).isEqualTo(manifest(here));
    new FaultRow(
            "13",
            "two executors of %d MB, of which tables and sorts have a two-hundredth, by %s"
                .formatted(EXECUTOR_MEBIBYTES, method),
            "%,d bytes of kept tables moved to disk, %,d spilled by sorts of %,d tasks; each byte of a shuffle read %.1f times"
                .formatted(
                    events.keptOnDiskBytes(), events.spilledBytes(), events.attempts(), readTimes),
            "same tables, no executor lost")
        .tell();
  }

  private LauncherRun census(Class<?>... plugin) throws IOException {
    List<String> all = new ArrayList<>(List.of(settings));
    if (plugin.length > 0) {
      Path jar = ClassJar.write(folder.resolve("plugin.jar"), plugin);
      all.addAll(List.of("--jars", jar.toString()));
    }
    return LauncherRun.census(folder, configuration, all.toArray(new String[0]));
  }

  private void assertSameTables(LauncherRun census) throws IOException {
    Path output = census.path("out");
    assertThat(manifest(output)).isEqualTo(manifest(undisturbed));
    Dataset<Row> assignments = assignments(output);
    assertThat(assignments.count()).isEqualTo(assignments(undisturbed).count());
    assertThat(assignments.except(assignments(undisturbed)).isEmpty()).isTrue();
    assertThat(assignments.distinct().count()).isEqualTo(assignments.count());
  }

  private Dataset<Row> assignments(Path output) throws IOException {
    return spark.read().parquet(run(output).resolve("assignments").toString());
  }

  private static String manifest(Path output) throws IOException {
    return JSON.readTree(Files.readString(run(output).resolve("manifest.json")))
        .path("content_hash")
        .asText();
  }

  private static Path run(Path output) throws IOException {
    return output.resolve(
        JSON.readTree(Files.readString(output.resolve("latest.json"))).path("path").asText());
  }

  private static long count(Path marks) throws IOException {
    try (Stream<Path> found = Files.list(marks)) {
      return found.count();
    }
  }

  private static Path testClasses() {
    return Path.of("target/test-classes").toAbsolutePath();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
