package leakcensus.estimate.capture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Persons, counted by the set of lists that hold them.
 *
 * <p>Lists are kept in the order of their names, whatever order they are given in; so no result
 * depends on that order.
 *
 * @param lists names of the lists, sorted; the list at position k has the bit {@code 1 << k}
 * @param persons number of persons by the bits of the lists that hold them; no zeros
 */
public record CaptureHistories(List<String> lists, SortedMap<Integer, Long> persons) {

  /** More lists than anybody has; 2^10 histories still fit every method. */
  public static final int MOST_LISTS = 10;

  public CaptureHistories {
    checkLists(lists);
    int bits = lists.size();
    persons.forEach((history, count) -> checkHistory(history, count, bits));
    List<Integer> order = order(lists);
    SortedMap<Integer, Long> sorted = new TreeMap<>();
    persons.forEach(
        (history, count) -> {
          if (count > 0) {
            sorted.put(reordered(history, order), count);
          }
        });
    lists = lists.stream().sorted().toList();
    persons = Collections.unmodifiableSortedMap(sorted);
  }

  /**
   * Histories from names and counts.
   *
   * @param lists names of the lists, in any order
   * @param persons number of persons by the bits of the lists that hold them; bit {@code 1 << k} is
   *     the k-th of the given names
   * @throws IllegalArgumentException if a name, a history or a count cannot be
   */
  public static CaptureHistories of(List<String> lists, Map<Integer, Long> persons) {
    return new CaptureHistories(lists, new TreeMap<>(persons));
  }

  /** Persons whom at least one list holds. */
  public long observedPersons() {
    return personsWhere(history -> true);
  }

  /** Persons whom a list holds. */
  long personsOn(int list) {
    return personsWhere(history -> (history >> list & 1) == 1);
  }

  /** Persons whom two lists both hold. */
  long personsOnBoth(int first, int second) {
    int both = 1 << first | 1 << second;
    return personsWhere(history -> (history & both) == both);
  }

  /** Number of histories that a person on at least one list can have, plus the empty one. */
  int cells() {
    return 1 << lists.size();
  }

  /** Counts of all histories but the empty one; the history h stands at h - 1. */
  double[] counts() {
    return IntStream.range(1, cells())
        .mapToDouble(history -> persons.getOrDefault(history, 0L))
        .toArray();
  }

  /** The same persons without the lists that hold nobody. */
  CaptureHistories withoutEmptyLists() {
    List<Integer> kept =
        IntStream.range(0, lists.size()).filter(list -> personsOn(list) > 0).boxed().toList();
    if (kept.size() == lists.size() || kept.isEmpty()) {
      return this;
    }
    SortedMap<Integer, Long> narrowed = new TreeMap<>();
    persons.forEach((history, count) -> narrowed.put(reordered(history, kept), count));
    return new CaptureHistories(kept.stream().map(lists::get).toList(), narrowed);
  }

  /** Whether every list can be reached from every other over lists that share persons. */
  boolean connected() {
    int reached = 1;
    for (int round = 0; round < lists.size(); round++) {
      for (int history : persons.keySet()) {
        reached |= (history & reached) == 0 ? 0 : history;
      }
    }
    return reached == cells() - 1;
  }

  private long personsWhere(IntPredicate history) {
    return persons.entrySet().stream()
        .filter(entry -> history.test(entry.getKey()))
        .mapToLong(Map.Entry::getValue)
        .reduce(0, Math::addExact);
  }

  private static void checkLists(List<String> lists) {
    if (lists.isEmpty() || lists.size() > MOST_LISTS) {
      throw new IllegalArgumentException(
          "Invalid number of lists: %d (must be 1 to %d)".formatted(lists.size(), MOST_LISTS));
    }
    for (String list : lists) {
      if (list.isBlank()) {
        throw new IllegalArgumentException("Missing name of a list");
      }
      if (Collections.frequency(lists, list) > 1) {
        throw new IllegalArgumentException("Invalid lists: two have the same name");
      }
    }
  }

  private static void checkHistory(int history, long count, int lists) {
    if (!(history > 0 && history < 1 << lists)) {
      throw new IllegalArgumentException(
          "Invalid history: %d (must be bits of %d lists, at least one of them set)"
              .formatted(history, lists));
    }
    if (count < 0) {
      throw new IllegalArgumentException(
          "Invalid count of history %d: %d persons (must be >= 0)".formatted(history, count));
    }
  }

  private static List<Integer> order(List<String> lists) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, lists.size()).boxed().toList());
    order.sort(Comparator.comparing(lists::get));
    return order;
  }

  /** The bits of a history after the list at {@code order.get(k)} has moved to position k. */
  private static int reordered(int history, List<Integer> order) {
    int moved = 0;
    for (int k = 0; k < order.size(); k++) {
      moved |= (history >> order.get(k) & 1) << k;
    }
    return moved;
  }
}
