package leakcensus.estimate.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import leakcensus.estimate.LinkageBounds;
import leakcensus.estimate.RandomDump;
import leakcensus.estimate.SampleDesign;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One index of 20,000 persons beside two sources in which few persons have most records. */
class IndexPairsTest {

  private static final int PERSONS = 20_000;
  private static final int DRAWS = 400;
  private static final Claim TRUTH = new Claim("truth", PERSONS);
  private static final SampleDesign RANDOM = new SampleDesign.RandomRecords(OptionalLong.empty());

  @ParameterizedTest(name = "{0} of three sources are indexes")
  @ValueSource(ints = {1, 2})
  void knowsMeanAndSpreadOfThePersonsMetWhateverTheOtherSourcesHold(int indexes) {
    List<RandomDump> dumps = new ArrayList<>();
    for (int source = 0; source < 3; source++) {
      dumps.add(
          RandomDump.of(
              PERSONS, 40 + source, source < indexes ? random -> 1 : IndexPairsTest::uneven));
    }
    double sum = 0;
    double squares = 0;
    double expected = 0;
    double variance = 0;
    int tooMany = 0;
    int above = 0;
    int below = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      ClaimEvidence evidence = sample(dumps, indexes, 1_000);
      RepeatStatistic statistic = RepeatStatistic.of(TRUTH, evidence);
      double difference = statistic.pairs() - statistic.law().expectedPairs(PERSONS, 0);
      sum += difference;
      squares += difference * difference;
      expected += statistic.law().expectedPairs(PERSONS, 0);
      variance += statistic.law().expectedPairs(PERSONS, 0) * statistic.law().dispersionRatio();
      ClaimCheck check = CheckClaim.check(TRUTH, evidence);
      assertThat(check.statistic()).isEqualTo("index_pairs");
      tooMany += check.verdict() == ClaimVerdict.CONTRADICTED ? 1 : 0;
      above += check.lower().getAsDouble() > PERSONS ? 1 : 0;
      below += check.upper().getAsDouble() < PERSONS ? 1 : 0;
    }

