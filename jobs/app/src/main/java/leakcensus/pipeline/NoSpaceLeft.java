package leakcensus.pipeline;

import java.util.regex.Pattern;

/** Tells whether a fault comes of a full disk or of a quota that is reached. */
final class NoSpaceLeft {

  /** What Linux says by ENOSPC, EDQUOT and EFBIG, and the names of Hadoop's exceptions. */
  private static final Pattern SAID =
      Pattern.compile(
          "No space left on device|Disk quota exceeded|File too large"
              + "|\\b(?:NS|DS)?QuotaExceededException\\b|\\bQuotaByStorageTypeExceededException\\b"
              + "|\\bDiskOutOfSpaceException\\b");

  private NoSpaceLeft() {}

  /** Whether the fault, one of its causes, or one that it suppresses says so. */
  static boolean isCauseOf(Throwable fault) {
    return SaidByFault.says(fault, SAID);
  }
}
