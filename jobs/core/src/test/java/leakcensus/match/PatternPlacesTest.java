package leakcensus.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import leakcensus.compare.AgreementLevel;
import leakcensus.compare.AgreementPattern;
import leakcensus.compare.ComparisonField;
import org.junit.jupiter.api.Test;

class PatternPlacesTest {

  private final SplittableRandom random = new SplittableRandom(20261130);
  private final long[] patterns = random.longs(500).map(this::pattern).toArray();
  private final PatternPlaces places = new PatternPlaces(patterns);

  @Test
  void givesEveryCellOfTheTableToOneLevelOfOneFieldAndClass() {
    boolean[] taken = new boolean[PatternPlaces.TABLE_SIZE];
    for (int field = 0; field < ComparisonField.COUNT; field++) {
      for (int level = 0; level < AgreementLevel.COUNT; level++) {
        for (int pairClass = 0; pairClass < PairClass.COUNT; pairClass++) {
          int place = PatternPlaces.of(field, level) + pairClass;
          assertThat(taken[place]).isFalse();
          taken[place] = true;
        }
      }
    }
    assertThat(taken).doesNotContain(false);
  }

  /** To the last bit: a model that differs in it is another model to the content hash. */
  @Test
  void sumsAsFieldByFieldWouldAndLeavesOutWhatIsMissing() {
    double[] table = random.doubles(PatternPlaces.TABLE_SIZE).map(Math::log).toArray();

    for (int number = 0; number < places.count(); number++) {
      for (int pairClass = 0; pairClass < PairClass.COUNT; pairClass++) {
        double expected = -0.25;
        for (int field = 0; field < ComparisonField.COUNT; field++) {
          int level = AgreementPattern.level(patterns[number], field);
          if (level != AgreementLevel.MISSING) {
            expected += table[PatternPlaces.of(field, level) + pairClass];
          }
        }
        assertThat(places.sum(number, pairClass, table, -0.25)).isEqualTo(expected);
      }
      assertThat(places.pattern(number)).isEqualTo(patterns[number]);
    }
  }

  @Test
  void givesAModelTheSameLogarithms() {
    MatchModel model = new MatchModel(ratios(PairClass.COUNT), levelRatios(), 1_000_000);
    double[] expected = new double[PairClass.COUNT];
    double[] found = new double[PairClass.COUNT];

    for (int number = 0; number < places.count(); number++) {
      double largest = model.logProbabilities(patterns[number], expected);

      assertThat(model.logProbabilities(places, number, found)).isEqualTo(largest);
      assertThat(found).containsExactly(expected);
    }
  }

  @Test
  void addsToTheLevelsOfOnePatternAndClassAlone() {
    for (int number = 0; number < places.count(); number++) {
      double[] table = new double[PatternPlaces.TABLE_SIZE];

      places.add(number, 3, 2, table);

      double[] expected = new double[PatternPlaces.TABLE_SIZE];
      for (int field = 0; field < ComparisonField.COUNT; field++) {
        int level = AgreementPattern.level(patterns[number], field);
        if (level != AgreementLevel.MISSING) {
          expected[PatternPlaces.of(field, level) + 3] = 2;
        }
      }
      assertThat(Arrays.equals(table, expected)).isTrue();
    }
  }

  private double[] ratios(int count) {
    return random.doubles(count, 1e-6, 1).toArray();
  }

  private double[][][] levelRatios() {
    double[][][] ratios = new double[PairClass.COUNT][ComparisonField.COUNT][];
    for (double[][] ofClass : ratios) {
      Arrays.setAll(ofClass, field -> ratios(AgreementLevel.COUNT));
    }
    return ratios;
  }

  /** A pattern whose levels all occur, among them the one of missing content. */
  private long pattern(long draw) {
    long pattern = 0;
    SplittableRandom levels = new SplittableRandom(draw);
    for (ComparisonField field : ComparisonField.values()) {
      pattern = AgreementPattern.with(pattern, field, levels.nextInt(AgreementLevel.COUNT));
    }
    return pattern;
  }
}
