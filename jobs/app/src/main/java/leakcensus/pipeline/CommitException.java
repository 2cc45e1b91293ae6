package leakcensus.pipeline;

import leakcensus.spark.write.LeasedException;

/** The output of a run cannot be written; nothing is published. */
public final class CommitException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private CommitException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Another run holds the output; its id and times are all that the message tells of it. */
  static CommitException leased(LeasedException other) {
    return new CommitException(
        "Cannot write the output: %s. Wait for that run, or name another output.path."
            .formatted(other.getMessage()),
        other);
  }

  /** The run is there, and nothing points to it yet. */
  static CommitException unpointed(Exception fault) {
    return new CommitException(
        "Cannot write latest.json: %s. The run is committed; the next run on this output points to it."
            .formatted(fault.getClass().getSimpleName()),
        fault);
  }

  /** The fault that kept the output from being written, without its message, which holds a path. */
  public static CommitException of(String what, Exception fault) {
    return new CommitException(
        "Cannot %s: %s. Check the output folder, its permissions and its free space."
            .formatted(what, fault.getClass().getSimpleName()),
        fault);
  }
}
