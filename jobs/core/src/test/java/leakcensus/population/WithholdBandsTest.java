package leakcensus.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** An attacker knows all sums by age and by sex, and every cell that is published. */
class WithholdBandsTest {

  private static final String[] SEXES = {"male", "female", "unknown"};

  private final WithholdBands withholding = new WithholdBands(SmallCells.DEFAULT);

  @Test
  void withholdsNothingWithoutASmallCell() {
    assertThat(withholding.of(new TreeMap<>(Map.of("a:0:male", 11L, "a:0:female", 0L)))).isEmpty();
  }

  @Test
  void withholdsTheWholeBandAndASecond() {
    SortedMap<String, Long> seen = new TreeMap<>();
    seen.put("a:0:male", 100L);
    seen.put("a:0:female", 3L);
    seen.put("a:1:male", 50L);
    seen.put("a:1:female", 60L);
    seen.put("a:2:male", 500L);
    seen.put("a:2:female", 600L);

    assertThat(withholding.of(seen))
        .containsExactlyInAnyOrder("a:0:male", "a:0:female", "a:1:male", "a:1:female");
  }

  @Test
  void leavesEverySmallCellAsWideAsTheRule() {
    SplittableRandom random = new SplittableRandom(11);
    int withheldTables = 0;
    for (int table = 0; table < 1_000; table++) {
      SortedMap<String, Long> seen = new TreeMap<>();
      int bands = 3 + random.nextInt(20);
      for (int band = 0; band < bands; band++) {
        double persons = Math.exp(random.nextDouble(9));
        for (String sex : SEXES) {
          seen.put("a:%02d:%s".formatted(band, sex), (long) (persons * random.nextDouble()));
        }
      }
      Set<String> withheld = withholding.of(seen);
      withheldTables += withheld.isEmpty() ? 0 : 1;
      for (Map.Entry<String, Long> cell : seen.entrySet()) {
        if (SmallCells.DEFAULT.isSmall(cell.getValue())) {
          assertThat(withheld).contains(cell.getKey());
          assertThat(width(cell.getKey(), seen, withheld))
              .as("what sums leave of %s in %s", cell, seen)
              .isPositive();
        }
      }
    }
    assertThat(withheldTables).isGreaterThan(500);
  }

  /** Upper less lower end of a withheld cell, by the sums of its band and its sex. */
  private static long width(String key, SortedMap<String, Long> seen, Set<String> withheld) {
    String band = key.substring(0, key.lastIndexOf(':'));
    String sex = key.substring(key.lastIndexOf(':') + 1);
    long inBand = 0;
    long inSex = 0;
    long others = 0;
    for (String other : withheld) {
      boolean sameBand = other.startsWith(band + ":");
      boolean sameSex = other.endsWith(":" + sex);
      inBand += sameBand ? seen.get(other) : 0;
      inSex += sameSex ? seen.get(other) : 0;
      others += sameBand || sameSex ? 0 : seen.get(other);
    }
    // at most what band and sex hold; at least what no other withheld cell can take
    return Math.min(inBand, inSex) - Math.max(0, inBand - others - (inBand - seen.get(key)));
  }
}
