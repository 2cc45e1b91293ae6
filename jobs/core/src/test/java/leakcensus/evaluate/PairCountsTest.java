package leakcensus.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairCountsTest {

  @Test
  void scoresAnExampleOfFiveMentions() {
    // run {1 2 3} {4 5}, truth {1 2} {3 4 5}: of 4 joined and 4 true pairs 1-2 and 4-5 are right
    PairCounts counts = new PairCounts();
    counts.add(2, 3, 2);
    counts.add(1, 3, 3);
    counts.add(2, 2, 3);

    ClusterAgreement agreement = counts.agreement();

    assertThat(counts.joinedPairs()).isEqualTo(4);
    assertThat(counts.truePairs()).isEqualTo(4);
    assertThat(counts.rightPairs()).isEqualTo(2);
    assertThat(agreement.mentions()).isEqualTo(5);
    assertThat(agreement.pairPrecisionRatio()).isEqualTo(0.5);
    assertThat(agreement.pairRecallRatio()).isEqualTo(0.5);
    assertThat(agreement.pairF1Ratio()).isEqualTo(0.5);
    // (2/3 + 2/3 + 1/3 + 1 + 1) / 5 and (1 + 1 + 1/3 + 2/3 + 2/3) / 5
    assertThat(agreement.bCubedPrecisionRatio()).isCloseTo(11 / 15.0, within(1e-15));
    assertThat(agreement.bCubedRecallRatio()).isCloseTo(11 / 15.0, within(1e-15));
    assertThat(agreement.bCubedF1Ratio()).isCloseTo(11 / 15.0, within(1e-15));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void agreesWithACountOverAllPairs(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int mentions = 120;
    int[] run = random.ints(mentions, 0, random.nextInt(2, mentions)).toArray();
    int[] truth = random.ints(mentions, 0, random.nextInt(2, mentions)).toArray();

    ClusterAgreement agreement = counts(run, truth).agreement();
    ClusterAgreement expected = overAllPairs(run, truth);

    assertThat(agreement)
        .usingRecursiveComparison()
        .withComparatorForType(
            (left, right) -> Math.abs(left - right) < 1e-12 ? 0 : Double.compare(left, right),
            Double.class)
        .isEqualTo(expected);
  }

  @Test
  void doesNotDependOnTheOrderOfTheCells() {
    List<long[]> cells =
        List.of(new long[] {3, 7, 11}, new long[] {1, 3, 11}, new long[] {5, 9, 13});
    PairCounts forwards = new PairCounts();
    PairCounts backwards = new PairCounts();

    cells.forEach(cell -> forwards.add(cell[0], cell[1], cell[2]));
    for (int i = cells.size() - 1; i >= 0; i--) {
      backwards.add(cells.get(i)[0], cells.get(i)[1], cells.get(i)[2]);
    }

    assertThat(forwards.agreement()).isEqualTo(backwards.agreement());
  }

  @Test
  void takesEqualCellsTogether() {
    PairCounts one = new PairCounts();
    PairCounts other = new PairCounts();

    one.add(2, 3, 4, 5);
    for (int i = 0; i < 5; i++) {
      other.add(2, 3, 4);
    }

    assertThat(one.agreement()).isEqualTo(other.agreement());
  }

  @Test
  void findsNoFaultInAPerfectRun() {
    int[] persons = {1, 1, 2, 3, 3, 3};

    ClusterAgreement agreement = counts(persons, persons).agreement();

    assertThat(agreement).isEqualTo(new ClusterAgreement(6, 1, 1, 1, 1, 1, 1));
  }

  @Test
  void countsARunThatJoinsNothingAsPreciseAndBlind() {
    ClusterAgreement agreement = counts(new int[] {1, 2}, new int[] {1, 1}).agreement();

    assertThat(agreement).isEqualTo(new ClusterAgreement(2, 1, 0, 0, 1, 0.5, 2 / 3.0));
  }

  @Test
  void staysExactForABillionPairs() {
    PairCounts counts = new PairCounts();
    counts.add(1_000_000_000, 1_000_000_000, 1_000_000_001);
    counts.add(1, 1, 1_000_000_001);

    assertThat(counts.rightPairs()).isEqualTo(499_999_999_500_000_000L);
    assertThat(counts.truePairs()).isEqualTo(500_000_000_500_000_000L);
  }

  @Test
  void refusesToOverflow() {
    PairCounts counts = new PairCounts();

    assertThatThrownBy(() -> counts.add(4_000_000_000L, 4_000_000_000L, 4_000_000_000L))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("long overflow");
  }

  @Test
  void refusesCellsThatCannotBe() {
    PairCounts counts = new PairCounts();

    assertThatThrownBy(() -> counts.add(3, 2, 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Invalid cell: 3 of 2 and 5 mentions, 1 times (must be 1 to the smaller of the two)");
    assertThatThrownBy(counts::agreement)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Cannot score a run: no mentions were added");
  }

  private static PairCounts counts(int[] run, int[] truth) {
    Map<Integer, Long> runSizes = sizes(run);
    Map<Integer, Long> trueSizes = sizes(truth);
    Map<List<Integer>, Long> cells = new HashMap<>();
    for (int i = 0; i < run.length; i++) {
      cells.merge(List.of(run[i], truth[i]), 1L, Long::sum);
    }
    PairCounts counts = new PairCounts();
    cells.forEach(
        (cell, mentions) ->
            counts.add(mentions, runSizes.get(cell.get(0)), trueSizes.get(cell.get(1))));
    return counts;
  }

  private static Map<Integer, Long> sizes(int[] persons) {
    Map<Integer, Long> sizes = new HashMap<>();
    Arrays.stream(persons).forEach(person -> sizes.merge(person, 1L, Long::sum));
    return sizes;
  }

  private static ClusterAgreement overAllPairs(int[] run, int[] truth) {
    int mentions = run.length;
    long joined = 0;
    long belonging = 0;
    long right = 0;
    double precision = 0;
    double recall = 0;
    for (int i = 0; i < mentions; i++) {
      int joinedToI = 0;
      int belongingToI = 0;
      int rightToI = 0;
      for (int j = 0; j < mentions; j++) {
        boolean sameRun = run[i] == run[j];
        boolean sameTruth = truth[i] == truth[j];
        joinedToI += sameRun ? 1 : 0;
        belongingToI += sameTruth ? 1 : 0;
        rightToI += sameRun && sameTruth ? 1 : 0;
      }
      joined += joinedToI - 1;
      belonging += belongingToI - 1;
      right += rightToI - 1;
      precision += (double) rightToI / joinedToI;
      recall += (double) rightToI / belongingToI;
    }
    double pairPrecision = joined == 0 ? 1 : (double) right / joined;
    double pairRecall = belonging == 0 ? 1 : (double) right / belonging;
    return new ClusterAgreement(
        mentions,
        pairPrecision,
        pairRecall,
        f1(pairPrecision, pairRecall),
        precision / mentions,
        recall / mentions,
        f1(precision / mentions, recall / mentions));
  }

  private static double f1(double precision, double recall) {
    return precision + recall == 0 ? 0 : 2 / (1 / precision + 1 / recall);
  }
}
