package leakcensus.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import leakcensus.compare.AgreementLevel;
import leakcensus.compare.AgreementPattern;
import leakcensus.compare.ComparisonField;
import leakcensus.estimate.LinkageBounds;
import org.junit.jupiter.api.Test;

class EstimateMatchingTest {

  private static final long AGREE = pattern(AgreementLevel.EXACT);
  private static final long DIFFER = pattern(AgreementLevel.DIFFERENT);
  private static final LinkDoubts NO_DOUBT = new LinkDoubts(0, 0, 0);

  @Test
  void countsClustersWhereEveryPairIsHeld() {
    SortedMap<Long, Long> clusters = new TreeMap<>(Map.of(1L, 800L, 2L, 100L));

    LinkageBounds bounds = EstimateMatching.estimate(findings(100), clusters, NO_DOUBT, 0);

    assertThat(bounds.persons()).isBetween(895L, 905L);
    assertThat(bounds.lowerPersons()).isLessThan(bounds.persons());
    assertThat(bounds.upperPersons()).isGreaterThanOrEqualTo(bounds.persons());
  }

  @Test
  void countsFewerPersonsThanClustersWherePairsAreMissing() {
    SortedMap<Long, Long> clusters = new TreeMap<>(Map.of(1L, 900L, 2L, 50L));

    LinkageBounds bounds = EstimateMatching.estimate(findings(100), clusters, NO_DOUBT, 0);

    // 100 pairs must be there and 50 are held: about 50 more persons are in two clusters each.
    assertThat(bounds.persons()).isBetween(890L, 935L);
  }

  @Test
  void countsAMissedPairAsTheJoinsThatItIsWorth() {
    // 30 persons of ten contents each: 1,350 pairs. One of them lies in two halves: 25 missed pairs
    // for one join, where a content lost alone would be a join for every nine of them.
    SortedMap<Long, Long> clusters = new TreeMap<>(Map.of(5L, 2L, 10L, 29L));
    LinkDoubts halves = new LinkDoubts(20, 0.8, 0);

    LinkageBounds bounds = EstimateMatching.estimate(findings(1_350), clusters, halves, 0);

    // (300 / (2 * 1,325) + 0.8 / 20) / 2 = 0.0766 joins a pair, of 25 pairs.
    assertThat(bounds.persons()).isEqualTo(Math.round(31 - 25 * 0.0766));
    assertThat(bounds.lowerPersons()).isLessThanOrEqualTo(28);
    assertThat(bounds.upperPersons()).isGreaterThanOrEqualTo(30);
  }

  @Test
  void saysThatNothingCanBeToldWhereMostPairsWereNeverCompared() {
    PatternWeights weights = new PatternWeights();
    weights.add(AGREE, 9_000);
    weights.add(DIFFER, 490_500);
    PairTally few = new PairTally();
    IntStream.range(0, 100).forEach(pair -> few.add(AGREE, 1));
    MatchFindings findings = new MatchFindings(FitMatchModel.fit(weights, 1_000), 1_000, few);
    SortedMap<Long, Long> clusters = new TreeMap<>(Map.of(1L, 800L, 2L, 100L));

    LinkageBounds bounds = EstimateMatching.estimate(findings, clusters, NO_DOUBT, 5);

    assertThat(bounds.lowerPersons()).isEqualTo(1);
    assertThat(bounds.persons()).isEqualTo(900);
    assertThat(bounds.upperPersons()).isEqualTo(1_005);
    assertThat(bounds.assumptions()).startsWith("Not identifiable: ");
  }

  @Test
  void countsASampleWithoutRepeatsThoughNothingWasCompared() {
    PatternWeights weights = new PatternWeights();
    weights.add(DIFFER, 499_500);
    MatchFindings findings =
        new MatchFindings(FitMatchModel.fit(weights, 1_000), 1_000, new PairTally());
    SortedMap<Long, Long> clusters = new TreeMap<>(Map.of(1L, 1_000L));

    LinkageBounds bounds = EstimateMatching.estimate(findings, clusters, NO_DOUBT, 0);

    assertThat(findings.unseenRatio()).isEqualTo(1);
    assertThat(bounds.persons()).isBetween(995L, 1_000L);
    assertThat(bounds.lowerPersons()).isBetween(985L, 1_000L);
    assertThat(bounds.upperPersons()).isEqualTo(1_000);
  }

  @Test
  void countsASampleOfOneContent() {
    MatchFindings findings =
        new MatchFindings(FitMatchModel.fit(new PatternWeights(), 1), 1, new PairTally());

    LinkageBounds bounds =
        EstimateMatching.estimate(findings, new TreeMap<>(Map.of(1L, 1L)), NO_DOUBT, 0);

    assertThat(bounds.lowerPersons()).isBetween(0L, 1L);
    assertThat(bounds.persons()).isEqualTo(1);
    assertThat(bounds.upperPersons()).isEqualTo(1);
  }

  @Test
  void addsJoinsThatAreOneTooManyToTheUpperEndAlone() {
    SortedMap<Long, Long> clusters = new TreeMap<>(Map.of(1L, 800L, 2L, 100L));

    LinkageBounds without = EstimateMatching.estimate(findings(100), clusters, NO_DOUBT, 0);
    LinkageBounds with =
        EstimateMatching.estimate(findings(100), clusters, new LinkDoubts(0, 0, 9), 0);

    assertThat(with.upperPersons() - without.upperPersons()).isBetween(22L, 23L);
    assertThat(with.persons()).isEqualTo(without.persons());
    assertThat(with.lowerPersons()).isEqualTo(without.lowerPersons());
  }

  @Test
  void refusesDoubtsThatAreNone() {
    assertThatThrownBy(() -> new LinkDoubts(1, Double.NaN, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Invalid doubts: 1.0 missed pairs, NaN missed joins, 0.0 false joins (must be numbers"
                + " >= 0)");
  }

  @Test
  void countsThinMentionsAsOnePersonEachAtTheUpperEnd() {
    SortedMap<Long, Long> clusters = new TreeMap<>(Map.of(1L, 800L, 2L, 100L));

    LinkageBounds without = EstimateMatching.estimate(findings(100), clusters, NO_DOUBT, 0);
    LinkageBounds with = EstimateMatching.estimate(findings(100), clusters, NO_DOUBT, 17);

    assertThat(with.upperPersons()).isEqualTo(without.upperPersons() + 17);
    assertThat(with.persons()).isEqualTo(without.persons());
    assertThat(with.lowerPersons()).isEqualTo(without.lowerPersons());
  }

  @Test
  void findsNobodyInAnEmptySample() {
    LinkageBounds bounds = EstimateMatching.estimate(findings(100), new TreeMap<>(), NO_DOUBT, 3);

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
