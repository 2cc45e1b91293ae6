package leakcensus.pipeline;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Looks for words in a fault and all that led to it. The fault that is at the bottom is seldom at
 * hand: Spark copies that of a task into the text of its own message, and Hadoop makes an error of
 * what its local disk says.
 */
final class SaidByFault {

  private SaidByFault() {}

  /** Whether the fault, one of its causes, or one that it suppresses says so. */
  static boolean says(Throwable fault, Pattern words) {
    return says(fault, words, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private static boolean says(Throwable fault, Pattern words, Set<Throwable> seen) {
    if (fault == null || !seen.add(fault)) {
      return false;
    }
    if (words.matcher(fault.toString()).find() || says(fault.getCause(), words, seen)) {
      return true;
    }
    for (Throwable suppressed : fault.getSuppressed()) {
      if (says(suppressed, words, seen)) {
        return true;
      }
    }
    return false;
  }
}
