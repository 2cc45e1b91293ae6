package leakcensus.pipeline;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import leakcensus.visible.VisibleText;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import scala.jdk.javaapi.CollectionConverters;

/** Tells how far a run is, in lines on standard error, and how long each step took. */
public final class Progress extends SparkListener {

  private static final double NANOS_PER_SECOND = 1e9;
  private static final long TICK_SECONDS = 1;

  /** A log gets a line for each tenth of the time that a step has taken, within these limits. */
  private static final double SHORTEST_PAUSE_SECONDS = 10;

  private static final double LONGEST_PAUSE_SECONDS = 300;
  private static final double PAUSE_RATIO = 0.1;

  private final ProgressScreen screen;
  private final LongSupplier nanoTime;
  private final Map<String, Double> secondsByStep = new LinkedHashMap<>();
  private List<String> steps = List.of();
  private Runnable atEachStep = () -> {};
  private String step = "start";
  private long stepNanos;
  private long lastLineNanos;
  private int tasks;
  private int tasksDone;
  private FollowReading reading = new FollowReading(List.of());
  private ReadSoFar read = ReadSoFar.NOTHING;
  private boolean isReading;
  private long readingNanos;
  private double readingSeconds;

  /** Tells it to a stream of lines, such as a log. */
  public Progress(PrintStream out) {
    this(new ProgressScreen(out, false), System::nanoTime);
  }

  /**
   * Tells it to a stream.
   *
   * @param out the stream
   * @param isTerminal whether it is a terminal, on which a line can be written over
   */
  public Progress(PrintStream out, boolean isTerminal) {
    this(new ProgressScreen(out, isTerminal), System::nanoTime);
  }

  Progress(ProgressScreen screen, LongSupplier nanoTime) {
    this.screen = screen;
    this.nanoTime = nanoTime;
    stepNanos = nanoTime.getAsLong();
    lastLineNanos = stepNanos;
  }

  /** Something that goes on until it is closed. */
  interface Following extends AutoCloseable {
    @Override
    void close();
  }

  /** Progress of another run, told to the same stream. */
  Progress fresh() {
    return new Progress(screen.fresh(), nanoTime);
  }

  /** Listens to Spark, and tells how far a step is while it goes on, until it is closed. */
  Following follow(SparkContext spark) {
    ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(Progress::daemon);
    ticks.scheduleAtFixedRate(this::tick, TICK_SECONDS, TICK_SECONDS, TimeUnit.SECONDS);
    spark.addSparkListener(this);
    return () -> {
      spark.removeSparkListener(this);
      ticks.shutdownNow();
    };
  }

  /** Learns which steps there will be, in their order. */
  synchronized void plan(List<String> names) {
    steps = List.copyOf(names);
  }

  /** Does something whenever a step begins. */
  void atEachStep(Runnable work) {
    atEachStep = work;
  }

  /**
   * Learns that files are read from now on.
   *
   * @param bytesByTask what each task has to read, in bytes of the files
   */
  synchronized void reads(List<Long> bytesByTask) {
    reading = new FollowReading(bytesByTask);
    read = reading.soFar();
    readingNanos = nanoTime.getAsLong();
    isReading = true;
  }

  /** Learns that all files are read, and what was counted. */
  synchronized void hasRead(long records, long quarantined) {
    if (isReading) {
      readingSeconds = seconds(readingNanos);
    }
    isReading = false;
    read = new ReadSoFar(records, quarantined, read.bytesExpected(), read.bytesExpected());
  }

  /** Does one step of a run and takes its time. */
  public <T> T step(String name, Supplier<T> work) {
    long startNanos = nanoTime.getAsLong();
    begin(name);
    T result = work.get();
    double seconds = seconds(startNanos);
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
    screen.say("leak-census: " + VisibleText.of(line));
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

  /** Where the run stands. */
  synchronized Standing standing() {
    return new Standing(
        steps.indexOf(step) + 1,
        steps.size(),
        step,
        seconds(stepNanos),
        tasksDone,
        tasks,
        read,
        isReading ? seconds(readingNanos) : readingSeconds,
        isReading);
  }

  @Override
  public synchronized void onStageSubmitted(SparkListenerStageSubmitted submitted) {
    tasks += submitted.stageInfo().numTasks();
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
    tasksDone++;
    if (isReading) {
      reading.ended(end.taskInfo());
      read = reading.soFar();
    }
  }

  @Override
  public synchronized void onExecutorMetricsUpdate(SparkListenerExecutorMetricsUpdate update) {
    if (isReading) {
      CollectionConverters.asJava(update.accumUpdates())
          .forEach(task -> reading.heard(((Number) task._1()).longValue(), task._4()));
      read = reading.soFar();
    }
  }

  /** Tells how far the step is, if it is time to. */
  synchronized void tick() {
    double pause =
        Math.min(
            LONGEST_PAUSE_SECONDS,
            Math.max(SHORTEST_PAUSE_SECONDS, PAUSE_RATIO * seconds(stepNanos)));
    if (screen.isTerminal() || seconds(lastLineNanos) >= pause) {
      lastLineNanos = nanoTime.getAsLong();
      screen.standing("leak-census: " + ProgressLine.of(standing()));
    }
  }

  private void begin(String name) {
    synchronized (this) {
      step = name;
      tasks = 0;
      tasksDone = 0;
      stepNanos = nanoTime.getAsLong();
      lastLineNanos = stepNanos;
    }
    say(name + " ...");
    atEachStep.run();
  }

  private double seconds(long sinceNanos) {
    return (nanoTime.getAsLong() - sinceNanos) / NANOS_PER_SECOND;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "progress");
    thread.setDaemon(true);
    return thread;
  }
}
