package leakcensus.pipeline;

/**
 * Spark has ended while it was needed: the cluster has ended it, no master answers, or it cannot
 * start with a setting.
 */
public final class SparkStoppedException extends RuntimeException implements WithoutValues {

  private static final long serialVersionUID = 1;

  /**
   * The end of a run.
   *
   * @param fault what came of it
   */
  public SparkStoppedException(Throwable fault) {
    super(
        "Cannot go on: Spark has stopped. No master answers at spark.master, the cluster has ended the run, or a setting of Spark is at fault; the lines of Spark above say which. Correct it, or start again when the cluster is there.",
        fault);
  }
}
