package leakcensus.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.SplittableRandom;
import leakcensus.compare.AgreementLevel;
import leakcensus.compare.AgreementPattern;
import leakcensus.compare.ComparisonField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FitMatchModelTest {

  private static final int EXACT = AgreementLevel.EXACT + 2;
  private static final int NODES = 3_000;
  private static final int UNRELATED = 1_000_000;

  @Test
  void recoversWhatPairsWereMadeWith() {
    PatternWeights weights = new PatternWeights();
    SplittableRandom random = new SplittableRandom(20261001);
    add(weights, random, PairClass.SAME, 3_000);
    add(weights, random, PairClass.HOUSEHOLD, 2_000);
    add(weights, random, PairClass.NEIGHBOURS, 4_000);
    add(weights, random, PairClass.UNRELATED, UNRELATED);

    MatchModel model = FitMatchModel.fit(weights, NODES);

    assertThat(model.expectedSamePairs()).isCloseTo(3_000, withinPercentage(4));
    for (PairClass pairClass : new PairClass[] {PairClass.SAME, PairClass.UNRELATED}) {
      for (ComparisonField field : ComparisonField.values()) {
        double[] made = levels(pairClass, field);
        for (int level : new int[] {EXACT, AgreementLevel.NEAR, AgreementLevel.DIFFERENT}) {
          assertThat(model.levelRatio(pairClass, field, level))
              .as("%s %s %s", pairClass, field, AgreementLevel.key(level))
              .isCloseTo(made[level], within(0.03));
        }
      }
    }
  }

  @Test
  void countsHouseholdsAndNeighboursApartFromPersons() {
    PatternWeights weights = new PatternWeights();
    SplittableRandom random = new SplittableRandom(20261002);
    add(weights, random, PairClass.SAME, 300);
    add(weights, random, PairClass.HOUSEHOLD, 6_000);
    add(weights, random, PairClass.NEIGHBOURS, 9_000);
    add(weights, random, PairClass.UNRELATED, UNRELATED);

    MatchModel model = FitMatchModel.fit(weights, NODES);

    assertThat(model.expectedSamePairs()).isCloseTo(300, withinPercentage(10));
  }

  @Test
  void expectsHardlyAnyPairOfOnePersonWhereThereIsNone() {
    PatternWeights weights = new PatternWeights();
    add(weights, new SplittableRandom(20261003), PairClass.UNRELATED, UNRELATED);

    MatchModel model = FitMatchModel.fit(weights, NODES);

    assertThat(model.expectedSamePairs()).isBetween(0.0, NODES * 0.01);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-300, 1, 1e15, 1e100})
  void staysFiniteWhateverTheWeights(double weight) {
    PatternWeights weights = new PatternWeights();
    weights.add(pattern(EXACT), weight);
    weights.add(pattern(AgreementLevel.DIFFERENT), 1e6);
    weights.add(0, weight);

    MatchModel model = FitMatchModel.fit(weights, NODES);

    assertThat(model.expectedSamePairs()).isFinite().isPositive();
    for (int level = 0; level < AgreementLevel.COUNT; level++) {
      assertThat(model.logOdds(pattern(level))).isFinite();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2})
  void learnsNothingFromNothing(long nodes) {
    MatchModel model = FitMatchModel.fit(new PatternWeights(), nodes);

    assertThat(model.expectedSamePairs()).isZero();
    assertThat(model.logOdds(0)).isNotNaN();
  }

  @Test
  void comesOutTheSameFromWeightsInAnyOrder() {
    PatternWeights forwards = new PatternWeights();
    PatternWeights backwards = new PatternWeights();
    SplittableRandom random = new SplittableRandom(20261004);
    long[] patterns = new long[500];
    Arrays.setAll(patterns, i -> draw(random, PairClass.values()[i % PairClass.COUNT]));
    for (int i = 0; i < patterns.length; i++) {
      forwards.add(patterns[i], 1 + i % 7);
      int back = patterns.length - 1 - i;
      backwards.add(patterns[back], 1 + back % 7);
    }

    MatchModel one = FitMatchModel.fit(forwards, 200);
    MatchModel other = FitMatchModel.fit(backwards, 200);

    for (long pattern : patterns) {
      assertThat(other.logOdds(pattern)).isEqualTo(one.logOdds(pattern));
    }
  }

  @Test
  void refusesWeightsThatAreNone() {
    assertThatThrownBy(() -> new PatternWeights().add(0, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid pairs: -1.0 (must be a number >= 0)");
    assertThatThrownBy(() -> new PatternWeights().add(0, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid pairs: NaN (must be a number >= 0)");
  }

  private static long pattern(int level) {
    long pattern = 0;
    for (ComparisonField field : ComparisonField.values()) {
      pattern = AgreementPattern.with(pattern, field, level);
    }
    return pattern;
  }

  private static void add(
      PatternWeights weights, SplittableRandom random, PairClass pairClass, int pairs) {
    for (int pair = 0; pair < pairs; pair++) {
      weights.add(draw(random, pairClass), 1);
    }
  }

  /** A pattern of a class; one field in ten has no content. */
  private static long draw(SplittableRandom random, PairClass pairClass) {
    long pattern = 0;
    for (ComparisonField field : ComparisonField.values()) {
      if (random.nextInt(10) > 0) {
        pattern = AgreementPattern.with(pattern, field, draw(random, levels(pairClass, field)));
      }
    }
    return pattern;
  }

  private static int draw(SplittableRandom random, double[] levels) {
    double point = random.nextDouble();
    int level = 0;
    while (point >= 0) {
      level++;
      point -= levels[level];
    }
    return level;
  }

  /** Shares of equal, near and different values of a field in a class. */
  private static double[] levels(PairClass pairClass, ComparisonField field) {
    double[] levels = new double[AgreementLevel.COUNT];
    boolean shared =
        switch (field) {
          case POSTAL_CODE, LOCALITY -> pairClass != PairClass.UNRELATED;
          case SURNAME, PHONE, ADDRESS ->
              pairClass == PairClass.SAME || pairClass == PairClass.HOUSEHOLD;
          default -> pairClass == PairClass.SAME;
        };
    double chance = field == ComparisonField.SEX ? 0.5 : 0.01;
    levels[EXACT] = shared ? 0.85 : chance;
    levels[AgreementLevel.NEAR] = shared ? 0.1 : 0.002;
    levels[AgreementLevel.DIFFERENT] = 1 - levels[EXACT] - levels[AgreementLevel.NEAR];
    return levels;
  }
}
