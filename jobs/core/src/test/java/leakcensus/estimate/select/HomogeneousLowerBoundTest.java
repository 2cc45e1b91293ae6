package leakcensus.estimate.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.function.ToIntFunction;
import leakcensus.estimate.RandomDump;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HomogeneousLowerBoundTest {

  @Test
  void boundsADumpWithoutPairs() {
    // P >= 1 / (1/R + 7.38 / (n (n - 1))) at 97.5 %; 7.38 is -2 ln 0.025
    HomogeneousLowerBound bound = HomogeneousLowerBound.of(0, 250_000, 1e9, 0.95);

    assertThat(bound.lowerPersons())
        .isCloseTo(1 / (1e-9 + 7.38 / (250_000.0 * 249_999)), Percentage.withPercentage(0.02));
    assertThat(bound.persons()).isCloseTo(1e9, Percentage.withPercentage(1e-10));
  }

  @Test
  void findsEqualNumbersOfRecordsAgain() {
    // 250 million persons with 3 records each: expected pairs n (n - 1) / 2 (1/P - 1/R)
    double pairs = 750_000.0 * 749_999 / 2 * (1 / 250e6 - 1 / 750e6);

    HomogeneousLowerBound bound = HomogeneousLowerBound.of(pairs, 750_000, 750e6, 0.95);

    assertThat(bound.persons()).isCloseTo(250e6, Percentage.withPercentage(1e-9));
    assertThat(bound.lowerPersons()).isBetween(230e6, 240e6);
  }

  @Test
  void fallsWithMorePairsAndRisesWithMoreRecords() {
    double before = Double.POSITIVE_INFINITY;
    for (double pairs : new double[] {0, 1, 2, 10, 1000, 1e6, 3e10}) {
      double lower = HomogeneousLowerBound.of(pairs, 250_000, 1e9, 0.95).lowerPersons();
      assertThat(lower).isLessThan(before);
      before = lower;
    }
    assertThat(HomogeneousLowerBound.of(100, 250_000, 1e8, 0.95).lowerPersons())
        .isLessThan(HomogeneousLowerBound.of(100, 250_000, 1e9, 0.95).lowerPersons());
  }

  @ParameterizedTest(name = "{0} pairs in {1} of {2} records")
  @CsvSource({
    "0, 10000000000000, 10000000000000",
    "5e25, 10000000000000, 1e16",
    "1e13, 10000000000000, 1e16",
    "1, 2, 2",
    "0, 2, 1e18"
  })
  void staysFiniteAtAnySize(double pairs, long sample, double dump) {
    HomogeneousLowerBound bound = HomogeneousLowerBound.of(pairs, sample, dump, 0.95);

    assertThat(bound.lowerPersons()).isPositive().isLessThanOrEqualTo(bound.persons());
    assertThat(bound.persons()).isFinite().isLessThanOrEqualTo(dump * (1 + 1e-12));
  }

  @Test
  void knowsNoMoreThanASampleWithoutAnyPairOfRecords() {
    assertThat(HomogeneousLowerBound.of(0, 0, 1e9, 0.95).lowerPersons()).isZero();
    assertThat(HomogeneousLowerBound.of(0, 1, 1e9, 0.95).persons()).isEqualTo(1);
  }

  @Test
  void refusesADumpSmallerThanItsSample() {
    assertThatThrownBy(() -> HomogeneousLowerBound.of(0, 250, 100, 0.95))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid dump records: 100.0 (the sample alone has 250)");
  }

  enum Law {
    CONSTANT(random -> 5),
    ONE_OR_TWO(random -> random.nextInt(1, 3)),
    GEOMETRIC(random -> 1 + (int) (Math.log(random.nextDouble()) / Math.log(0.75))),
    HEAVY_TAIL(random -> (int) Math.min(2000, 1 / Math.pow(random.nextDouble(), 1 / 1.2)));

    private final ToIntFunction<SplittableRandom> recordsOfPerson;

    Law(ToIntFunction<SplittableRandom> recordsOfPerson) {
      this.recordsOfPerson = recordsOfPerson;
    }
  }

  @ParameterizedTest
  @EnumSource
  void liesBelowTheTruthWhateverTheLawOfRecords(Law law) {
    RandomDump dump = RandomDump.of(8000, 20260101, law.recordsOfPerson);
    for (int sample : new int[] {400, 3000}) {
      int below = 0;
      for (int draw = 0; draw < 300; draw++) {
        double pairs = dump.drawFrequencies(sample).pairs();
        double lower = HomogeneousLowerBound.of(pairs, sample, dump.records(), 0.95).lowerPersons();
        below += lower <= dump.persons() ? 1 : 0;
      }
      assertThat(below)
          .as("of 300 bounds below the truth, %s, seed 20260101, %d records", law, sample)
          .isGreaterThanOrEqualTo(291);
    }
  }
}
