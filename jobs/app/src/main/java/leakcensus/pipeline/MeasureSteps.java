package leakcensus.pipeline;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/**
 * Adds up what Spark's tasks spend on each step of a run. Spark tells of a stage soon after it
 * begins; one that begins as its step ends could be taken for one of the next.
 */
final class MeasureSteps extends SparkListener {

  private static final double NANOS_PER_SECOND = 1e9;
  private static final double MILLIS_PER_SECOND = 1e3;

  private final Supplier<String> step;
  private final Map<Integer, String> stepOfStage = new HashMap<>();
  private final Map<String, StepCost> costs = new LinkedHashMap<>();

  /** Measures by the step that goes on while a stage of Spark begins. */
  MeasureSteps(Supplier<String> step) {
    this.step = step;
  }

  /** The costs so far, by step in the order in which they began. */
  synchronized Map<String, StepCost> costs() {
    return new LinkedHashMap<>(costs);
  }

  @Override
  public synchronized void onStageSubmitted(SparkListenerStageSubmitted submitted) {
    stepOfStage.put(submitted.stageInfo().stageId(), step.get());
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
    TaskMetrics metrics = end.taskMetrics();
    String of = stepOfStage.get(end.stageId());
    if (metrics != null && of != null) {
      StepCost cost =
          new StepCost(
              metrics.shuffleWriteMetrics().bytesWritten(),
              (metrics.executorCpuTime() + metrics.executorDeserializeCpuTime()) / NANOS_PER_SECOND,
              metrics.jvmGCTime() / MILLIS_PER_SECOND);
      costs.merge(of, cost, StepCost::plus);
    }
  }
}
