package leakcensus.pipeline;

import leakcensus.config.InputException;

/** Exit codes of faults. */
public final class Faults {

  private static final int INTERNAL = 1;
  private static final int CONFIGURATION = 2;
  private static final int UNREADABLE = 3;
  private static final int QUARANTINE = 4;
  private static final int COMMIT = 6;

  private Faults() {}

  /** The exit code of a run that ends with this fault. */
  public static int exitCode(Throwable fault) {
    if (fault instanceof CommitException) {
      return COMMIT;
    }
    if (fault instanceof InputException input) {
      return switch (input.kind()) {
        case CONFIGURATION -> CONFIGURATION;
        case UNREADABLE -> UNREADABLE;
        case QUARANTINE -> QUARANTINE;
      };
    }
    return INTERNAL;
  }
}
