package leakcensus.pipeline;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.concurrent.TimeoutException;
import leakcensus.config.CensusConfig;
import leakcensus.source.IntakeMeasure;
import org.apache.spark.sql.SparkSession;

/** Runs a bare Spark scan and a census in turn on the same files, in one process. */
public final class RunBenchmark {

  private static final double NANOS_PER_SECOND = 1e9;

  private final SparkSession spark;
  private final CensusConfig config;
  private final String fingerprint;
  private final Progress progress;

  /** A benchmark on a running Spark; the census is the one that the settings describe. */
  public RunBenchmark(
      SparkSession spark, CensusConfig config, String fingerprint, Progress progress) {
    this.spark = spark;
    this.config = config;
    this.fingerprint = fingerprint;
    this.progress = progress;
  }

  /** One more round; the first one of a process is cold. */
  public BenchmarkRound round() {
    long wall = System.nanoTime();
    long cpu = cpuNanos();
    progress.step("bare scan", () -> new ScanSources(spark, config).scan());
    double scanSeconds = (System.nanoTime() - wall) / NANOS_PER_SECOND;
    double scanCpuSeconds = (cpuNanos() - cpu) / NANOS_PER_SECOND;
    wall = System.nanoTime();
    cpu = cpuNanos();
    Progress ofCensus = progress.fresh();
    MeasureSteps steps = new MeasureSteps(() -> ofCensus.standing().step());
    spark.sparkContext().addSparkListener(steps);
    CensusRun run = new RunCensus(spark, config, fingerprint, ofCensus, Clock.systemUTC()).run();
    double censusSeconds = (System.nanoTime() - wall) / NANOS_PER_SECOND;
    double censusCpuSeconds = (cpuNanos() - cpu) / NANOS_PER_SECOND;
    hearAll();
    spark.sparkContext().removeSparkListener(steps);
    return new BenchmarkRound(
        scanSeconds,
        scanCpuSeconds,
        censusSeconds,
        censusCpuSeconds,
        run.findings().facts().intake().total(IntakeMeasure.RECORDS_READ),
        run.secondsByStep(),
        steps.costs(),
        run.manifest().contentHash());
  }

  /** Listeners hear of a task some time after its end. */
  private void hearAll() {
    try {
      spark.sparkContext().listenerBus().waitUntilEmpty();
    } catch (TimeoutException fault) {
      throw new IllegalStateException("Cannot measure: Spark does not tell of its tasks", fault);
    }
  }

  private static long cpuNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
