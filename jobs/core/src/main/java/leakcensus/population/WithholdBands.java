package leakcensus.population;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which cells of a table of ages and sexes must not be published, where the sums by age and by sex
 * are.
 *
 * <p>A band of ages is withheld whole where one of its cells is small, those of unknown sex
 * included: the sum of the band less the others would tell it. Of one withheld band the sums by sex
 * would tell all cells, so at least two are, and further ones, the smallest first, until the
 * withheld cells of each sex hold k persons or none.
 *
 * <p>Keys are {@code age-sex:BAND:SEX}; bands of unknown age count among them.
 */
final class WithholdBands {

  private static final int FEWEST_BANDS = 2;

  private final SmallCells smallCells;

  WithholdBands(SmallCells smallCells) {
    this.smallCells = smallCells;
  }

  /** The keys of cells that must not be published. */
  Set<String> of(SortedMap<String, Long> seen) {
    SortedMap<String, Map<String, Long>> bands = new TreeMap<>();
    seen.forEach(
        (key, persons) ->
            bands.computeIfAbsent(band(key), band -> new TreeMap<>()).put(key, persons));
    Set<String> withheld = new TreeSet<>();
    bands.forEach(
        (band, cells) -> {
          if (cells.values().stream().anyMatch(smallCells::isSmall)
              || smallCells.isSmall(sum(cells))) {
            withheld.add(band);
          }
        });
    if (withheld.isEmpty()) {
      return Set.of();
    }
    for (String band : upwards(bands)) {
      if (isEnough(bands, withheld)) {
        break;
      }
      withheld.add(band);
    }
    Set<String> keys = new HashSet<>();
    withheld.forEach(band -> keys.addAll(bands.get(band).keySet()));
    return Set.copyOf(keys);
  }

  private boolean isEnough(Map<String, Map<String, Long>> bands, Set<String> withheld) {
    Map<String, Long> bySex = new TreeMap<>();
    long held = 0;
    for (String band : withheld) {
      held += sum(bands.get(band)) > 0 ? 1 : 0;
      bands.get(band).forEach((key, persons) -> bySex.merge(sex(key), persons, Math::addExact));
    }
    return held >= FEWEST_BANDS && bySex.values().stream().noneMatch(smallCells::isSmall);
  }

  private static List<String> upwards(Map<String, Map<String, Long>> bands) {
    return bands.entrySet().stream()
        .filter(band -> sum(band.getValue()) > 0)
        .sorted(
            Comparator.comparingLong(
                    (Map.Entry<String, Map<String, Long>> band) -> sum(band.getValue()))
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .collect(Collectors.toList());
  }

  private static long sum(Map<String, Long> cells) {
    return cells.values().stream().reduce(0L, Math::addExact);
  }

  private static String band(String key) {
    return key.substring(0, Math.max(0, key.lastIndexOf(':')));
  }

  private static String sex(String key) {
    return key.substring(key.lastIndexOf(':') + 1);
  }
}
