package leakcensus.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import leakcensus.compare.AgreementLevel;
import leakcensus.compare.AgreementPattern;
import leakcensus.compare.ComparisonField;
import leakcensus.estimate.LinkageBounds;
import org.junit.jupiter.api.Test;

class EstimateMatchingTest {

  private static final long AGREE = pattern(AgreementLevel.EXACT);
  private static final long DIFFER = pattern(AgreementLevel.DIFFERENT);

  @Test
  void countsClustersWhereEveryPairIsHeld() {
    SortedMap<Long, Long> clusters = new TreeMap<>(Map.of(1L, 800L, 2L, 100L));

    LinkageBounds bounds = EstimateMatching.estimate(findings(100), clusters, 0);

    assertThat(bounds.persons()).isBetween(895L, 905L);
    assertThat(bounds.lowerPersons()).isLessThan(bounds.persons());
    assertThat(bounds.upperPersons()).isGreaterThanOrEqualTo(bounds.persons());
  }

  @Test
  void countsFewerPersonsThanClustersWherePairsAreMissing() {
    SortedMap<Long, Long> clusters = new TreeMap<>(Map.of(1L, 900L, 2L, 50L));

    LinkageBounds bounds = EstimateMatching.estimate(findings(100), clusters, 0);

    // 100 pairs must be there and 50 are held: about 50 more persons are in two clusters each.
    assertThat(bounds.persons()).isBetween(890L, 935L);
  }

  @Test
  void countsThinMentionsAsOnePersonEachAtTheUpperEnd() {
    SortedMap<Long, Long> clusters = new TreeMap<>(Map.of(1L, 800L, 2L, 100L));

    LinkageBounds without = EstimateMatching.estimate(findings(100), clusters, 0);
    LinkageBounds with = EstimateMatching.estimate(findings(100), clusters, 17);

    assertThat(with.upperPersons()).isEqualTo(without.upperPersons() + 17);
    assertThat(with.persons()).isEqualTo(without.persons());
    assertThat(with.lowerPersons()).isEqualTo(without.lowerPersons());
  }

  @Test
  void findsNobodyInAnEmptySample() {
    LinkageBounds bounds = EstimateMatching.estimate(findings(100), new TreeMap<>(), 3);

    assertThat(bounds.persons()).isZero();
    assertThat(bounds.upperPersons()).isEqualTo(3);
  }

  /** Findings of 1,000 contents of which some pairs agree in all and all others in nothing. */
  private static MatchFindings findings(int same) {
    PairTally tally = new PairTally();
    for (int pair = 0; pair < same; pair++) {
      tally.add(AGREE, 1);
    }
    PatternWeights weights = new PatternWeights();
    weights.add(AGREE, same);
    weights.add(DIFFER, 499_500 - same);
    return new MatchFindings(FitMatchModel.fit(weights, 1_000), 1_000, tally);
  }

  private static long pattern(int level) {
    long pattern = AgreementPattern.with(0, ComparisonField.GIVEN_NAME, level);
    pattern = AgreementPattern.with(pattern, ComparisonField.SURNAME, level);
    pattern = AgreementPattern.with(pattern, ComparisonField.BIRTH_DATE, level);
    return AgreementPattern.with(pattern, ComparisonField.PHONE, level);
  }
}
