package leakcensus.estimate.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.OptionalLong;
import leakcensus.estimate.DumpSample;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.RandomDump;
import org.junit.jupiter.api.Test;

class ThinnedAverageEstimatorTest {

  /**
   * Python: all 51 fits by scipy 1.17.1 (bounded Brent), the log-normal integral on 6,001 points.
   */
  @Test
  void agreesWithFitsByScipy() {
    PersonEstimate row =
        estimate(FrequencyOfFrequencies.of(Map.of(1L, 7000L, 2L, 300L, 3L, 12L)), 152_720);

    assertThat(row.persons().orElseThrow()).isCloseTo(76_683.89, within(15.0));
    assertThat(row.upperPersons()).isEmpty();
  }

  /** Laws that fit alike lie apart, and which of them is the best is chance. */
  @Test
  void isNotThePointOfTheBestLawWhereTheSampleTellsLittle() {
    DumpSample sample =
        new DumpSample(
            FrequencyOfFrequencies.of(Map.of(1L, 100_000L, 2L, 60L)), OptionalLong.of(100_120_000));

    double average = new ThinnedAverageEstimator().estimate(sample, 0.95).persons().orElseThrow();
    PersonEstimate katz = ThinnedFamilyEstimator.katz().estimate(sample, 0.95);

    assertThat(katz.diagnostics().get("deviance")).isLessThan(0.1);
    assertThat(Math.abs(katz.persons().orElseThrow() / average - 1)).isGreaterThan(0.1);
    assertThat(average)
        .isBetween(katz.lowerPersons().orElseThrow(), katz.upperPersons().orElseThrow());
  }

  @Test
  void isThePointOfTheBestLawWhereTheSampleTellsMuch() {
    RandomDump dump =
        RandomDump.of(
            200_000, 71, random -> 1 + (int) (Math.log(random.nextDouble()) / Math.log(2.0 / 3)));
    FrequencyOfFrequencies seen = dump.drawFrequencies(dump.records() / 5);
    DumpSample sample = new DumpSample(seen, OptionalLong.of(dump.records()));

    double average = new ThinnedAverageEstimator().estimate(sample, 0.95).persons().orElseThrow();
    double best = ThinnedFamilyEstimator.katz().estimate(sample, 0.95).persons().orElseThrow();

    assertThat(average).as("seed 71").isCloseTo(best, within(best * 0.02));
    assertThat(average).as("seed 71").isCloseTo(200_000, within(10_000.0));
  }

  @Test
  void countsAWholeDump() {
    PersonEstimate row = estimate(FrequencyOfFrequencies.of(Map.of(1L, 60L, 2L, 30L)), 120);

    assertThat(row.persons()).hasValue(90);
  }

  @Test
  void asksForWhatItNeeds() {
    FrequencyOfFrequencies few = FrequencyOfFrequencies.of(Map.of(1L, 3L));
    ThinnedAverageEstimator estimator = new ThinnedAverageEstimator();

    assertThat(estimator.estimate(new DumpSample(few, OptionalLong.empty()), 0.95).needed())
        .isEqualTo("The number of records of the dump.");
    assertThat(estimate(FrequencyOfFrequencies.empty(), 100).needed())
        .isEqualTo("Records: the sample is empty.");
    assertThat(estimate(FrequencyOfFrequencies.of(Map.of(5000L, 2L)), 100_000).needed())
        .isEqualTo("Persons who were seen seldom: all were seen very often.");
  }

  private static PersonEstimate estimate(FrequencyOfFrequencies persons, long dumpRecords) {
    return new ThinnedAverageEstimator()
        .estimate(new DumpSample(persons, OptionalLong.of(dumpRecords)), 0.95);
  }
}
