package leakcensus.pipeline;

/** The output of a run cannot be written; nothing is published. */
public final class CommitException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private CommitException(String message, Throwable cause) {
    super(message, cause);
  }

  /** The fault that kept the output from being written, without its message, which holds a path. */
  public static CommitException of(String what, Exception fault) {
    return new CommitException(
        "Cannot %s: %s. Check the output folder, its permissions and its free space."
            .formatted(what, fault.getClass().getSimpleName()),
        fault);
  }
}
