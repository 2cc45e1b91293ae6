package leakcensus.pipeline;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import leakcensus.estimate.EstimateScope;
import leakcensus.estimate.PersonEstimate;
import leakcensus.evaluate.Rehearsal;
import leakcensus.evaluate.RehearsedLeak;
import leakcensus.source.IntakeMeasure;
import leakcensus.spark.evaluate.PersonScore;
import leakcensus.spark.evaluate.TruthColumns;
import leakcensus.spark.write.CommittedRun;
import org.apache.spark.sql.SparkSession;

/** Counts leaks with known truth one after the other, and scores each run. */
public final class RunRehearsal {

  private static final double NANOS_PER_SECOND = 1e9;

  private final SparkSession spark;
  private final String column;
  private final Progress progress;

  /**
   * A rehearsal on a running Spark.
   *
   * @param spark the session
   * @param column name of the column with the true person
   * @param progress where progress is told, a line for each leak
   */
  public RunRehearsal(SparkSession spark, String column, Progress progress) {
    this.spark = spark;
    this.column = column;
    this.progress = progress;
  }

  /** What the census made of each leak. */
  public Rehearsal run(List<LeakWithTruth> leaks) {
    List<RehearsedLeak> rehearsed = new ArrayList<>();
    for (LeakWithTruth leak : leaks) {
      RehearsedLeak result = rehearse(leak);
      rehearsed.add(result);
      progress.say(
          String.format(
              Locale.ROOT,
              "%d of %d: %s, %s, off by %+.1f %%, %.1f s",
              rehearsed.size(),
              leaks.size(),
              leak.name(),
              result.covered() ? "covered" : "NOT covered",
              100 * result.relativeError(),
              result.seconds()));
    }
    return new Rehearsal(rehearsed);
  }

  private RehearsedLeak rehearse(LeakWithTruth leak) {
    long start = System.nanoTime();
    CensusRun run =
        new RunCensus(spark, leak.config(), leak.fingerprint(), unheard(), Clock.systemUTC()).run();
    double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
    CommittedRun committed =
        CommittedRun.open(
            run.path(),
            spark.sparkContext().hadoopConfiguration(),
            LoadKeys.ofTables(
                leak.config().output().encryption(), spark.sparkContext().hadoopConfiguration()));
    PersonScore score =
        new EvaluateRun(spark, committed, leak.config(), TruthColumns.ofPersons(column)).score();
    PersonEstimate estimate = run.findings().selected(EstimateScope.SAMPLE);
    double lower = estimate.lowerPersons().orElse(0);
    double upper = estimate.upperPersons().orElse(Double.POSITIVE_INFINITY);

    return new RehearsedLeak(
        leak.name(),
        run.findings().facts().intake().total(IntakeMeasure.RECORDS_KEPT),
        score.truePersons(),
        estimate.persons().orElse(lower),
        lower,
        upper,
        leak.config().confidence(),
        score.agreement(),
        seconds);
  }

  private static Progress unheard() {
    return new Progress(
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
  }
}
