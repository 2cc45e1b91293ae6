package leakcensus.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import leakcensus.Tool;
import leakcensus.pipeline.CensusRun;
import leakcensus.pipeline.KeyFile;
import leakcensus.pipeline.Progress;
import leakcensus.spark.write.CommittedRun;
import leakcensus.testing.ChangesAt;
import leakcensus.testing.FaultRow;
import leakcensus.testing.LocalSpark;
import leakcensus.testing.MadeUpLeak;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ContentSummary;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.hadoop.hdfs.protocol.HdfsConstants;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a census where HDFS has no more room for it, or loses a DataNode. */
@Tag("long")
@Tag("fault")
@ExtendWith(LocalSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HdfsFaultIT {

  /** Names a run may have more than the one before; small steps find every place. */
  private static final int STEP_NAMES = 5;

  @TempDir private static Path shared;

  private SmallHdfs hdfs;
  private HdfsLeak leak;
  private String undisturbed;
  private String[] settings;

  @BeforeAll
  void start(SparkSession spark) throws IOException {
    SmallHdfs.useFor(spark.sparkContext().hadoopConfiguration());
    hdfs = SmallHdfs.start(shared.resolve("hdfs"));
    MadeUpLeak here = MadeUpLeak.write(spark, shared.resolve("leak"));
    leak = HdfsLeak.of(spark, here, hdfs);
    Path key = shared.resolve("key");
    KeyFile.create(key);
    // What a run keeps, and its assignments, are written by tasks, all else by the driver.
    settings =
        new String[] {
          "resolve.method=identifiers", "output.assignments=true", "privacy.key.file=" + key
        };
    undisturbed = here.count(spark, shared.resolve("here"), settings).manifest().contentHash();
  }

  @AfterAll
  void stop() {
    hdfs.close();
  }

  @Test
  void endsClearlyWhereverTheQuotaOfNamesIsReached() throws IOException {
    String output = hdfs.uri("/names");
    Set<String> committed = new TreeSet<>(Set.of(leak.count(output, unheard(), settings).runId()));
    Map<String, Integer> ends = new TreeMap<>();

    int spare = 0;
    for (Tool.Outcome end = census(output, "/names", spare); end.code() != 0; ) {
      assertEndedClearly(end, output, committed);
      ends.merge(end.errors().strip().replaceAll("run \\S+", "run"), 1, Integer::sum);
      spare += STEP_NAMES;
      end = census(output, "/names", spare);
    }

    liftQuota("/names");
    assertThat(hash(output)).isEqualTo(undisturbed);
    assertThat(leak.count(output, unheard(), settings).manifest().contentHash())
        .isEqualTo(undisturbed);
    assertThat(ends.keySet())
        .as("places where it ended: %s", ends)
        .anyMatch(end -> end.startsWith("Cannot open the output folder: "))
        .anyMatch(end -> end.startsWith("Cannot go on: "))
        .anyMatch(end -> end.startsWith("Cannot write the output: "));
    new FaultRow(
            "9",
            "quota of names on the output in HDFS, 0 to %d names above what is there"
                .formatted(spare),
            "NSQuotaExceededException in %d runs, in the driver and in tasks"
                .formatted(ends.values().stream().mapToInt(Integer::intValue).sum()),
            "exit code 6, which says that no space is left; older run intact; same tables with room")
        .tell();
  }

  @Test
  void endsClearlyWhereTheQuotaOfBytesIsReached() throws IOException {
    String output = hdfs.uri("/bytes");
    Set<String> committed = new TreeSet<>(Set.of(leak.count(output, unheard(), settings).runId()));
    int refused = 0;
    for (int blocks : List.of(0, 2, 8, 24)) {
      ContentSummary used = summary("/bytes");
      setQuota(
          "/bytes",
          HdfsConstants.QUOTA_DONT_SET,
          used.getSpaceConsumed() + (long) blocks * SmallHdfs.BLOCK_BYTES * SmallHdfs.REPLICATION);

      Tool.Outcome end = leak.census(output, asOptions());

      assertEndedClearly(end, output, committed);
      refused++;
    }
    liftQuota("/bytes");
    assertThat(leak.count(output, unheard(), settings).manifest().contentHash())
        .isEqualTo(undisturbed);
    new FaultRow(
            "9",
            "quota of bytes on the output in HDFS, room for 0 to 24 blocks",
            "DSQuotaExceededException in %d runs".formatted(refused),
            "exit code 6, which says that no space is left; older run intact; same tables with room")
        .tell();
  }

  /** The NameNode does not know of it, so that it keeps sending readers and writers there. */
  @Test
  void countsTheSameWithoutADataNode() throws IOException {
    String output = hdfs.uri("/node");
    Map<String, Integer> input = hdfs.blocksByDataNode(HdfsLeak.FOLDER);
    String node =
        input.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    AtomicReference<MiniDFSCluster.DataNodeProperties> stopped = new AtomicReference<>();
    try {
      CensusRun run =
          leak.count(
              output,
              new Progress(
                  new ChangesAt(
                      "leak-census: read and prepare ...", () -> stopped.set(hdfs.stop(node)))),
              settings);

      assertThat(stopped.get()).isNotNull();
      assertThat(hdfs.liveDataNodes()).isEqualTo(SmallHdfs.DATA_NODES);
      Map<String, Integer> written = hdfs.blocksByDataNode("/node/runs");
      int copies = written.values().stream().mapToInt(Integer::intValue).sum();
      assertThat(copies).isGreaterThan(50);
      assertThat(written).doesNotContainKey(node);
      assertThat(run.manifest().contentHash()).isEqualTo(undisturbed);
      assertThat(Tool.run("verify", "--run", output).output()).contains("all in order");
      new FaultRow(
              "10",
              "stopDataNode while it reads: 1 of %d nodes, %d copies a block"
                  .formatted(SmallHdfs.DATA_NODES, SmallHdfs.REPLICATION),
              "%d of the blocks to read had a copy there; the NameNode took it to be alive, and none of %d copies written lies there"
                  .formatted(input.get(node), copies),
              "same tables")
          .tell();
    } finally {
      hdfs.restart(stopped.get());
    }
  }

  /**
   * With a sentence, and with all that was there before.
   *
   * @param committed runs that are there; a run that is committed while nothing can point to it
   *     joins them
   */
  private void assertEndedClearly(Tool.Outcome end, String output, Set<String> committed)
      throws IOException {
    assertThat(end.code()).as(end.errors()).isEqualTo(6);
    assertThat(end.errors().strip().lines()).hasSize(1);
    assertThat(end.errors()).startsWith("Cannot ").contains("no space").doesNotContain("hdfs:");
    List<String> runs = runs(new org.apache.hadoop.fs.Path(output, "runs"));
    if (end.errors().contains("The run is committed")) {
      assertThat(runs).hasSize(committed.size() + 1).containsAll(committed);
      committed.addAll(runs);
    } else {
      assertThat(runs).containsExactlyInAnyOrderElementsOf(committed);
    }
    assertThat(committed)
        .contains(CommittedRun.open(output, new Configuration()).manifest().runId());
    assertThat(Tool.run("verify", "--run", output).output()).contains("all in order");
  }

  private List<String> runs(org.apache.hadoop.fs.Path folder) throws IOException {
    return List.of(hdfs.files().listStatus(folder)).stream()
        .map(FileStatus::getPath)
        .map(org.apache.hadoop.fs.Path::getName)
        .toList();
  }

  private Tool.Outcome census(String output, String folder, int spareNames) throws IOException {
    ContentSummary used = summary(folder);
    setQuota(
        folder,
        used.getFileCount() + used.getDirectoryCount() + spareNames,
        HdfsConstants.QUOTA_DONT_SET);
    return leak.census(output, asOptions());
  }

  private String[] asOptions() {
    return List.of(settings).stream()
        .flatMap(setting -> List.of("--set", setting).stream())
        .toArray(String[]::new);
  }

  private ContentSummary summary(String folder) throws IOException {
    return hdfs.files().getContentSummary(new org.apache.hadoop.fs.Path(folder));
  }

  private void liftQuota(String folder) throws IOException {
    setQuota(folder, HdfsConstants.QUOTA_RESET, HdfsConstants.QUOTA_RESET);
  }

  private void setQuota(String folder, long names, long bytes) throws IOException {
    hdfs.files().setQuota(new org.apache.hadoop.fs.Path(folder), names, bytes);
  }

  private static String hash(String output) {
    return CommittedRun.open(output, new Configuration()).manifest().contentHash();
  }

  private static Progress unheard() {
    return new Progress(new Heard().stream());
  }
}
