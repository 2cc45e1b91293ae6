package leakcensus.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import leakcensus.Tool;
import leakcensus.keep.EndsAt;
import leakcensus.pipeline.CensusRun;
import leakcensus.pipeline.KeyFile;
import leakcensus.pipeline.Progress;
import leakcensus.spark.write.CommittedRun;
import leakcensus.spark.write.Lease;
import leakcensus.spark.write.LeasedException;
import leakcensus.spark.write.OutputFiles;
import leakcensus.testing.ChangesAt;
import leakcensus.testing.FaultRow;
import leakcensus.testing.LauncherRun;
import leakcensus.testing.LocalSpark;
import leakcensus.testing.MadeUpLeak;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An output folder in a real HDFS: commit, lease, sweep, what is kept, nights and their end. */
@Tag("long")
@Tag("fault")
@ExtendWith(LocalSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HdfsOutputIT {

  private static final String IDENTIFIERS = "resolve.method=identifiers";
  private static final int RUNS = 8;

  @TempDir private static Path shared;

  private SmallHdfs hdfs;
  private HdfsLeak leak;
  private String undisturbed;
  private Path key;

  @BeforeAll
  void start(SparkSession spark) throws IOException {
    SmallHdfs.useFor(spark.sparkContext().hadoopConfiguration());
    hdfs = SmallHdfs.start(shared.resolve("hdfs"));
    MadeUpLeak here = MadeUpLeak.write(spark, shared.resolve("leak"));
    undisturbed = here.count(spark, shared.resolve("here"), IDENTIFIERS).manifest().contentHash();
    leak = HdfsLeak.of(spark, here, hdfs);
    key = shared.resolve("key");
    KeyFile.create(key);
  }

  @AfterAll
  void stop() {
    hdfs.close();
  }

  @Test
  void isCommittedVerifiedReadAndPurged() throws IOException {
    String output = hdfs.uri("/ordinary");
    CensusRun first = leak.count(output, unheard(), IDENTIFIERS);
    CensusRun second = leak.count(output, unheard(), IDENTIFIERS);

    assertThat(first.manifest().contentHash()).isEqualTo(undisturbed);
    assertThat(second.manifest().contentHash()).isEqualTo(undisturbed);
    assertThat(newest(output)).isEqualTo(second.runId());
    assertThat(hdfs.list("/ordinary"))
        .noneMatch(file -> file.getPath().getName().startsWith("."))
        .filteredOn(file -> file.getPath().getParent().getName().equals("private"))
        .hasSize(2)
        .allMatch(file -> file.getPermission().toString().equals("rw-------"));
    assertThat(ok("verify", "--run", output).output()).contains("all in order");
    assertThat(ok("report", "--run", output).output()).contains("Fields exposed");
    assertThat(ok("files", "--run", output).output()).contains(HdfsLeak.FOLDER);

    String run = output + "/runs/" + second.runId();
    assertThat(ok("purge", "--run", run, "--yes").output()).contains(" removed\n");

    assertThat(newest(output)).isEqualTo(first.runId());
    assertThat(hdfs.list("/ordinary"))
        .noneMatch(file -> file.getPath().toString().contains(second.runId()));
    assertThat(ok("verify", "--run", output).output()).contains("all in order");
    new FaultRow(
            "19",
            "two runs into HDFS; verify, report, files; purge of the newer one",
            "%d DataNodes, %d copies a block"
                .formatted(SmallHdfs.DATA_NODES, SmallHdfs.REPLICATION),
            "same tables; lists for the owner alone; the older run is the newest again")
        .tell();
  }

  @Test
  void letsOneOfTwoRunsHaveTheFolder() {
    String output = hdfs("/two");
    List<Tool.Outcome> others = new ArrayList<>();

    CensusRun first =
        leak.count(
            output,
            new Progress(
                new ChangesAt(
                    "leak-census: read and prepare ...",
                    () -> others.add(leak.census(output, "--set", IDENTIFIERS)))),
            IDENTIFIERS);

    assertThat(others)
        .singleElement()
        .satisfies(
            second -> {
              assertThat(second.code()).isEqualTo(6);
              assertThat(second.errors())
                  .startsWith(
                      "Cannot write the output: run %s holds the output folder since "
                          .formatted(first.runId()));
            });
    assertThat(newest(output)).isEqualTo(first.runId());
    assertThat(first.manifest().contentHash()).isEqualTo(undisturbed);
    new FaultRow(
            "14",
            "a second run on one HDFS folder while the first reads",
            "1 run with the lease, 1 refused",
            "exit code 6, which names the other; the first has the same tables")
        .tell();
  }

  /** Each with a client of its own, as processes have. */
  @Test
  void goesToOneOfManyRunsThatStartAtOnce() throws Exception {
    int refused = 0;
    for (int round = 0; round < RUNS; round++) {
      String output = hdfs("/crowd-" + round);
      CyclicBarrier start = new CyclicBarrier(RUNS);
      ExecutorService threads = Executors.newFixedThreadPool(RUNS);
      List<Future<Optional<Lease>>> taken = new ArrayList<>();
      for (int run = 0; run < RUNS; run++) {
        String runId = "run-" + run;
        Callable<Optional<Lease>> take = () -> take(output, runId, start);
        taken.add(threads.submit(take));
      }
      List<Lease> holders = new ArrayList<>();
      for (Future<Optional<Lease>> each : taken) {
        each.get().ifPresent(holders::add);
      }
      threads.shutdown();

      assertThat(holders).hasSize(1);
      holders.get(0).requireHeld();
      holders.get(0).close();
      refused += RUNS - 1;
    }
    new FaultRow(
            "14",
            "%d runs at once on one HDFS folder, %d times".formatted(RUNS, RUNS),
            "%d refused".formatted(refused),
            "one has the lease each time")
        .tell();
  }

  @Test
  void isSweptByTheNextRunWhereTheDriverWasKilledWhileItWrote(@TempDir Path folder)
      throws Exception {
    String output = hdfs("/killed");
    String older = leak.count(output, unheard(), IDENTIFIERS).runId();
    LauncherRun killed =
        LauncherRun.census(
                folder,
                leak.configuration(),
                "--set",
                "output.path=%s".formatted(output),
                "--set",
                IDENTIFIERS)
            .onSpark();
    killed.killAt(() -> killed.errors().contains("leak-census: write ..."));

    assertThat(newest(output)).isEqualTo(older);
    assertThat(leak.census(output, "--set", IDENTIFIERS).errors())
        .contains("holds the output folder since");
    letTheLeaseRunOut("/killed/lease");
    int left = runs("/killed").size();
    Heard said = new Heard();

    CensusRun next = leak.count(output, new Progress(said.stream()), IDENTIFIERS);

    assertThat(said.lines())
        .anyMatch(line -> line.startsWith("leak-census: swept what runs that died have left: "));
    assertThat(runs("/killed")).containsExactly(older, next.runId());
    assertThat(next.manifest().contentHash()).isEqualTo(undisturbed);
    assertThat(ok("verify", "--run", output).output()).contains("all in order");
    new FaultRow(
            "4",
            "SIGKILL while it writes to HDFS",
            "exit by signal, %d runs in the folder, 1 of them committed".formatted(left),
            "older run intact; the next sweeps and has the same tables")
        .tell();
  }

  @Test
  void goesOnFromWhatIsKeptInHdfs() {
    String output = hdfs("/kept");
    String keySetting = "privacy.key.file=" + key;
    assertThatThrownBy(
            () ->
                leak.count(
                    output, new Progress(EndsAt.line("resolve: done")), IDENTIFIERS, keySetting))
        .isInstanceOf(EndsAt.PulledPlug.class);
    EndsAt told = EndsAt.nothing();

    CensusRun run = leak.count(output, new Progress(told), IDENTIFIERS, keySetting);

    assertThat(told.takenOver()).containsExactly("mentions", "assignments");
    assertThat(run.manifest().contentHash()).isEqualTo(undisturbed);
  }

  @Test
  void countsNightsInHdfs(@TempDir Path folder) throws IOException {
    String nights = hdfs("/nights");
    Path configuration = folder.resolve("run.conf");
    Files.writeString(
        configuration,
        """
        leak-census {
          sources.people { files = ["*.csv"], format = csv, charset = UTF-8
            fields { full-name = name, phone = tel } }
          resolve.method = identifiers
          privacy.key.file = "%s"
        }
        """
            .formatted(key));
    bring(folder, 1);
    night(configuration, nights, "latest");
    bring(folder, 2);
    night(configuration, nights, "latest");
    String atOnce = hdfs("/at-once");
    night(configuration, atOnce, "latest");

    assertThat(persons(nights)).isEqualTo(persons(atOnce)).contains("\"persons_present\":");
    assertThat(ok("verify", "--run", nights).output()).contains("all in order");
    assertThat(hdfs.list("/nights/private/kept"))
        .isNotEmpty()
        .allMatch(file -> file.getPermission().toString().equals("rw-------"));
    assertThat(runs("/nights")).hasSize(2);
  }

  private static void bring(Path folder, int night) throws IOException {
    StringBuilder csv = new StringBuilder("name,tel\n");
    for (int person = 0; person < 300; person++) {
      int number = person * 37 + night * 150;
      csv.append("Given%d Family%d,139%08d\n".formatted(number, number, number));
    }
    Files.writeString(folder.resolve("night-%d.csv".formatted(night)), csv);
  }

  private static void night(Path configuration, String output, String since) {
    ok(
        "census",
        "--config",
        configuration.toString(),
        "--set",
        "output.path=%s".formatted(output),
        "--since",
        since);
  }

  /** What the newest run says of exposed fields: counts alone. */
  private static String persons(String output) {
    return ok("report", "--run", output, "--json")
        .output()
        .replaceAll("(?s).*\"field_profile\":(\\[.*?\\]).*", "$1")
        .replaceAll("\"run_id\":\"[^\"]*\"", "");
  }

  private static Optional<Lease> take(String output, String runId, CyclicBarrier start)
      throws Exception {
    Configuration settings = new Configuration();
    settings.setBoolean("fs.hdfs.impl.disable.cache", true);
    OutputFiles files = new OutputFiles(settings, output, Optional.empty());
    start.await();
    try {
      return Optional.of(Lease.take(files, runId, Clock.systemUTC()));
    } catch (LeasedException other) {
      return Optional.empty();
    }
  }

  /** As two minutes would. */
  private void letTheLeaseRunOut(String folder) throws IOException {
    for (FileStatus term : hdfs.list(folder)) {
      String text;
      try (var input = hdfs.files().open(term.getPath())) {
        text = new String(input.readAllBytes(), StandardCharsets.UTF_8);
      }
      try (var out = hdfs.files().create(term.getPath(), true)) {
        out.write(
            text.replaceAll("\"until\":\"[^\"]*\"", "\"until\":\"2020-01-01T00:00:00Z\"")
                .getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private List<String> runs(String output) throws IOException {
    List<String> runs = new ArrayList<>();
    for (FileStatus run :
        hdfs.files().listStatus(new org.apache.hadoop.fs.Path(output + "/runs"))) {
      runs.add(run.getPath().getName());
    }
    return runs.stream().sorted().toList();
  }

  private String hdfs(String path) {
    try {
      return hdfs.uri(path);
    } catch (IOException fault) {
      throw new IllegalStateException("Cannot tell the address of HDFS", fault);
    }
  }

  private static String newest(String output) {
    return CommittedRun.open(output, new Configuration()).manifest().runId();
  }

  private static Tool.Outcome ok(String... arguments) {
    Tool.Outcome outcome = Tool.run(arguments);
    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.code()).isZero();
    return outcome;
  }

  private static Progress unheard() {
    return new Progress(new Heard().stream());
  }
}
