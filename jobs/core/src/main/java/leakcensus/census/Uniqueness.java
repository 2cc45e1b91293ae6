package leakcensus.census;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.person.QuasiIdentifier;
import leakcensus.population.RoundCounts;
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

  /** What was counted, small numbers of persons withheld, and rows that differ by few. */
  static List<Uniqueness> of(CountTable counts, SmallCells smallCells) {
    long bySex = persons(counts, QuasiIdentifier.BIRTH_DATE_SEX);
    long byDate = persons(counts, QuasiIdentifier.BIRTH_DATE_SEX_REGION);
    long byYear = persons(counts, QuasiIdentifier.BIRTH_YEAR_SEX_REGION);
    long byRegion = 0;
    for (long region : counts.firsts(Measure.REGION_FREQUENCY, CountTable.ALL_SOURCES)) {
      byRegion =
          Math.addExact(
              byRegion,
              region == 0
                  ? 0
                  : sum(counts.bySecond(Measure.REGION_FREQUENCY, CountTable.ALL_SOURCES, region)));
    }
    boolean dateTells = smallCells.isSmall(bySex - byDate) || smallCells.isSmall(byYear - byDate);
    boolean yearTells = smallCells.isSmall(byRegion - byYear);
    List<Uniqueness> rows = new ArrayList<>();
    for (QuasiIdentifier identifier : QuasiIdentifier.values()) {
      boolean withheld =
          identifier == QuasiIdentifier.BIRTH_DATE_SEX_REGION && dateTells
              || identifier == QuasiIdentifier.BIRTH_YEAR_SEX_REGION && yearTells;
      rows.add(withheld ? withheld(identifier) : of(counts, identifier, smallCells));
    }
    return List.copyOf(rows);
  }

  /** The same with every number rounded. */
  Uniqueness rounded(RoundCounts rounding) {
    return new Uniqueness(
        identifier,
        rounding.nearest(persons),
        rounding.nearest(unique),
        rounding.nearest(inGroupsOf2To4),
        rounding.nearest(inGroupsOf5To10),
        rounding.nearest(inLargerGroups));
  }

  private static Uniqueness withheld(QuasiIdentifier identifier) {
    OptionalLong none = OptionalLong.empty();
    return new Uniqueness(identifier, none, none, none, none, none);
  }

  private static long persons(CountTable counts, QuasiIdentifier identifier) {
    long persons = 0;
    for (Map.Entry<Long, Long> groups :
        counts
            .bySecond(Measure.ALIKE_FREQUENCY, CountTable.ALL_SOURCES, identifier.ordinal())
            .entrySet()) {
      persons = Math.addExact(persons, Math.multiplyExact(groups.getKey(), groups.getValue()));
    }
    return persons;
  }

  private static long sum(Map<Long, Long> counted) {
    return counted.values().stream().reduce(0L, Math::addExact);
  }

  private static Uniqueness of(
      CountTable counts, QuasiIdentifier identifier, SmallCells smallCells) {
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
