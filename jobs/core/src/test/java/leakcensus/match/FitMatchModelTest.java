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
  void takesNoCrowdUnderOneRoofForHouseholds() {
    PatternWeights weights = new PatternWeights();
    SplittableRandom random = new SplittableRandom(20261006);
    addSparse(weights, random, 300, 0.95, 0.95, 0.95, 1);
    addSparse(weights, random, 500, 0.02, 0.75, 0.95, 1);
    addSparse(weights, random, 30_000, 0.02, 0.02, 0.95, 1);
    addSparse(weights, random, 200_000, 0.02, 0.02, 0.02, 0.02);

    MatchModel model = FitMatchModel.fit(weights, NODES);

    assertThat(model.expectedSamePairs()).isCloseTo(300, withinPercentage(20));
    assertThat(model.classRatio(PairClass.HOUSEHOLD) * weights.pairs()).isLessThan(2_000);
  }

  @Test
  void takesNeitherCrowdsNorRelativesForHouseholds() {
    PatternWeights weights = new PatternWeights();
    SplittableRandom random = new SplittableRandom(20261005);
    addTownsfolk(weights, random, 300, 0.9, 0.95, 0.95);
    addTownsfolk(weights, random, 2_700, 0.02, 0.5, 0.95);
    // A home for many; people of one town of whom some are related; strangers.
    addTownsfolk(weights, random, 20_000, 0.02, 0.02, 0.95);
    addTownsfolk(weights, random, 4_400, 0.02, 0.25, 0.02);
    add(weights, random, PairClass.UNRELATED, 200_000);

    MatchModel model = FitMatchModel.fit(weights, NODES);

    assertThat(model.expectedSamePairs()).isCloseTo(300, withinPercentage(25));
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

  /** Pairs of which a third of the fields have no content, by how often these agree. */
  private static void addSparse(
      PatternWeights weights,
      SplittableRandom random,
      int pairs,
      double person,
      double surname,
      double address,
      double postalCode) {
    double[] agrees = {person, surname, person, address, postalCode};
    double[] near = {0.1, 0.1, 0.1, 0.35, postalCode == 1 && surname < 0.1 ? 0 : 0.4};
    ComparisonField[] fields = {
      ComparisonField.GIVEN_NAME,
      ComparisonField.SURNAME,
      ComparisonField.PHONE,
      ComparisonField.ADDRESS,
      ComparisonField.POSTAL_CODE
    };
    for (int pair = 0; pair < pairs; pair++) {
      long pattern = 0;
      for (int field = 0; field < fields.length; field++) {
        if (random.nextInt(3) > 0) {
          pattern = drawn(random, pattern, fields[field], agrees[field], near[field]);
        }
      }
      weights.add(pattern, 1);
    }
  }

  /** Pairs of one town, by how often given names, surnames and addresses agree. */
  private static void addTownsfolk(
      PatternWeights weights,
      SplittableRandom random,
      int pairs,
      double givenName,
      double surname,
      double address) {
    boolean apart = address < 0.5;
    for (int pair = 0; pair < pairs; pair++) {
      long pattern = drawn(random, 0, ComparisonField.GIVEN_NAME, givenName, 0.05);
      pattern = drawn(random, pattern, ComparisonField.SURNAME, surname, 0.05);
      pattern = drawn(random, pattern, ComparisonField.ADDRESS, address, 0.6);
      pattern = drawn(random, pattern, ComparisonField.POSTAL_CODE, 0.98, apart ? 0.7 : 0.03);
      double phone = givenName > 0.5 ? 0.8 : surname > 0.4 ? 0.4 : 0.02;
      weights.add(drawn(random, pattern, ComparisonField.PHONE, phone, 0.1), 1);
    }
  }

  /** The pattern with a field added that agrees so often, and not wholly in some of these cases. */
  private static long drawn(
      SplittableRandom random, long pattern, ComparisonField field, double agrees, double near) {
    if (random.nextDouble() >= agrees) {
      return AgreementPattern.with(pattern, field, AgreementLevel.DIFFERENT);
    }
    int level = random.nextDouble() < near ? AgreementLevel.NEAR : EXACT;
    return AgreementPattern.with(pattern, field, level);
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
