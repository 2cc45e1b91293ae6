package leakcensus.pipeline;

import java.util.Optional;
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
            .formatted(reason(fault)),
        fault);
  }

  /** The run is there and pointed to; its status and the audit do not say so. */
  static CommitException untold(Exception fault) {
    return new CommitException(
        "Cannot write status and audit of the run: %s. The run is committed."
            .formatted(reason(fault)),
        fault);
  }

  /** The fault that kept the output from being written, without its message, which holds a path. */
  public static CommitException of(String what, Throwable fault) {
    return new CommitException(
        "Cannot %s: %s. Check the output folder, its permissions and its free space."
            .formatted(what, reason(fault)),
        fault);
  }

  /**
   * What to say of a fault that has no words of its own and comes of a full disk: of the machines
   * that Spark runs on, or of the output.
   */
  public static Optional<CommitException> ofFullDisk(Throwable fault) {
    return fault instanceof CommitException || !NoSpaceLeft.isCauseOf(fault)
        ? Optional.empty()
        : Optional.of(
            new CommitException(
                "Cannot go on: no space is left on a disk, or a quota is reached. Free some space in spark.local.dir, on every machine of the run, and in the output folder, or name others.",
                fault));
  }

  private static String reason(Throwable fault) {
    return NoSpaceLeft.isCauseOf(fault)
        ? "no space is left, or a quota is reached"
        : fault.getClass().getSimpleName();
  }
}
