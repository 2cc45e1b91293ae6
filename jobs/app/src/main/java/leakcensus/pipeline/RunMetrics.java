package leakcensus.pipeline;

import com.codahale.metrics.Gauge;
import com.codahale.metrics.MetricRegistry;
import java.util.function.ToLongFunction;
import org.apache.spark.SparkEnv;
import org.apache.spark.metrics.MetricsSystem;
import org.apache.spark.metrics.source.Source;

/**
 * Where a run stands, as metrics of Spark's own driver: whatever sinks are set up for Spark show
 * them. They count records, bytes and steps, never persons, so that nothing gets around the
 * suppression of small counts.
 */
final class RunMetrics implements Source, AutoCloseable {

  /** Name of the source, which stands in the name of each metric. */
  static final String NAME = "leakCensus";

  private final MetricRegistry registry = new MetricRegistry();
  private final MetricsSystem system;

  private RunMetrics(MetricsSystem system, Progress progress) {
    this.system = system;
    add("step", progress, Standing::number);
    add("steps", progress, Standing::steps);
    add("tasks", progress, Standing::tasks);
    add("tasksDone", progress, Standing::tasksDone);
    add("recordsRead", progress, standing -> standing.read().records());
    add("recordsQuarantined", progress, standing -> standing.read().quarantined());
    add("recordsPerSecond", progress, Standing::recordsPerSecond);
    add("bytesRead", progress, standing -> standing.read().bytes());
    add("bytesExpected", progress, standing -> standing.read().bytesExpected());
  }

  /** Shows where a run stands, until it is closed. */
  static RunMetrics register(Progress progress) {
    MetricsSystem system = SparkEnv.get().metricsSystem();
    RunMetrics metrics = new RunMetrics(system, progress);
    system.registerSource(metrics);
    return metrics;
  }

  @Override
  public String sourceName() {
    return NAME;
  }

  @Override
  public MetricRegistry metricRegistry() {
    return registry;
  }

  /** Lets all sinks have the last figures; those that are fetched can be so no more. */
  @Override
  public void close() {
    system.report();
    system.removeSource(this);
  }

  private void add(String name, Progress progress, ToLongFunction<Standing> count) {
    registry.register(name, (Gauge<Long>) () -> count.applyAsLong(progress.standing()));
  }
}
