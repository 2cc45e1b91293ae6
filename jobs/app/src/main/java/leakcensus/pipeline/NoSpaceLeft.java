package leakcensus.pipeline;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells whether a fault comes of a full disk or of a quota that is reached. The fault itself is
 * seldom at hand: Spark copies that of a task into the text of its own message, and Hadoop makes an
 * error of what its local disk says.
 */
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
    return isCauseOf(fault, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private static boolean isCauseOf(Throwable fault, Set<Throwable> seen) {
    if (fault == null || !seen.add(fault)) {
      return false;
    }
    if (SAID.matcher(fault.toString()).find() || isCauseOf(fault.getCause(), seen)) {
      return true;
    }
    for (Throwable suppressed : fault.getSuppressed()) {
      if (isCauseOf(suppressed, seen)) {
        return true;
      }
    }
    return false;
  }
}
