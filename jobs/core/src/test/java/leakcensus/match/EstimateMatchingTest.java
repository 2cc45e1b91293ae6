package leakcensus.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import leakcensus.compare.AgreementLevel;
import leakcensus.compare.ComparisonField;
import leakcensus.estimate.LinkageBounds;
import org.junit.jupiter.api.Test;

class EstimateMatchingTest {

  private static final double ALL_PAIRS = 1e8;

  @Test
  void countsClustersWhereAllPairsAreHeldAndNoneIsInDoubt() {
    // 400 pairs and 100 triples hold 700 pairs: all that there are.
    SortedMap<Long, Long> clusters = new TreeMap<>(Map.of(1L, 500L, 2L, 400L, 3L, 100L));

    LinkageBounds bounds = EstimateMatching.estimate(findings(700, 700, 0), clusters, 0);

    assertThat(bounds.persons()).isEqualTo(1_000);
    assertThat(bounds.lowerPersons()).isBetween(970L, 1_000L);
    // 0.2 % of false joins at least, whatever the pairs say.
    assertThat(bounds.upperPersons()).isBetween(1_002L, 1_003L);
    assertThat(bounds.assumptions()).contains("independently").contains("calibrated");
  }

  @Test
  void countsFewerPersonsThanClustersWherePairsAreMissing() {
    SortedMap<Long, Long> clusters = new TreeMap<>(Map.of(1L, 1_000L, 2L, 350L));

    // One pair in 1.25 is held, so 350 of 437.5 persons with two mentions: 87.5 more pairs to join.
    LinkageBounds bounds = EstimateMatching.estimate(findings(437.5, 437.5, 0), clusters, 0);

    // By hand: g2 = f2 r, so f2 = 437.5, and f1 = 1700 - 875 = 825.
    assertThat(bounds.persons()).isBetween(1_262L, 1_263L);
  }

  @Test
  void widensWithDoubt() {
    SortedMap<Long, Long> clusters = new TreeMap<>(Map.of(1L, 5_000L, 2L, 4_000L));
    double width = 0;
    long lower = Long.MAX_VALUE;

    for (double doubtful : new double[] {0, 40, 200, 400, 1_000, 3_000}) {
      LinkageBounds bounds =
          EstimateMatching.estimate(findings(4_400, 4_400, doubtful), clusters, 0);

      assertThat((double) bounds.upperPersons() - bounds.lowerPersons()).isGreaterThan(width);
      assertThat(bounds.lowerPersons()).isLessThan(lower);
      lower = bounds.lowerPersons();
      width = bounds.upperPersons() - bounds.lowerPersons();
    }
  }

  @Test
  void takesPairsThatWereNeverComparedForDoubt() {
    assertThat(findings(1_000, 900, 20).doubtRatio()).isCloseTo(0.12, within());
    assertThat(findings(1_000, 1_100, 20).doubtRatio()).isCloseTo(0.02, within());
  }

  @Test
  void addsThinMentionsToTheUpperEndAlone() {
    SortedMap<Long, Long> clusters = new TreeMap<>(Map.of(1L, 500L, 2L, 100L));
    MatchFindings findings = findings(110, 105, 3);

    LinkageBounds without = EstimateMatching.estimate(findings, clusters, 0);
    LinkageBounds with = EstimateMatching.estimate(findings, clusters, 77);

    assertThat(with.lowerPersons()).isEqualTo(without.lowerPersons());
    assertThat(with.persons()).isEqualTo(without.persons());
    assertThat(with.upperPersons()).isEqualTo(without.upperPersons() + 77);
  }

  @Test
  void keepsTheBestCountInsideTheInterval() {
    SplittableRandom random = new SplittableRandom(20261010);

    for (int trial = 0; trial < 500; trial++) {
      SortedMap<Long, Long> clusters = new TreeMap<>();
      long pairs = 0;
      for (long size = 1; size < 9; size++) {
        if (random.nextInt(3) > 0) {
          long number = 1 + random.nextInt(900);
          clusters.put(size, number);
          pairs += number * size * (size - 1) / 2;
        }
      }
      double expected = (pairs + 0.5) * random.nextDouble(0.3, 3);

      // LinkageBounds refuse what does not lie inside.
      LinkageBounds bounds =
          EstimateMatching.estimate(
              findings(expected, expected * random.nextDouble(), expected * random.nextDouble()),
              clusters,
              random.nextInt(9));

      assertThat(bounds.persons())
          .isBetween(
              1L * (clusters.isEmpty() ? 0 : 1),
              clusters.values().stream().mapToLong(Long::longValue).sum());
    }
  }

  @Test
  void countsNobodyInAnEmptySample() {
    LinkageBounds bounds = EstimateMatching.estimate(findings(0.5, 0, 0), new TreeMap<>(), 4);

    assertThat(bounds.lowerPersons()).isZero();
    assertThat(bounds.persons()).isZero();
    assertThat(bounds.upperPersons()).isEqualTo(4);
  }

  @Test
  void countsEveryClusterWhereNoPairIsHeld() {
    LinkageBounds bounds =
        EstimateMatching.estimate(findings(0.5, 0, 0), new TreeMap<>(Map.of(1L, 60L)), 0);

    assertThat(bounds.persons()).isEqualTo(60);
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.api.Assertions.within(1e-9);
  }

  private static MatchFindings findings(
      double expectedSamePairs, double comparedSamePairs, double doubtfulPairs) {
    double same = expectedSamePairs / ALL_PAIRS;
    double[][][] levels = new double[PairClass.COUNT][ComparisonField.COUNT][AgreementLevel.COUNT];
    for (double[][] ofClass : levels) {
      for (double[] ofField : ofClass) {
        Arrays.fill(ofField, 1.0 / (AgreementLevel.COUNT - 1));
      }
    }
    MatchModel model =
        new MatchModel(new double[] {same, 0.001, 0.001, 0.998 - same}, levels, ALL_PAIRS);
    return new MatchFindings(model, 1_000, 5_000, comparedSamePairs, doubtfulPairs);
  }
}
