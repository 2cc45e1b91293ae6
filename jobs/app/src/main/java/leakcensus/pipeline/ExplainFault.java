package leakcensus.pipeline;

import java.util.Optional;

/** Finds words for faults that have none of their own: a full disk, and too little memory. */
public final class ExplainFault {

  private ExplainFault() {}

  /** What to tell instead of the fault; empty where nothing better is known. */
  public static Optional<RuntimeException> explain(Throwable fault) {
    return CommitException.ofFullDisk(fault)
        .map(RuntimeException.class::cast)
        .or(() -> MemoryExhaustedException.of(fault));
  }
}
