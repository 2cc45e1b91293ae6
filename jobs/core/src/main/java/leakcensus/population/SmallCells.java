package leakcensus.population;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;

/**
 * Which counts of persons are too small to be published.
 *
 * <p>A cell of 1 to k - 1 persons is suppressed, an empty one is not. A suppressed cell loses every
 * column that its count can be derived from. Where the cells of a table add up to a published
 * total, further cells, the smallest first, are suppressed until each hidden one can stand for k
 * numbers or more: h hidden cells of T persons in all, none of them empty, leave each 1 to T - h +
 * 1.
 *
 * @param fewestPersons the k of the rule: the smallest count that may be published, in persons
 */
public record SmallCells(long fewestPersons) {

  /**
   * US Centers for Medicare and Medicaid Services, cell size suppression policy: no cell of 1 to
   * 10.
   */
  public static final SmallCells DEFAULT = new SmallCells(11);

  private static final long STRICTEST_MINIMUM = 5;

  public SmallCells {
    if (!(fewestPersons >= STRICTEST_MINIMUM)) {
      throw new IllegalArgumentException(
          "Invalid smallest cell: %d persons (must be >= %d)"
              .formatted(fewestPersons, STRICTEST_MINIMUM));
    }
  }

  /** Whether a count must not be published. */
  public boolean isSmall(long persons) {
    if (!(persons >= 0)) {
      throw new IllegalArgumentException(
          "Invalid cell: %d persons (must be >= 0)".formatted(persons));
    }
    return 0 < persons && persons < fewestPersons;
  }

  /** The count, or nothing where it must not be published. */
  public OptionalLong suppress(long persons) {
    return isSmall(persons) ? OptionalLong.empty() : OptionalLong.of(persons);
  }

  /** The cells of a table with a published total that must not be published; ties by key order. */
  public <K extends Comparable<K>> Set<K> suppressed(SortedMap<K, Long> cells) {
    Set<K> suppressed = new HashSet<>();
    long hiddenPersons = 0;
    for (Map.Entry<K, Long> cell : cells.entrySet()) {
      if (isSmall(cell.getValue())) {
        suppressed.add(cell.getKey());
        hiddenPersons = Math.addExact(hiddenPersons, cell.getValue());
      }
    }
    if (suppressed.isEmpty()) {
      return Set.of();
    }

    Iterable<Map.Entry<K, Long>> upwards =
        cells.entrySet().stream()
                .filter(cell -> cell.getValue() >= fewestPersons)
                .sorted(
                    Map.Entry.<K, Long>comparingByValue(Comparator.naturalOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
            ::iterator;
    for (Map.Entry<K, Long> cell : upwards) {
      if (hiddenPersons - suppressed.size() + 1 >= fewestPersons) {
        break;
      }
      suppressed.add(cell.getKey());
      hiddenPersons = Math.addExact(hiddenPersons, cell.getValue());
    }
    return Set.copyOf(suppressed);
  }
}
