package leakcensus.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.codahale.metrics.Gauge;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import leakcensus.config.CensusConfig;
import leakcensus.config.ConfigReader;
import leakcensus.config.LoadedConfig;
import leakcensus.spark.synthesise.WriteLeak;
import leakcensus.spark.table.CensusTables;
import leakcensus.testing.LocalSpark;
import leakcensus.testing.MadeUpLeak;
import org.apache.spark.SparkEnv;
import org.apache.spark.metrics.source.Source;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import scala.jdk.javaapi.CollectionConverters;

/** What progress and metrics say of a run while it goes on, against what it counted in the end. */
@ExtendWith(LocalSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ObservedRunIT {

  private static final String READ = "leak-census: read and prepare: done in ";
  private static final String WRITTEN = "leak-census: write: done in ";
  private static final List<String> SETTINGS =
      List.of("output.assignments=true", "resolve.method=identifiers");
  private static final List<String> BY_MATCHING = List.of("output.review-pairs=10");

  private final Map<String, Standing> standings = new LinkedHashMap<>();
  private final Map<String, Map<String, Long>> metrics = new LinkedHashMap<>();
  private CensusRun run;
  private Progress progress;
  private Path leak;

  @BeforeAll
  void count(SparkSession spark, @TempDir Path folder) {
    PrintStream listening =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8) {
          @Override
          public void println(String line) {
            if (line.startsWith(READ) || line.startsWith(WRITTEN)) {
              look(spark, line.replaceAll(" [\\d.]+ s$", " "));
            }
          }
        };
    leak = MadeUpLeak.write(spark, folder.resolve("leak"), "synthesise.persons=1000").folder();
    progress = new Progress(listening);
    run =
        MadeUpLeak.count(
            spark, leak, folder.resolve("out"), progress, SETTINGS.toArray(new String[0]));
  }

  /** Before the counts of the run are there, what tasks have told must come to the same. */
  @Test
  void hearsFromItsTasksWhatTheyHaveRead() {
    Standing read = standings.get(READ);

    assertThat(read.isReading()).isTrue();
    assertThat(read.read())
        .isEqualTo(
            new ReadSoFar(
                ofRun("records_read"),
                ofRun("records_quarantined"),
                ofRun("bytes"),
                ofRun("bytes")));
    assertThat(read.read().quarantined()).isPositive();
    assertThat(read.recordsPerSecond()).isPositive();
    assertThat(read.tasksDone()).isPositive().isLessThanOrEqualTo(read.tasks());
  }

  @Test
  void showsTheFiguresOfTheRunAsMetrics() {
    Map<String, Long> last = metrics.get(WRITTEN);

    assertThat(last.keySet())
        .containsExactly(
            "bytesExpected",
            "bytesRead",
            "recordsPerSecond",
            "recordsQuarantined",
            "recordsRead",
            "step",
            "steps",
            "tasks",
            "tasksDone");
    assertThat(last)
        .containsEntry("recordsRead", ofRun("records_read"))
        .containsEntry("recordsQuarantined", ofRun("records_quarantined"))
        .containsEntry("bytesRead", ofRun("bytes"))
        .containsEntry("bytesExpected", ofRun("bytes"))
        .containsEntry("step", (long) run.secondsByStep().size())
        .containsEntry("steps", (long) run.secondsByStep().size());
    assertThat(last.get("recordsPerSecond")).isPositive();
    assertThat(metrics.get(READ)).containsEntry("step", 2L);
    assertThat(standings.get(WRITTEN).isReading()).isFalse();
  }

  @Test
  void takesTheMetricsAwayWhenTheRunEnds() {
    assertThat(sources()).isEmpty();
  }

  @Test
  void takesTheStepsThatItPlans() {
    assertThat(run.secondsByStep().keySet())
        .containsExactlyElementsOf(CensusSteps.of(config(SETTINGS), false, false, false));
  }

  @Tag("long")
  @Test
  void takesTheStepsThatItPlansByMatching(SparkSession spark, @TempDir Path folder) {
    CensusRun matched =
        MadeUpLeak.count(spark, leak, folder.resolve("out"), BY_MATCHING.toArray(new String[0]));

    assertThat(matched.secondsByStep().keySet())
        .containsExactlyElementsOf(CensusSteps.of(config(BY_MATCHING), false, false, false));
  }

  @Test
  void plansAStepForWhatIsAskedFor() {
    assertThat(CensusSteps.of(config(BY_MATCHING), true, true, true))
        .containsExactly(
            "list files",
            "read and prepare",
            "count keys",
            "compare",
            "apply labels",
            "connect",
            "resolve",
            "write pairs for review",
            "profile",
            "sketch persons",
            "estimate",
            "withhold",
            "keep the night",
            "write");
  }

  private CensusConfig config(List<String> settings) {
    return ConfigReader.read(
        LoadedConfig.load(Optional.of(leak.resolve(WriteLeak.SOURCES_FILE)), settings));
  }

  private void look(SparkSession spark, String moment) {
    try {
      spark.sparkContext().listenerBus().waitUntilEmpty();
    } catch (java.util.concurrent.TimeoutException fault) {
      throw new AssertionError(fault);
    }
    standings.put(moment, progress.standing());
    Map<String, Long> found = new TreeMap<>();
    for (Source source : sources()) {
      source
          .metricRegistry()
          .getGauges()
          .forEach((name, gauge) -> found.put(name, (Long) ((Gauge<?>) gauge).getValue()));
    }
    metrics.put(moment, found);
  }

  private static List<Source> sources() {
    return CollectionConverters.asJava(
        SparkEnv.get().metricsSystem().getSourcesByName(RunMetrics.NAME));
  }

  private long ofRun(String column) {
    List<String> names = CensusTables.RUN.columns().stream().map(each -> each.name()).toList();
    return (Long)
        run.tables().stream()
            .filter(table -> table.table() == CensusTables.RUN)
            .findFirst()
            .orElseThrow()
            .rows()
            .get(0)
            .get(names.indexOf(column))
            .orElseThrow();
  }
}
