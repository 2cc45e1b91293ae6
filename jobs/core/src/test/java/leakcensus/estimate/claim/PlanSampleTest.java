package leakcensus.estimate.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import leakcensus.estimate.claim.PlanSample.Rows;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanSampleTest {

  private static final OptionalDouble NONE = OptionalDouble.empty();

  @Test
  void knowsThePowerOfTheCaseThatStartedIt() {
    List<SamplePlan> plans = new PlanSample(1e9, 3, NONE, 0.5, 0.8).plans(750_000, Rows.ANY);

    assertThat(plans)
        .extracting(SamplePlan::design)
        .containsExactly(
            PlannedDesign.INDEPENDENT_DRAWS,
            PlannedDesign.PERSON_INDEXES,
            PlannedDesign.TWO_INDEXES);
    assertThat(plans.get(0).expectedPairs()).isCloseTo(281.25, within(1e-3));
    assertThat(plans.get(1).expectedPairs()).isEqualTo(187.5);
    assertThat(plans.get(2).expectedPairs()).isEqualTo(62.5);
    // scipy 1.17.1: poisson.sf(309, 281.25 / ratio)
    assertThat(plans.get(0).powerByTruth().get(0.9)).isCloseTo(0.5638, within(1e-4));
    assertThat(plans.get(0).powerByTruth().get(0.8)).isCloseTo(0.9887, within(1e-4));
    assertThat(plans.get(0).powerByTruth().get(0.7)).isCloseTo(1, within(1e-4));
    for (SamplePlan plan : plans) {
      assertThat(power(plan.expectedPairs(), 0.9))
          .isCloseTo(plan.powerByTruth().get(0.9), within(1e-9));
      assertThat(power(plan.expectedPairs(), plan.smallestFewerRatio().getAsDouble()))
          .isCloseTo(0.8, within(1e-6));
    }
  }

  @ParameterizedTest(name = "{0} of the claim, chance {1}")
  @CsvSource({"0.5, 0.8", "0.5, 0.95", "0.8, 0.8", "0.9, 0.9"})
  void needsSoManyRecordsAndNoLargerSampleTellsLess(double ratio, double wanted) {
    for (SamplePlan plan :
        new PlanSample(1e6, 3, OptionalDouble.of(3e6), ratio, wanted).plans(3_000, Rows.ANY)) {
      double needed = plan.neededPerSource();

      for (double more = needed; more < 1.3 * needed; more *= 1.0007) {
        assertThat(powerOf(plan, Math.ceil(more), ratio)).isGreaterThanOrEqualTo(wanted);
      }
      double least = 1;
      for (double fewer = needed - 1; fewer > 0.8 * needed; fewer--) {
        least = Math.min(least, powerOf(plan, fewer, ratio));
      }
      assertThat(least).isLessThan(wanted);
    }
  }

  @Test
  void bearsFalseMatchesUpToTheRateThatItNames() {
    SamplePlan plan = new PlanSample(1e9, 3, NONE, 0.5, 0.8).plans(750_000, Rows.ANY).get(0);
    double known = plan.knownFalseMatchRatio().getAsDouble() * plan.comparedPairs();
    double unknown = plan.unknownFalseMatchRatio() * plan.comparedPairs();

    RepeatLaw noisy = RepeatLaw.of(plan.comparedPairs(), known);
    assertThat(new RepeatPower(noisy, 1e9, 0).ratio(0.5)).isCloseTo(0.8, within(0.01));
    // 310 is the critical count of 281.25
    assertThat(PoissonDistribution.of(plan.expectedPairs() + unknown).survivalProbability(309))
        .isCloseTo(0.1, within(1e-6));
    assertThat(1e-9 * plan.comparedPairs()).isCloseTo(plan.expectedPairs(), within(1e-3));
    assertThat(
            new PlanSample(1e9, 3, NONE, 0.9, 0.8)
                .plans(750_000, Rows.ANY)
                .get(0)
                .knownFalseMatchRatio())
        .as("too small even without")
        .isEmpty();
  }

  @Test
  void leavesOutWhatOneRecordAPersonMakesImpossible() {
    PlanSample three = new PlanSample(1e9, 3, NONE, 0.5, 0.8);

    assertThat(three.plans(750_000, Rows.ONE_A_PERSON)).allMatch(plan -> plan.design().isIndexed());
    assertThat(new PlanSample(1e9, 1, NONE, 0.5, 0.8).plans(750_000, Rows.ANY)).hasSize(1);
    assertThat(new PlanSample(1e9, 2, NONE, 0.5, 0.8).plans(750_000, Rows.ANY)).hasSize(2);
  }

  @Test
  void refusesWhatCannotBePlanned() {
    assertThatThrownBy(() -> new PlanSample(1, 3, NONE, 0.5, 0.8))
        .hasMessage("Invalid claim: 1.0 persons (must be 2 to 1e15)");
    assertThatThrownBy(() -> new PlanSample(1e9, 0, NONE, 0.5, 0.8))
        .hasMessage("Invalid sources: 0 (must be 1 to 1000)");
    assertThatThrownBy(() -> new PlanSample(1e9, 3, OptionalDouble.of(1e9), 0.5, 0.8))
        .hasMessage(
            "Invalid dump records: 1000000000 (must be more than the persons: with one record a"
                + " person nobody repeats)");
    assertThatThrownBy(() -> new PlanSample(1e9, 3, NONE, 1, 0.8))
        .hasMessage("Invalid ratio: 1.0 (must be above 0 and at most 0.999)");
    assertThatThrownBy(() -> new PlanSample(1e9, 3, NONE, 0.5, Double.NaN))
        .hasMessage("Invalid power: NaN (must be above 0.05 and at most 0.9999)");
    assertThatThrownBy(() -> new PlanSample(1e9, 3, NONE, 0.5, 0.8).plans(5, Rows.ANY))
        .hasMessage("Invalid records: 5 (must be 2 for each source to 1e12)");
    assertThatThrownBy(() -> new PlanSample(1e9, 1, NONE, 0.5, 0.8).plans(5, Rows.ONE_A_PERSON))
        .hasMessage("Invalid sources: 1 (inside one index nobody stands twice, so two are needed)");
  }

  /** Power of a design at another size, by the distribution itself. */
  private static double powerOf(SamplePlan plan, double perSource, double ratio) {
    boolean indexed = plan.design().isIndexed();
    double compared =
        indexed
            ? plan.sources() * (plan.sources() - 1) / 2.0 * perSource * perSource
            : perSource * (perSource - 1) / 2;
    double flat = indexed ? 0 : compared / 3e6;
    return power(compared / 1e6 - flat, compared / (ratio * 1e6) - flat, 0);
  }

  private static double power(double mean, double ratio) {
    return power(mean, mean / ratio, 0);
  }

  private static double power(double mean, double truth, int from) {
    PoissonDistribution claimed = PoissonDistribution.of(mean);
    int critical = Math.max(from, (int) mean);
    while (claimed.survivalProbability(critical - 1) > 0.05) {
      critical++;
    }
    return PoissonDistribution.of(truth).survivalProbability(critical - 1);
  }
}
