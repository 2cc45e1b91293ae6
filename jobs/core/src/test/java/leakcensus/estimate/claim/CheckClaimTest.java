package leakcensus.estimate.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import leakcensus.estimate.LinkageBounds;
import leakcensus.estimate.RandomDump;
import leakcensus.estimate.SampleDesign;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckClaimTest {

  private static final Claim BILLION = new Claim("seller", 1e9);
  private static final LinkageBounds COUNTED = new LinkageBounds(90, 100, 120, "Counted.");
  private static final SampleDesign RANDOM = new SampleDesign.RandomRecords(OptionalLong.empty());

  @ParameterizedTest(name = "{0} persons")
  @CsvSource({"1e9, 187.5", "5e6, 37500"})
  void expectsCrossSourcePairsFromThreeFlatIndexes(double persons, double pairs) {
    Claim claim = new Claim("seller", persons);

    ClaimCheck sized = CheckClaim.check(claim, threeIndexes(OptionalLong.of((long) persons), 0));
    ClaimCheck unsized = CheckClaim.check(claim, threeIndexes(OptionalLong.empty(), 0));

    assertThat(sized.statistic()).isEqualTo("repeated_pairs");
    assertThat(sized.expected().getAsDouble()).isCloseTo(pairs, within(1e-6 * pairs));
    assertThat(unsized.statistic()).isEqualTo("cross_source_pairs");
    assertThat(unsized.expected().getAsDouble()).isCloseTo(pairs, within(1e-6 * pairs));
  }

  @Test
  void expectsTheBirthdayCountFromIndependentDraws() {
    ClaimCheck check = CheckClaim.check(BILLION, independentDraws(750_000, 281));

    assertThat(check.expected().getAsDouble()).isCloseTo(281.25, within(1e-3));
    assertThat(check.pValue().getAsDouble()).isBetween(0.45, 0.55);
    assertThat(check.verdict()).isEqualTo(ClaimVerdict.CONSISTENT);
  }

  // One-sided exact Poisson test at 5 %, homogeneous law; scipy 1.17.1 gives .5638, .9887, 1.0000
  // and .1265, .3400, .6739 by poisson.sf(c - 1, mean / ratio) at the critical c = 310 and 42.
  @ParameterizedTest(name = "{0} draws, truth {1} of the claim")
  @CsvSource({
    "750000, 0.9, 0.5638",
    "750000, 0.8, 0.9887",
    "750000, 0.7, 1.0000",
    "250000, 0.9, 0.1265",
    "250000, 0.8, 0.3400",
    "250000, 0.7, 0.6739",
  })
  void hasThePowerOfTheExactTest(long draws, double truth, double power) {
    assertThat(CheckClaim.powerRatio(BILLION, independentDraws(draws, 0), truth))
        .isCloseTo(power, within(5.1e-5));
  }

  @Test
  void leavesTooManyPairsOpenWithoutACapOnUnevenness() {
    double pairs = 1000;
    ClaimEvidence evidence = oneSource(250_000, OptionalLong.of(2_000_000_000L), pairs);

    ClaimCheck check = CheckClaim.check(BILLION, evidence);

    double breakEven = 1e9 * (1 / 2e9 + 2 * pairs / (250_000.0 * 249_999)) - 1;
    assertThat(check.verdict()).isEqualTo(ClaimVerdict.NOT_TESTABLE);
    assertThat(check.breakEvenCv2().getAsDouble()).isCloseTo(breakEven, within(1e-9));
    assertThat(check.explanation())
        .isEqualTo(
            "Repeated persons were found 1,000 times where 1,000,000,000 persons would give 16;"
                + " either fewer persons stand behind the dump, or records are spread over them as"
                + " unevenly as a CV2 of 31.5, and no cap on that is stated.");
  }

  @Test
  void contradictsTooManyPairsBeyondTheCap() {
    ClaimEvidence open = oneSource(250_000, OptionalLong.of(2_000_000_000L), 1000);

    assertThat(CheckClaim.check(BILLION, capped(open, 10, 1)).verdict())
        .isEqualTo(ClaimVerdict.CONTRADICTED);
    assertThat(CheckClaim.check(BILLION, capped(open, 40, 1)).verdict())
        .as("half of the claim could hide under such a cap")
        .isEqualTo(ClaimVerdict.NOT_TESTABLE);
    assertThat(CheckClaim.check(BILLION, capped(open, 28, 1)).verdict())
        .isEqualTo(ClaimVerdict.CONTRADICTED);
    assertThat(CheckClaim.check(BILLION, capped(open, 28, 100)).verdict())
        .as("the pairs of a few persons who come often")
        .isEqualTo(ClaimVerdict.NOT_TESTABLE);
  }

  @Test
  void callsAnExcessConsistentWhereTheCapExplainsItAndHalfOfTheClaimCouldNotHide() {
    ClaimEvidence slight = independentDraws(1_500_000, 1_250);

    ClaimCheck check = CheckClaim.check(BILLION, capped(slight, 0.2, 1));

    assertThat(check.pValue().getAsDouble()).isLessThan(0.05);
    assertThat(check.contradictPowerRatio().getAsDouble()).isGreaterThan(0.99);
    assertThat(check.verdict()).isEqualTo(ClaimVerdict.CONSISTENT);
  }

  @Test
  void holdsFalsePairsAgainstTheLinkageAndNotTheClaim() {
    ClaimEvidence evidence = independentDraws(750_000, 562);
    ClaimEvidence withFalsePairs =
        new ClaimEvidence(
            RANDOM,
            evidence.sources(),
            List.of(),
            COUNTED,
            OptionalDouble.of(0),
            1,
            281,
            0,
            Optional.empty());

    assertThat(CheckClaim.check(BILLION, capped(evidence, 0, 1)).verdict())
        .isEqualTo(ClaimVerdict.CONTRADICTED);
    assertThat(CheckClaim.check(BILLION, withFalsePairs).verdict())
        .isEqualTo(ClaimVerdict.CONSISTENT);
  }

  @Test
  void refusesMorePersonsThanTheDumpNames() {
    ClaimCheck check = CheckClaim.check(BILLION, threeIndexes(OptionalLong.of(300_000_000L), 0));

    assertThat(check.verdict()).isEqualTo(ClaimVerdict.CONTRADICTED);
    assertThat(check.explanation())
        .isEqualTo(
            "The dump names persons 900,000,000 times in all, so 1,000,000,000 persons cannot stand"
                + " behind it.");
  }

  @Test
  void doesNotTakeADivisionOfThePersonsOverTheSourcesForMorePersons() {
    // each third of the billion stands in one index, one row a person: no pair is to be expected
    ClaimCheck check = CheckClaim.check(BILLION, threeIndexes(OptionalLong.of(333_333_334L), 0));

    assertThat(check.expected().getAsDouble()).isCloseTo(0, within(1e-3));
    assertThat(check.verdict()).isEqualTo(ClaimVerdict.CONSISTENT);
  }

  @Test
  void callsASampleThatIsTooSmallSo() {
    ClaimCheck check = CheckClaim.check(BILLION, independentDraws(100, 0));

    assertThat(check.verdict()).isEqualTo(ClaimVerdict.NOT_TESTABLE);
    assertThat(check.powerRatio().getAsDouble()).isLessThan(1e-4);
    assertThat(check.explanation()).startsWith("The sample is too small: ");
    assertThat(CheckClaim.check(BILLION, independentDraws(1, 0)).explanation())
        .isEqualTo("The sample has too few records to hold a repeated person.");
  }

  @Test
  void suspectsAFlatSourceBehindMissingPairs() {
    ClaimCheck unsized = CheckClaim.check(BILLION, independentDraws(750_000, 0));
    ClaimCheck sized =
        CheckClaim.check(BILLION, oneSource(750_000, OptionalLong.of(2_000_000_000L), 0));

    assertThat(unsized.verdict()).isEqualTo(ClaimVerdict.NOT_TESTABLE);
    assertThat(unsized.explanation()).endsWith("the number of records of every source is needed.");
    assertThat(sized.verdict()).isEqualTo(ClaimVerdict.CONSISTENT);
  }

  @Test
  void cannotTestASampleOfUnknownDesign() {
    ClaimEvidence evidence = evidence(new SampleDesign.Unknown(), List.of(source("a", 750_000, 5)));

    ClaimCheck check = CheckClaim.check(BILLION, evidence);

    assertThat(check.verdict()).isEqualTo(ClaimVerdict.NOT_TESTABLE);
    assertThat(check.verdict().key()).isEqualTo("not_testable");
    assertThat(check.observed()).hasValue(5);
    assertThat(check.pValue()).isEmpty();
    assertThat(check.explanation())
        .isEqualTo(
            "Nobody knows how the sample was drawn, so it says nothing about 1,000,000,000"
                + " persons.");
  }

  @Test
  void believesAClaimOfFewerPersonsThanTheSampleAloneHolds() {
    ClaimEvidence head = evidence(new SampleDesign.Head(), List.of(source("a", 200, 5)));

    ClaimCheck check = CheckClaim.check(new Claim("seller", 50), head);

    assertThat(check.verdict()).isEqualTo(ClaimVerdict.CONSISTENT);
    assertThat(check.deviation()).isEqualTo(ClaimDeviation.MORE);
    assertThat(check.explanation())
        .isEqualTo(
            "The sample alone holds at least 90 persons, and 50 are claimed for the whole dump.");
  }

  @ParameterizedTest(name = "{0} claimed of 90 to 120")
  @CsvSource({
    "89, CONTRADICTED",
    "90, CONSISTENT",
    "120, CONSISTENT",
    "121, CONTRADICTED",
    "1e9, CONTRADICTED"
  })
  void countsAWholeDump(double persons, ClaimVerdict verdict) {
    ClaimEvidence evidence = evidence(new SampleDesign.WholeDump(), List.of());

    ClaimCheck check = CheckClaim.check(new Claim("seller", persons), evidence);

    assertThat(check.verdict()).isEqualTo(verdict);
    assertThat(check.statistic()).isEqualTo("persons");
    assertThat(check.observed()).hasValue(100);
  }

  @Test
  void rejectsATrueClaimInOneOfTwentySamplesAtMost() {
    RandomDump dump = RandomDump.of(60_000, 11, random -> 4);
    Claim truth = new Claim("truth", 60_000);
    long rejected =
        IntStream.range(0, 1000)
            .filter(
                draw -> {
                  double pairs = dump.drawFrequencies(3000).pairs();
                  ClaimEvidence evidence = oneSource(3000, OptionalLong.of(240_000), pairs);
                  return CheckClaim.check(truth, evidence).pValue().getAsDouble() <= 0.05;
                })
            .count();

    // 1000 draws at 5 %: 50, standard deviation 6.9
    assertThat(rejected).as("seed 11").isBetween(20L, 66L);
  }

  @Test
  void rejectsATrueClaimOfThreeFlatIndexesInOneOfTwentySamplesAtMost() {
    List<RandomDump> indexes =
        IntStream.range(0, 3).mapToObj(i -> RandomDump.of(20_000, 100 + i, random -> 1)).toList();
    Claim truth = new Claim("truth", 20_000);
    SplittableRandom sizes = new SplittableRandom(5);
    int rejected = 0;
    for (int draw = 0; draw < 500; draw++) {
      List<Map<Integer, Long>> drawn =
          indexes.stream().map(index -> index.draw(500 + sizes.nextInt(300))).toList();
      List<SourcePairs> sources =
          IntStream.range(0, 3)
              .mapToObj(
                  i ->
                      new SourcePairs(
                          "index" + i,
                          drawn.get(i).size(),
                          drawn.get(i).size(),
                          OptionalLong.of(20_000),
                          false,
                          0))
              .toList();
      List<CrossSourcePairs> cross =
          List.of(shared(drawn, 0, 1), shared(drawn, 0, 2), shared(drawn, 1, 2));
      ClaimEvidence evidence =
          new ClaimEvidence(
              RANDOM, sources, cross, COUNTED, OptionalDouble.empty(), 1, 0, 0, Optional.empty());
      rejected += CheckClaim.check(truth, evidence).pValue().getAsDouble() <= 0.05 ? 1 : 0;
    }

    // 500 draws at 5 %: 25, standard deviation 4.9
    assertThat(rejected).as("seeds 100 to 102 and 5").isBetween(8, 38);
  }

  @Test
  void staysFiniteForTenTrillionRecords() {
    ClaimCheck check =
        CheckClaim.check(
            BILLION, oneSource(10_000_000_000_000L, OptionalLong.of(100_000_000_000_000L), 5e16));

    assertThat(check.expected().getAsDouble()).isFinite().isPositive();
    assertThat(check.powerRatio().getAsDouble()).isEqualTo(1);
  }

  @Test
  void refusesEvidenceThatCannotBe() {
    List<SourcePairs> twice = List.of(source("a", 5, 0), source("a", 6, 0));
    assertThatThrownBy(() -> evidence(RANDOM, twice))
        .hasMessage("Invalid sources: a is named twice");
    assertThatThrownBy(() -> source("a", 5, 11))
        .hasMessage("Invalid pairs of source a: 11.0 (must be 0 to 10.0)");
    assertThatThrownBy(() -> source("a", -1, 0))
        .hasMessage("Invalid mentions of source a: -1 (must be >= 0)");
    assertThatThrownBy(() -> new SourcePairs("a", 5, 0, OptionalLong.of(4), false, 0))
        .hasMessage("Invalid dump mentions of source a: 4 (the sample alone has 5)");
    assertThatThrownBy(() -> new CrossSourcePairs("a", "a", 0, 0))
        .hasMessage("Invalid cross-source pairs: source a with itself");
    assertThatThrownBy(() -> new CrossSourcePairs("a", "b", 0, Double.NaN))
        .hasMessage("Invalid pairs of sources a and b: NaN (must be finite and >= 0)");
    assertThatThrownBy(() -> cross(new CrossSourcePairs("a", "c", 1, 1)))
        .hasMessage("Unknown source in cross-source pairs: a or c");
    assertThatThrownBy(
            () -> cross(new CrossSourcePairs("a", "b", 1, 1), new CrossSourcePairs("b", "a", 1, 1)))
        .hasMessage("Invalid cross-source pairs: b with a is named twice");
    assertThatThrownBy(() -> capped(independentDraws(9, 0), Double.NaN, 1))
        .hasMessage("Invalid cap on CV2: NaN (must be >= 0)");
    assertThatThrownBy(() -> capped(independentDraws(9, 0), 1, 0.5))
        .hasMessage("Invalid pair dispersion: 0.5 (must be finite and >= 1)");
    assertThatThrownBy(() -> new Claim("seller", Double.NaN))
        .hasMessage("Invalid claim seller: NaN persons (must be finite and >= 1)");
    assertThatThrownBy(() -> new Claim(" ", 5)).hasMessage("Missing name of a claim");
  }

  private static CrossSourcePairs shared(List<Map<Integer, Long>> drawn, int first, int second) {
    long pairs = drawn.get(first).keySet().stream().filter(drawn.get(second)::containsKey).count();
    return new CrossSourcePairs("index" + first, "index" + second, pairs, pairs);
  }

  private static ClaimEvidence cross(CrossSourcePairs... pairs) {
    return new ClaimEvidence(
        RANDOM,
        List.of(source("a", 5, 0), source("b", 5, 0)),
        List.of(pairs),
        COUNTED,
        OptionalDouble.empty(),
        1,
        0,
        0,
        Optional.empty());
  }

  private static ClaimEvidence capped(ClaimEvidence evidence, double cap, double dispersion) {
    return new ClaimEvidence(
        evidence.design(),
        evidence.sources(),
        evidence.crossSource(),
        evidence.linkage(),
        OptionalDouble.of(cap),
        dispersion,
        0,
        0,
        Optional.empty());
  }

  private static ClaimEvidence threeIndexes(OptionalLong dumpMentions, double pairsOfTwo) {
    List<SourcePairs> sources =
        List.of(
            new SourcePairs("a", 250_000, 250_000, dumpMentions, false, 0),
            new SourcePairs("b", 250_000, 250_000, dumpMentions, false, 0),
            new SourcePairs("c", 250_000, 250_000, dumpMentions, false, 0));
    List<CrossSourcePairs> cross = List.of(new CrossSourcePairs("a", "b", pairsOfTwo, pairsOfTwo));
    return new ClaimEvidence(
        RANDOM, sources, cross, COUNTED, OptionalDouble.empty(), 1, 0, 0, Optional.empty());
  }

  private static ClaimEvidence independentDraws(long draws, double pairs) {
    return oneSource(draws, OptionalLong.empty(), pairs);
  }

  private static ClaimEvidence oneSource(long mentions, OptionalLong dumpMentions, double pairs) {
    return evidence(RANDOM, List.of(new SourcePairs("a", mentions, 0, dumpMentions, false, pairs)));
  }

  private static ClaimEvidence evidence(SampleDesign design, List<SourcePairs> sources) {
    return new ClaimEvidence(
        design, sources, List.of(), COUNTED, OptionalDouble.empty(), 1, 0, 0, Optional.empty());
  }

  private static SourcePairs source(String name, long mentions, double pairs) {
    return new SourcePairs(name, mentions, 0, OptionalLong.empty(), false, pairs);
  }
}
