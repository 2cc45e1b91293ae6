package leakcensus.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinHashTest {

  private static final int TRIALS = 4_000;

  private final MinHash minHash = new MinHash();

  @ParameterizedTest(name = "{0} hashes in common, {1} of each alone")
  @CsvSource({"10, 20", "10, 10", "20, 10", "20, 5", "30, 3"})
  void sharesABandAsOftenAsTheFormulaSays(int common, int alone) {
    double similarity = (double) common / (common + 2 * alone);
    double ofOne = Math.pow(similarity, 4);
    double ofAny = 1 - Math.pow(1 - ofOne, MinHash.BANDS);
    SplittableRandom random = new SplittableRandom(20260801 + common * 100L + alone);

    double bands = 0;
    double pairs = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      LongArrayList left = hashes(random, common);
      LongArrayList right = left.clone();
      left.addAll(hashes(random, alone));
      right.addAll(hashes(random, alone));
      int shared = sharedBands(left, right);
      bands += shared;
      pairs += shared > 0 ? 1 : 0;
    }

    // Four standard errors; the bands of one pair hang together a little, hence by pairs.
    assertThat(bands / TRIALS / MinHash.BANDS)
        .isCloseTo(ofOne, within(4 * Math.sqrt(ofOne * (1 - ofOne) / TRIALS)));
    assertThat(pairs / TRIALS)
        .isCloseTo(ofAny, within(4 * Math.sqrt(ofAny * (1 - ofAny) / TRIALS)));
  }

  @Test
  void dependsOnTheSetAlone() {
    LongArrayList set = hashes(new SplittableRandom(1), 30);
    LongArrayList again = new LongArrayList(set);
    java.util.Collections.reverse(again);
    again.addAll(set);

    assertThat(sharedBands(set, again)).isEqualTo(MinHash.BANDS);
  }

  private int sharedBands(LongArrayList left, LongArrayList right) {
    minHash.read(left);
    Set<Long> bands = new HashSet<>();
    for (int band = 0; band < MinHash.BANDS; band++) {
      bands.add(minHash.band(band));
    }
    minHash.read(right);
    int shared = 0;
    for (int band = 0; band < MinHash.BANDS; band++) {
      shared += bands.contains(minHash.band(band)) ? 1 : 0;
    }
    return shared;
  }

  private static LongArrayList hashes(SplittableRandom random, int number) {
    LongArrayList hashes = new LongArrayList();
    for (int i = 0; i < number; i++) {
      hashes.add(random.nextLong());
    }
    return hashes;
  }
}