    assertThat(sum / DRAWS)
        .as("four standard errors of the mean")
        .isCloseTo(0, within(4 * Math.sqrt(variance / DRAWS / DRAWS)));
    assertThat(squares / variance).as("true over stated variance").isBetween(0.7, 1.25);
    assertThat(variance / expected).as("dispersion").isBetween(1.0, 1.1);
    // 400 draws at 5 %: 20, standard deviation 4.4
    assertThat(List.of(tooMany, above, below)).allMatch(missed -> missed <= 33);
    assertThat(tooMany).isEqualTo(below);
  }

  @Test
  void takesPairsInsideAnIndexForTheRateOfFalseLinks() {
    ClaimCheck check = CheckClaim.check(TRUTH, threeIndexes(10, 170));

    // 3 x 1000^2 / 20,000 true ones; 10 of 3 x 499,500 inside make 20.02 of 3,000,000 across
    assertThat(check.expected().getAsDouble()).isCloseTo(150 + 20.02, within(0.01));
    assertThat(check.verdict()).isEqualTo(ClaimVerdict.CONSISTENT);
    assertThat(check.explanation())
        .endsWith(
            "Nobody can stand twice in a person index, yet 10 pairs were joined there; 20.0 false"
                + " ones are therefore expected across sources.");
  }

  @Test
  void rejectsATrueClaimNoOftenerForNotKnowingTheRateOfFalseLinks() {
    SplittableRandom random = new SplittableRandom(77);
    int tooMany = 0;
    for (int draw = 0; draw < 2_000; draw++) {
      double inside = poisson(random, 15);
      ClaimEvidence evidence = threeIndexes(inside, poisson(random, 150) + poisson(random, 30.03));
      tooMany += CheckClaim.check(TRUTH, evidence).verdict() == ClaimVerdict.CONTRADICTED ? 1 : 0;
    }

    // 2000 draws at 5 %: 100, standard deviation 9.7; without the error of the rate it is 9 %
    assertThat(tooMany).as("seed 77").isBetween(40, 130);
  }

  @Test
  void doesNotBelieveAnIndexThatNamesItsPersonsAgainAndAgain() {
    ClaimCheck check = CheckClaim.check(TRUTH, threeIndexes(80, 400));

    assertThat(check.statistic()).isEqualTo("cross_source_pairs");
    assertThat(check.verdict()).isEqualTo(ClaimVerdict.NOT_TESTABLE);
    assertThat(check.explanation())
        .endsWith(
            "Persons were found twice inside the person indexes 80 times, more often than the claim"
                + " would bring them together across sources; so either these sources do not hold"
                + " one record a person, or links are false, and the statement was not used.");
  }

  @Test
  void countsPairsInsideAnIndexWhereARecordMayComeAgain() {
    ClaimEvidence drawn = threeIndexes(75, 150);
    ClaimEvidence again =
        new ClaimEvidence(
            new SampleDesign.IndependentDraws(),
            drawn.sources(),
            drawn.crossSource(),
            drawn.linkage(),
            OptionalDouble.empty(),
            1,
            0,
            0,
            Optional.empty());

    ClaimCheck check = CheckClaim.check(TRUTH, again);

    // birthday count of 3,000 draws: 3000 x 2999 / 2 / 20,000
    assertThat(check.expected().getAsDouble()).isCloseTo(224.925, within(1e-9));
    assertThat(check.observed()).hasValue(225);
    assertThat(check.verdict()).isEqualTo(ClaimVerdict.CONSISTENT);
  }

  @Test
  void looksAtAllPairsWhereTheIndexIsTooSmallToTell() {
    List<SourcePairs> sources =
        List.of(
            new SourcePairs("index", 3, 3, OptionalLong.of(PERSONS), true, 0),
            new SourcePairs("other", 3_000, 2_800, OptionalLong.of(100_000), false, 400));
    ClaimEvidence evidence =
        new ClaimEvidence(
            RANDOM,
            sources,
            List.of(),
            counted(),
            OptionalDouble.empty(),
            1,
            0,
            0,
            Optional.empty());

    assertThat(CheckClaim.check(TRUTH, evidence).statistic()).isEqualTo("repeated_pairs");
  }

  private static ClaimEvidence sample(List<RandomDump> dumps, int indexes, int records) {
    List<Map<Integer, Long>> drawn = dumps.stream().map(dump -> dump.draw(records)).toList();
    List<SourcePairs> sources = new ArrayList<>();
    List<CrossSourcePairs> couples = new ArrayList<>();
    for (int source = 0; source < drawn.size(); source++) {
      Map<Integer, Long> persons = drawn.get(source);
      double inside = persons.values().stream().mapToDouble(k -> k * (k - 1) / 2.0).sum();
      sources.add(
          new SourcePairs(
              "s" + source,
              records,
              persons.size(),
              OptionalLong.empty(),
              source < indexes,
              inside));
      for (int other = 0; other < source; other++) {
        couples.add(couple("s" + other, "s" + source, drawn.get(other), persons));
      }
    }
    return new ClaimEvidence(
        RANDOM, sources, couples, counted(), OptionalDouble.empty(), 1, 0, 0, Optional.empty());
  }

  private static CrossSourcePairs couple(
      String first, String second, Map<Integer, Long> left, Map<Integer, Long> right) {
    double persons = 0;
    double pairs = 0;
    for (Map.Entry<Integer, Long> person : left.entrySet()) {
      long others = right.getOrDefault(person.getKey(), 0L);
      persons += others > 0 ? 1 : 0;
      pairs += others * person.getValue();
    }
    return new CrossSourcePairs(first, second, persons, pairs);
  }

  private static ClaimEvidence threeIndexes(double inside, double across) {
    List<SourcePairs> sources =
        List.of(
            new SourcePairs("a", 1_000, 1_000, OptionalLong.empty(), true, inside),
            new SourcePairs("b", 1_000, 1_000, OptionalLong.empty(), true, 0),
            new SourcePairs("c", 1_000, 1_000, OptionalLong.empty(), true, 0));
    return new ClaimEvidence(
        RANDOM,
        sources,
        List.of(new CrossSourcePairs("a", "c", across, across)),
        counted(),
        OptionalDouble.empty(),
        1,
        0,
        0,
        Optional.empty());
  }

  private static LinkageBounds counted() {
    return new LinkageBounds(0, 0, 0, "Counted.");
  }

  /** One person in a hundred has a hundred records, the others one. */
  private static int uneven(SplittableRandom random) {
    return random.nextInt(100) == 0 ? 100 : 1;
  }

  private static double poisson(SplittableRandom random, double mean) {
    double left = mean;
    int events = -1;
    while (left > 0) {
      left += Math.log(random.nextDouble());
      events++;
    }
    return events;
  }
}
