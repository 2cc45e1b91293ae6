package leakcensus.census;

import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.person.QuasiIdentifier;
import leakcensus.population.SmallCells;

/**
 * How many persons of the sample a quasi-identifier singles out: k-anonymity, L. Sweeney (2002),
 * Int. J. Uncertain. Fuzz. 10, 557-570.
 *
 * @param identifier the facts
 * @param persons persons of whom all of them are known, in persons
 * @param unique those whom no other of the sample is like; absent where withheld
 * @param inGroupsOf2To4 those in groups of two to four alike
 * @param inGroupsOf5To10 those in groups of five to ten
 * @param inLargerGroups all others
 */
public record Uniqueness(
    QuasiIdentifier identifier,
    OptionalLong persons,
    OptionalLong unique,
    OptionalLong inGroupsOf2To4,
    OptionalLong inGroupsOf5To10,
    OptionalLong inLargerGroups) {

  private static final long[] LARGEST = {1, 4, 10, Long.MAX_VALUE};

  /** What was counted of a quasi-identifier, small numbers of persons withheld. */
  static Uniqueness of(CountTable counts, QuasiIdentifier identifier, SmallCells smallCells) {
    SortedMap<Integer, Long> cells = new TreeMap<>();
    long all = 0;
    for (int group = 0; group < LARGEST.length; group++) {
      cells.put(group, 0L);
    }
    for (Map.Entry<Long, Long> groups :
        counts
            .bySecond(Measure.ALIKE_FREQUENCY, CountTable.ALL_SOURCES, identifier.ordinal())
            .entrySet()) {
      long persons = Math.multiplyExact(groups.getKey(), groups.getValue());
      int group = 0;
      while (groups.getKey() > LARGEST[group]) {
        group++;
      }
      cells.merge(group, persons, Math::addExact);
      all = Math.addExact(all, persons);
    }
    Set<Integer> withheld = smallCells.suppressed(cells);
    OptionalLong[] shown = new OptionalLong[LARGEST.length];
    for (int group = 0; group < LARGEST.length; group++) {
      shown[group] =
          withheld.contains(group) ? OptionalLong.empty() : OptionalLong.of(cells.get(group));
    }
    return new Uniqueness(
        identifier, smallCells.suppress(all), shown[0], shown[1], shown[2], shown[3]);
  }
}
