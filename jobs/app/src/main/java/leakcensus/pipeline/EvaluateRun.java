package leakcensus.pipeline;

import leakcensus.config.CensusConfig;
import leakcensus.config.InputException;
import leakcensus.spark.evaluate.PersonScore;
import leakcensus.spark.evaluate.ScorePersons;
import leakcensus.spark.evaluate.TruthColumns;
import leakcensus.spark.table.AssignmentTable;
import leakcensus.spark.write.CommittedRun;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Scores the persons of a finished run against a column of truth, read from the same files. */
public final class EvaluateRun {

  private static final String ASSIGNMENTS = AssignmentTable.SCHEMA.name();

  private final SparkSession spark;
  private final CommittedRun run;
  private final CensusConfig truth;
  private final TruthColumns columns;

  /**
   * A scoring on a running Spark.
   *
   * @param spark the session
   * @param run the finished run; it must have the table of assignments
   * @param truth the sources as the run read them
   * @param columns what the truth is, and where it stands
   */
  public EvaluateRun(
      SparkSession spark, CommittedRun run, CensusConfig truth, TruthColumns columns) {
    this.spark = spark;
    this.run = run;
    this.truth = truth;
    this.columns = columns;
  }

  /**
   * The score.
   *
   * @throws InputException if the run has no assignments, or the truth no label, or other files
   */
  public PersonScore score() {
    if (run.manifest().tables().stream().noneMatch(table -> table.name().equals(ASSIGNMENTS))) {
      throw new InputException(
          "Missing table assignments in run %s: run the census again with --set output.assignments=true."
              .formatted(run.manifest().runId()));
    }
    Dataset<Row> labels = new ReadTruth(spark, run, truth, columns).labels();
    return new ScorePersons(labels).run(run.rows(spark, AssignmentTable.SCHEMA));
  }
}
