package leakcensus.pipeline;

import java.util.Optional;
import java.util.regex.Pattern;

/** A process of the run has used up its memory; nothing is published. */
public final class MemoryExhaustedException extends RuntimeException implements WithoutValues {

  private static final long serialVersionUID = 1;

  /**
   * What Java says, the exit code by which an executor of Spark tells it, and what YARN and
   * Kubernetes say of a container that they end.
   */
  private static final Pattern SAID =
      Pattern.compile(
          "\\bjava\\.lang\\.OutOfMemoryError\\b|\\bSparkOutOfMemoryError\\b"
              + "|\\bexited with code 52\\b"
              + "|killed by YARN for exceeding|\\bOOMKilled\\b|possible container OOM");

  private MemoryExhaustedException(Throwable fault) {
    super(
        "Cannot go on: the memory of an executor, or of the driver, is used up. Give them more by --executor-memory or --driver-memory, fewer cores each, or more and so smaller parts by resolve.buckets; docs/operations.md says how much a part takes.",
        fault);
  }

  /** What to say of a fault that has no words of its own and comes of too little memory. */
  static Optional<MemoryExhaustedException> of(Throwable fault) {
    boolean told =
        fault instanceof MemoryExhaustedException || ExitCode.of(fault) != ExitCode.INTERNAL;
    return told || !SaidByFault.says(fault, SAID)
        ? Optional.empty()
        : Optional.of(new MemoryExhaustedException(fault));
  }
}
