package leakcensus.pipeline;

import java.util.Set;
import leakcensus.config.CensusConfig;
import leakcensus.config.InputException;
import leakcensus.match.MentionPosition;
import leakcensus.match.TrueEntities;
import leakcensus.spark.evaluate.FetchEntities;
import leakcensus.spark.evaluate.TruthColumns;
import leakcensus.spark.write.CommittedRun;
import org.apache.spark.sql.SparkSession;

/** Looks up who mentions of a finished run really are, in a column of truth of the same files. */
public final class LookUpEntities {

  private final ReadTruth truth;

  /**
   * A reading of the truth on a running Spark.
   *
   * @param spark the session
   * @param run the finished run
   * @param sources the sources as the run read them
   * @param column name of the column with the true entity
   */
  public LookUpEntities(SparkSession spark, CommittedRun run, CensusConfig sources, String column) {
    truth = new ReadTruth(spark, run, sources, TruthColumns.ofPersons(column));
  }

  /**
   * The true entities of some mentions, as far as they have one.
   *
   * @param mentions positions in the run; some thousand
   * @throws InputException if no record has a true entity, or the files are not those of the run
   */
  public TrueEntities of(Set<MentionPosition> mentions) {
    return new FetchEntities(mentions).run(truth.labels());
  }
}
