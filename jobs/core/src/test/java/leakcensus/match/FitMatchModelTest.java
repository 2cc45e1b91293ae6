package leakcensus.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import leakcensus.compare.AgreementLevel;
import leakcensus.compare.AgreementPattern;
import leakcensus.compare.ComparisonField;
import org.junit.jupiter.api.Test;

class FitMatchModelTest {

  private static final double PAIRS = 1e7;
  private static final int[] LEVELS = {AgreementLevel.EXACT, AgreementLevel.DIFFERENT};
  private static final List<ComparisonField> FIELDS =
      List.of(
          ComparisonField.GIVEN_NAME,
          ComparisonField.SURNAME,
          ComparisonField.BIRTH_DATE,
          ComparisonField.ADDRESS,
          ComparisonField.LOCALITY);

  /** Chance that the values of a field are equal, by class, in the order of {@link #FIELDS}. */
  private static final Map<PairClass, double[]> EQUAL =
      Map.of(
          PairClass.SAME, new double[] {0.9, 0.85, 0.95, 0.8, 0.9},
          PairClass.MOVED, new double[] {0.9, 0.85, 0.95, 1e-5, 0.01},
          PairClass.HOUSEHOLD, new double[] {0.01, 0.9, 3e-4, 0.9, 0.95},
          PairClass.NEIGHBOURS, new double[] {0.01, 0.003, 3e-4, 1e-5, 0.9},
          PairClass.UNRELATED, new double[] {0.01, 0.003, 3e-4, 1e-5, 0.01});

  @Test
  void recoversTheParametersOfDataMadeWithThem() {
    Map<PairClass, Double> ratios =
        Map.of(
            PairClass.SAME, 8e-4,
            PairClass.MOVED, 2e-4,
            PairClass.HOUSEHOLD, 2e-3,
            PairClass.NEIGHBOURS, 0.02,
            PairClass.UNRELATED, 1 - 0.023);

    MatchModel model = FitMatchModel.fit(made(ratios), 4_500);

    assertThat(model.expectedSamePairs()).isCloseTo(1e-3 * PAIRS, within(0.03e-3 * PAIRS));
    for (int field = 0; field < FIELDS.size(); field++) {
      double equal = model.levelRatio(PairClass.SAME, FIELDS.get(field), AgreementLevel.EXACT);
      assertThat(equal).as(FIELDS.get(field).key()).isCloseTo(same(field), within(0.02));
    }
  }

  @Test
  void takesFamiliesForFamilies() {
    Map<PairClass, Double> ratios =
        Map.of(PairClass.HOUSEHOLD, 4e-3, PairClass.NEIGHBOURS, 0.02, PairClass.UNRELATED, 0.976);

    MatchModel model = FitMatchModel.fit(made(ratios), 4_500);

    // A given name and a birth date that agree by chance: some twenty pairs of ten million.
    assertThat(model.expectedSamePairs()).isLessThan(100);
  }

  @Test
  void givesNoAnswerThatIsNoNumberWhereEverythingAgrees() {
    PatternWeights weights = new PatternWeights();
    long all = 0;
    for (int field = 0; field < ComparisonField.COUNT; field++) {
      all = AgreementPattern.with(all, ComparisonField.at(field), AgreementLevel.EXACT);
    }
    weights.add(all, 1e18);

    MatchModel model = FitMatchModel.fit(weights, 1_000);

    assertThat(model.logOdds(all)).isFinite();
    assertThat(model.sameProbability(all)).isBetween(0.0, 1.0);
    assertThat(model.expectedSamePairs()).isFinite();
  }

  @Test
  void isTheSameEachTime() {
    Map<PairClass, Double> ratios = Map.of(PairClass.SAME, 1e-3, PairClass.UNRELATED, 0.999);
    PatternWeights weights = made(ratios);

    MatchModel first = FitMatchModel.fit(weights, 4_500);
    MatchModel second = FitMatchModel.fit(weights, 4_500);

    for (long pattern : weights.patterns()) {
      assertThat(second.logOdds(pattern)).isEqualTo(first.logOdds(pattern));
    }
  }

  private static double same(int field) {
    return EQUAL.get(PairClass.SAME)[field];
  }

  /** Every pattern with the number of pairs to expect. */
  private static PatternWeights made(Map<PairClass, Double> ratios) {
    PatternWeights weights = new PatternWeights();
    for (int choice = 0; choice < 1 << FIELDS.size(); choice++) {
      long pattern = 0;
      double expected = 0;
      for (int field = 0; field < FIELDS.size(); field++) {
        pattern = AgreementPattern.with(pattern, FIELDS.get(field), LEVELS[choice >> field & 1]);
      }
      for (Map.Entry<PairClass, Double> ratio : ratios.entrySet()) {
        double share = ratio.getValue();
        for (int field = 0; field < FIELDS.size(); field++) {
          double equal = EQUAL.get(ratio.getKey())[field];
          share *= (choice >> field & 1) == 0 ? equal : 1 - equal;
        }
        expected += share;
      }
      weights.add(pattern, expected * PAIRS);
    }
    return weights;
  }
}
