package leakcensus.pipeline;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import leakcensus.visible.VisibleText;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Tells how far a run is, in lines on standard error, and how long each step took. */
public final class Progress extends SparkListener {

  private static final long NANOS_PER_LINE = 5_000_000_000L;
  private static final double NANOS_PER_SECOND = 1e9;

  private final PrintStream out;
  private final Map<String, Double> secondsByStep = new LinkedHashMap<>();
  private volatile String step = "start";
  private long lastLineNanos = System.nanoTime();
  private int tasks;
  private int tasksDone;

  /** Tells it to a stream. */
  public Progress(PrintStream out) {
    this.out = out;
  }

  /** Progress of another run, told to the same stream. */
  Progress fresh() {
    return new Progress(out);
  }

  /** Does one step of a run and takes its time. */
  public <T> T step(String name, Supplier<T> work) {
    long startNanos = System.nanoTime();
    begin(name);
    T result = work.get();
    double seconds = (System.nanoTime() - startNanos) / NANOS_PER_SECOND;
    secondsByStep.merge(name, seconds, Double::sum);
    say(String.format(Locale.ROOT, "%s: done in %.1f s", name, seconds));
    return result;
  }

  /** Does one step of a run that has no result, and takes its time. */
  public void step(String name, Runnable work) {
    step(
        name,
        () -> {
          work.run();
          return name;
        });
  }

  /** Says something worth knowing. */
  public void say(String line) {
    out.println("leak-census: " + VisibleText.of(line));
  }

  /** Says where the graph was connected, given the rounds that executors took for it. */
  void connected(int rounds) {
    say(
        rounds == 0
            ? "graph connected in the driver, within resolve.driver-budget-bytes"
            : "graph connected on the executors in %,d rounds: it exceeds resolve.driver-budget-bytes"
                .formatted(rounds));
  }

  /** Seconds by step, in the order in which the steps began. */
  public Map<String, Double> secondsByStep() {
    return new LinkedHashMap<>(secondsByStep);
  }

  @Override
  public synchronized void onStageSubmitted(SparkListenerStageSubmitted submitted) {
    tasks += submitted.stageInfo().numTasks();
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
    tasksDone++;
    long now = System.nanoTime();
    if (now - lastLineNanos > NANOS_PER_LINE) {
      lastLineNanos = now;
      say(String.format(Locale.ROOT, "%s: %,d of %,d tasks", step, tasksDone, tasks));
    }
  }

  private synchronized void begin(String name) {
    step = name;
    tasks = 0;
    tasksDone = 0;
    lastLineNanos = System.nanoTime();
    say(name + " ...");
  }
}
