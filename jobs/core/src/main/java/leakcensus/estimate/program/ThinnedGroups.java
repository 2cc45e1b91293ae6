package leakcensus.estimate.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import leakcensus.estimate.FrequencyOfFrequencies;

/**
 * How many persons were seen how often, in groups of neighbouring numbers of times from two times
 * on, the last one open, each with at least five persons where there are so many, or with none
 * before a number of times that many have.
 *
 * <p>How many were seen once is left out: it follows from the rest and the number of records.
 */
final class ThinnedGroups {

  /** W. Cochran (1952), Ann. Math. Statist. 23, 315-345: below, the counts tell nothing alone. */
  private static final long FEWEST_PERSONS = 5;

  /** So many persons behind numbers of times that nobody has make the gap a group. */
  private static final long SPIKE_PERSONS = 20;

  /** Up to here each number of times is a group of its own. */
  private static final long LAST_ALONE = 8;

  /** Beyond, a group reaches this much further than the one before it. */
  private static final double WIDENING = 1.35;

  /**
   * Persons seen some number of times.
   *
   * @param fewestTimes fewest times
   * @param mostTimes most times; {@link Long#MAX_VALUE} in the last group
   * @param persons persons seen so often
   */
  record Group(long fewestTimes, long mostTimes, long persons) {}

  private ThinnedGroups() {}

  static List<Group> of(FrequencyOfFrequencies frequencies) {
    return mergedTail(all(frequencies));
  }

  /** As above, but an open group of fewer than five, or of nobody, stays alone. */
  static List<Group> withTail(FrequencyOfFrequencies frequencies) {
    List<Group> groups = all(frequencies);
    Group tail = groups.get(groups.size() - 1);
    if (tail.persons() >= FEWEST_PERSONS) {
      long last = Math.max(tail.fewestTimes(), frequencies.mostRecords());
      groups.set(groups.size() - 1, new Group(tail.fewestTimes(), last, tail.persons()));
      groups.add(new Group(last + 1, Long.MAX_VALUE, 0));
    }
    return groups;
  }

  private static List<Group> all(FrequencyOfFrequencies frequencies) {
    List<Group> groups = new ArrayList<>();
    long first = 2;
    long last = 2;
    long persons = 0;
    for (Map.Entry<Long, Long> frequency : frequencies.asMap().tailMap(2L).entrySet()) {
      while (frequency.getKey() > last
          && (persons >= FEWEST_PERSONS || persons == 0 && frequency.getValue() >= SPIKE_PERSONS)) {
        groups.add(new Group(first, last, persons));
        first = last + 1;
        last = widened(first);
        persons = 0;
      }
      last = Math.max(last, frequency.getKey());
      persons = Math.addExact(persons, frequency.getValue());
    }
    groups.add(new Group(first, Long.MAX_VALUE, persons));
    return groups;
  }

  private static long widened(long first) {
    return first <= LAST_ALONE ? first : (long) Math.ceil(first * WIDENING);
  }

  private static List<Group> mergedTail(List<Group> groups) {
    Group tail = groups.get(groups.size() - 1);
    if (tail.persons() >= FEWEST_PERSONS || groups.size() == 1) {
      return groups;
    }
    Group before = groups.get(groups.size() - 2);
    List<Group> merged = new ArrayList<>(groups.subList(0, groups.size() - 2));
    merged.add(new Group(before.fewestTimes(), Long.MAX_VALUE, before.persons() + tail.persons()));
    return merged;
  }
}
