package leakcensus.disclosure;

import java.util.Collections;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Persons by the sources they are in. A count without a value is withheld.
 *
 * @param exactly persons in exactly these sources, joined by +
 * @param both persons in both of two sources, joined by +
 */
public record OverlapCounts(
    SortedMap<String, OptionalLong> exactly, SortedMap<String, OptionalLong> both) {

  public OverlapCounts {
    exactly = Collections.unmodifiableSortedMap(new TreeMap<>(exactly));
    both = Collections.unmodifiableSortedMap(new TreeMap<>(both));
  }

  /** Where the count of persons in exactly these sources stands. */
  public static CountKey exactly(String sources) {
    return new CountKey("overlap", "persons", "sources " + sources);
  }

  /** Where the count of persons in two sources stands; joined by + in the order of the sources. */
  public static CountKey both(String sources) {
    return new CountKey("repeat_pairs", "persons", "sources " + sources);
  }
}
