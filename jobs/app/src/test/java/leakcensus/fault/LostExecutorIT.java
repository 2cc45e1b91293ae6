package leakcensus.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import leakcensus.testing.FaultRow;
import leakcensus.testing.JarProcess;
import leakcensus.testing.LocalSpark;
import leakcensus.testing.MadeUpLeak;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a census whose executor dies and takes its part of a shuffle along. */
@Tag("long")
@Tag("fault")
@ExtendWith(LocalSpark.class)
class LostExecutorIT {

  private static final Map<String, Map<String, String>> FOUND = new HashMap<>();

  @TempDir private static Path folder;

  private static Map<String, String> undisturbed;
  private static Map<String, String> undisturbedMatching;
  private static JarProcess cluster;

  @BeforeAll
  static void killExecutors(SparkSession spark) throws Exception {
    MadeUpLeak leak = MadeUpLeak.write(spark, folder.resolve("leak"));
    undisturbed = LostExecutorProgram.hashes(leak.count(spark, folder.resolve("here")).manifest());
    undisturbedMatching =
        LostExecutorProgram.hashes(
            leak.count(spark, folder.resolve("matched"), LostExecutorProgram.MATCHING).manifest());
    cluster =
        JarProcess.run(
            List.of(
                "-Xmx1g",
                "-Dspark.master=local-cluster[2,1,1024]",
                "-Dspark.app.name=lost-executor",
                "-Dspark.plugins=" + ExecutorFault.class.getName(),
                "-Dspark.executor.extraClassPath=" + JarProcess.CLASS_PATH,
                // Nothing begins before both executors are there.
                "-Dspark.scheduler.minRegisteredResourcesRatio=1.0",
                // A lost executor loses its files, which otherwise stay readable on one machine.
                "-Dspark.shuffle.readHostLocalDisk=false",
                "-Dspark.shuffle.io.maxRetries=0",
                // Blocks of a shuffle arrive in an order of their own each time.
                "-Dspark.reducer.maxBlocksInFlightPerAddress=1",
                "-Dspark.driver.host=127.0.0.1",
                "-Dspark.driver.bindAddress=127.0.0.1",
                "-Dspark.ui.enabled=false",
                "-Dspark.io.encryption.enabled=true"),
            LostExecutorProgram.class.getName(),
            leak.folder().toString(),
            folder.resolve("there").toString());
    for (String line : cluster.lines()) {
      if (line.startsWith(LostExecutorProgram.FOUND)) {
        String[] cells = line.substring(LostExecutorProgram.FOUND.length()).split(" ", 3);
        FOUND.computeIfAbsent(cells[0], name -> new TreeMap<>()).put(cells[1], cells[2]);
      }
    }
    assertThat(cluster.code()).as(String.join("\n", cluster.lines())).isZero();
  }

  static List<String> runs() {
    return List.of("census", "rounds", "census-unchecked", "numbered", "numbered-unchecked");
  }

  @ParameterizedTest
  @MethodSource("runs")
  void losesAnExecutorAndItsPartOfAShuffle(String run) {
    Map<String, String> found = FOUND.get(run);

    assertThat(folder.resolve(run + ".killed")).exists();
    assertThat(found).containsEntry("removed", "1");
    assertThat(
            Integer.parseInt(found.get("fetch-failures")) + Integer.parseInt(found.get("repeats")))
        .isPositive();
    if (!run.startsWith("numbered")) {
      assertThat(found)
          .containsAllEntriesOf(run.equals("rounds") ? undisturbedMatching : undisturbed);
      new FaultRow(
              "2",
              "SIGKILL of its own process, its shuffle files out of reach; " + run,
              seen(found),
              "same tables")
          .tell();
    }
  }

  private static String seen(Map<String, String> found) {
    return "%s executor lost, FetchFailed %s, tasks taken back and stages begun anew %s"
        .formatted(found.get("removed"), found.get("fetch-failures"), found.get("repeats"));
  }

  @Test
  void saysInTheLogThatExecutorsAreLost() {
    assertThat(cluster.lines())
        .filteredOn(line -> line.contains("Lost executor "))
        .hasSize(runs().size());
    assertThat(cluster.lines()).anyMatch(line -> line.contains(": FetchFailed("));
  }

  @ParameterizedTest
  @ValueSource(strings = {"census", "census-unchecked"})
  void countsTheSameWithoutTheLostExecutor(String run) {
    Map<String, String> found = FOUND.get(run);

    assertThat(found).containsAllEntriesOf(undisturbed);
  }

  /** Killed in the middle of the rounds, by matching, with no room for the graph in the driver. */
  @Test
  void connectsTheSameWithoutTheLostExecutor() {
    Map<String, String> found = FOUND.get("rounds");

    assertThat(found).containsAllEntriesOf(undisturbedMatching);
  }

  /** The negative control: rows that are numbered as they arrive. */
  @Test
  void seesWhatALostExecutorDoesToNumbersInTheOrderOfArrival() {
    Map<String, String> found = FOUND.get("numbered-unchecked");

    assertThat(Integer.parseInt(found.get("numbers"))).isLessThan(LostExecutorProgram.ROWS);
    new FaultRow(
            "3",
            "the same with rows numbered as they arrive, Spark's checks off",
            seen(found),
            "%s different numbers of %d: the test can tell"
                .formatted(found.get("numbers"), LostExecutorProgram.ROWS))
        .tell();
  }

  @Test
  void leavesItToSparkToAbortWhatComesOutOtherwiseTheSecondTime() {
    Map<String, String> found = FOUND.get("numbered");

    assertThat(found.get("fault"))
        .startsWith(
            "Job aborted due to stage failure: A shuffle map stage with indeterminate output was"
                + " failed and retried.");
    assertThat(found).doesNotContainKey("numbers");
    new FaultRow("3", "the same, Spark's checks on", seen(found), "Spark aborts the job").tell();
  }
}
