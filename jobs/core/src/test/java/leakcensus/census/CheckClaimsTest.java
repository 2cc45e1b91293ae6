package leakcensus.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import leakcensus.config.CensusConfig;
import leakcensus.config.ConfigReader;
import leakcensus.config.LoadedConfig;
import leakcensus.estimate.LinkageBounds;
import leakcensus.estimate.claim.ClaimCheck;
import leakcensus.estimate.claim.ClaimDeviation;
import leakcensus.estimate.claim.ClaimKind;
import leakcensus.estimate.claim.ClaimVerdict;
import leakcensus.population.AffectedPersons;
import leakcensus.population.PopulationReader;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The case of conf/examples/billion.conf, with samples drawn from dumps of known persons. */
class CheckClaimsTest {

  private static final Path EXAMPLE = Path.of("../../conf/examples/billion.conf");
  private static final int DRAWN = 250_000;
  private static final Map<Long, DrawnIndexes> SAMPLES = new HashMap<>();

  private static final String NO_INDEX = "sample.person-indexes=[]";

  @Test
  void expectsTheSharedPersonsOfThreeFlatIndexesAndFindsThem() {
    ClaimCheck check = seller(1_000_000_000L);

    assertThat(check.statistic()).isEqualTo("index_pairs");
    assertThat(check.expected().getAsDouble()).isCloseTo(187.5, within(1e-9));
    assertThat(check.observed().getAsDouble())
        .as("five standard deviations around 187.5")
        .isBetween(119.0, 256.0);
    assertThat(check.verdict()).isEqualTo(ClaimVerdict.CONSISTENT);
    assertThat(check.deviation()).isEqualTo(ClaimDeviation.NONE);
    assertThat(check.lower().getAsDouble()).isLessThan(1e9);
    assertThat(check.upper().getAsDouble()).isGreaterThan(1e9);
  }

  @ParameterizedTest(name = "{0} persons in truth")
  @ValueSource(longs = {500_000_000, 100_000_000, 5_000_000})
  void contradictsTheClaimByPersonIndexesOrUnderACap(long persons) {
    double pairs = 3.0 * DRAWN * DRAWN / persons;

    ClaimCheck byIndexes = seller(persons);
    ClaimCheck underACap = seller(persons, NO_INDEX, "claims.seller-persons.max-cv2=0");

    for (ClaimCheck check : List.of(byIndexes, underACap)) {
      assertThat(check.expected().getAsDouble()).isCloseTo(187.5, within(1e-9));
      assertThat(check.observed().getAsDouble()).isCloseTo(pairs, within(5 * Math.sqrt(pairs)));
      assertThat(check.verdict()).isEqualTo(ClaimVerdict.CONTRADICTED);
      assertThat(check.deviation()).isEqualTo(ClaimDeviation.FEWER);
      assertThat(check.pValue().getAsDouble()).isLessThan(1e-9);
      assertThat(check.powerRatio().getAsDouble()).isCloseTo(powerOfHalf(187.5), within(1e-9));
      assertThat(check.contradictPowerRatio()).isEqualTo(check.powerRatio());
      assertThat(check.upper().getAsDouble()).isBetween(0.9 * persons, 1.3 * persons);
    }
    assertThat(underACap.statistic()).isEqualTo("cross_source_pairs");
    assertThat(byIndexes.lower().getAsDouble()).isLessThan(1.05 * persons);
    assertThat(byIndexes.explanation())
        .startsWith("Persons of an index were met in another source ")
        .contains("where 1,000,000,000 persons would give 188; chance brings so many in fewer");
  }

  @Test
  void showsAnyShortfallOfAFifthWithAChanceOfFourInFive() {
    double ratio = seller(1_000_000_000L).smallestFewerRatio().getAsDouble();

    assertThat(power(187.5, 187.5 / ratio)).isCloseTo(0.8, within(1e-6));
    assertThat(ratio).isBetween(0.8, 0.85);
  }

  @ParameterizedTest(name = "{0} persons in truth")
  @ValueSource(longs = {500_000_000, 100_000_000, 5_000_000})
  void cannotContradictItWithoutIndexesOrCap(long persons) {
    ClaimCheck check = seller(persons, NO_INDEX);

    double pairs = check.observed().getAsDouble();
    assertThat(check.verdict()).isEqualTo(ClaimVerdict.NOT_TESTABLE);
    assertThat(check.breakEvenCv2().getAsDouble()).isCloseTo(pairs / 187.5 - 1, within(1e-9));
    assertThat(check.contradictPowerRatio()).isEmpty();
    assertThat(check.upper()).isEmpty();
    assertThat(check.explanation()).endsWith("and no cap on that is stated.");
  }

  @Test
  void leavesTheClaimOpenUnderACapThatHalfOfItCouldHideUnder() {
    ClaimCheck check = seller(500_000_000L, NO_INDEX, "claims.seller-persons.max-cv2=3");

    assertThat(check.verdict()).isEqualTo(ClaimVerdict.NOT_TESTABLE);
    assertThat(check.contradictPowerRatio().getAsDouble()).isLessThan(1e-6);
    assertThat(check.explanation())
        .endsWith("Under so wide a cap the sample could not contradict half of it either.");
    assertThat(seller(100_000_000L, NO_INDEX, "claims.seller-persons.max-cv2=3").verdict())
        .isEqualTo(ClaimVerdict.CONTRADICTED);
  }

  @ParameterizedTest(name = "design {0}")
  @CsvSource({
    "head, The sample is the head of the dump or of an index",
    "unknown, Nobody knows how the sample was drawn"
  })
  void refusesASampleThatIsNoRandomOne(String design, String reason) {
    ClaimCheck check = seller(5_000_000L, "sample.design=" + design);

    assertThat(check.verdict()).isEqualTo(ClaimVerdict.NOT_TESTABLE);
    assertThat(check.pValue()).isEmpty();
    assertThat(check.powerRatio()).isEmpty();
    assertThat(check.explanation())
        .isEqualTo(reason + ", so it says nothing about 1,000,000,000 persons.");
  }

  @Test
  void believesNoDesignThatTheDataRefuse() {
    CensusConfig config = config();

    ClaimCheck check =
        CheckClaims.check(
                sample(5_000_000L).facts(config),
                config,
                config.design(),
                config.statements(),
                Optional.of("100 % of the gaps are short."),
                new LinkageBounds(1, 2, 3, "Counted."),
                AffectedPersons.of(1, 2, 3),
                List.of(PopulationReader.bundled("china-2020")))
            .get(1);

    assertThat(check.verdict()).isEqualTo(ClaimVerdict.NOT_TESTABLE);
    assertThat(check.explanation())
        .isEqualTo("100 % of the gaps are short. So it says nothing about 1,000,000,000 persons.");
  }

  @Test
  void saysThatMorePersonsThanClaimedStandBehindTheDump() {
    ClaimCheck check = seller(1_000_000_000L, "claims.seller-persons.persons=500000000");

    assertThat(check.verdict()).isEqualTo(ClaimVerdict.CONSISTENT);
    assertThat(check.deviation()).isEqualTo(ClaimDeviation.MORE);
    assertThat(check.morePValue().getAsDouble()).isLessThan(1e-9);
    assertThat(check.explanation())
        .contains(", so more persons than claimed stand behind the dump: at least ");
  }

  @Test
  void doesNotTakeLinksThatMayHaveBeenMissedForMorePersons() {
    CensusConfig config = config("claims.seller-persons.persons=500000000");
    DrawnIndexes sample = sample(1_000_000_000L);
    long counted = sample.persons();

    ClaimCheck check =
        CheckClaims.check(
                sample.facts(config),
                config,
                config.design(),
                config.statements(),
                Optional.empty(),
                new LinkageBounds(counted - 200, counted, counted, "Counted."),
                AffectedPersons.of(1, 2, 3),
                List.of(PopulationReader.bundled("china-2020")))
            .get(1);

    // 187 found and 200 missed would be as many as 500 million persons make
    assertThat(check.deviation()).isEqualTo(ClaimDeviation.NONE);
    assertThat(check.verdict()).isEqualTo(ClaimVerdict.CONSISTENT);
    assertThat(check.lower().getAsDouble()).isLessThan(5e8);
  }

  @Test
  void holdsEveryClaimOfTheExampleAndThoseThatMustFitTogether() {
    List<ClaimCheck> checks = checks(1_000_000_000L);

    assertThat(checks)
        .extracting(ClaimCheck::claim, ClaimCheck::kind, ClaimCheck::verdict)
        .containsExactly(
            tuple("seller-bytes", ClaimKind.BYTES, ClaimVerdict.NOT_TESTABLE),
            tuple("seller-persons", ClaimKind.PERSONS, ClaimVerdict.CONSISTENT),
            tuple("seller-price", ClaimKind.PRICE, ClaimVerdict.NOT_TESTABLE),
            tuple("seller-records", ClaimKind.RECORDS, ClaimVerdict.NOT_TESTABLE),
            tuple("seller-share", ClaimKind.SHARE, ClaimVerdict.CONSISTENT),
            tuple("seller-persons + seller-records", ClaimKind.BOTH, ClaimVerdict.CONSISTENT),
            tuple("seller-share + seller-records", ClaimKind.BOTH, ClaimVerdict.CONSISTENT));
    assertThat(checks.get(4).claimed()).isCloseTo(0.7 * 1_411_778_724, within(1e-3));
    assertThat(checks.get(4).explanation())
        .startsWith(
            "0.7000 of the population china-2020 (1,411,778,724 people) are 988,245,107 persons.");
    assertThat(checks.get(2).explanation())
        .startsWith("That is 3.33e-09 BTC a record, at 3,000,000,000 records. It is ");
  }

  @Test
  void flagsAClaimAboveThePopulationAndCutsNothing() {
    ClaimCheck persons = seller(1_000_000_000L, "claims.seller-persons.persons=2000000000");
    ClaimCheck share = checks(1_000_000_000L, "claims.seller-share.share=1.1").get(4);

    for (ClaimCheck check : List.of(persons, share)) {
      assertThat(check.explanation())
          .contains(
              "That is more than the 1,411,778,724 people of the population china-2020: registers"
                  + " hold the dead and those who moved, so this is a finding and is not cut.");
    }
    assertThat(persons.claimed()).isEqualTo(2e9);
    assertThat(persons.verdict()).isEqualTo(ClaimVerdict.CONTRADICTED);
  }

  @Test
  void contradictsMorePersonsThanAnIndexOfThemHasRecords() {
    ClaimCheck check =
        seller(
            1_000_000_000L,
            "sample.source-records={addresses = 961000000, ids = 1000000000}",
            "claims.seller-persons.persons=1100000000");

    assertThat(check.verdict()).isEqualTo(ClaimVerdict.CONTRADICTED);
    assertThat(check.explanation())
        .isEqualTo(
            "The configuration states that a person index holds 961,000,000 records, one for every"
                + " person, so 1,100,000,000 persons cannot stand behind the dump.");
  }

  @Test
  void takesNoShareOfTheDumpForTheSizeOfAPersonIndex() {
    // 2.4 billion records over three samples of one size would be 0.8 billion for each index
    ClaimCheck check = seller(1_000_000_000L, "sample.dump-records=2400000000");

    assertThat(check.verdict()).isEqualTo(ClaimVerdict.CONSISTENT);
    assertThat(check.upper().getAsDouble()).isGreaterThan(1e9);
  }

  @Test
  void contradictsMorePersonsThanClaimedRecordsHavePlacesFor() {
    ClaimCheck both = checks(1_000_000_000L, "claims.seller-records.records=961000000").get(5);

    assertThat(both.verdict()).isEqualTo(ClaimVerdict.CONSISTENT);
    both = checks(1_000_000_000L, "claims.seller-records.records=900000000").get(5);
    assertThat(both.verdict()).isEqualTo(ClaimVerdict.CONTRADICTED);
    assertThat(both.explanation())
        .isEqualTo(
            "1,000,000,000 persons and 900,000,000 records are claimed, and a record names at most"
                + " 1: both cannot be right.");
  }

  private static Tuple tuple(Object... values) {
    return Tuple.tuple(values);
  }

  /** The power of the exact test of twice the mean, by the distribution itself. */
  private static double powerOfHalf(double mean) {
    return power(mean, 2 * mean);
  }

  private static double power(double mean, double truth) {
    PoissonDistribution claimed = PoissonDistribution.of(mean);
    int critical = 0;
    while (claimed.survivalProbability(critical - 1) > 0.05) {
      critical++;
    }
    return PoissonDistribution.of(truth).survivalProbability(critical - 1);
  }

  private static ClaimCheck seller(long persons, String... settings) {
    return checks(persons, settings).stream()
        .filter(check -> check.claim().equals("seller-persons"))
        .findFirst()
        .orElseThrow();
  }

  private static List<ClaimCheck> checks(long persons, String... settings) {
    CensusConfig config = config(settings);
    DrawnIndexes sample = sample(persons);
    long counted = sample.persons();
    return CheckClaims.check(
        sample.facts(config),
        config,
        config.design(),
        config.statements(),
        Optional.empty(),
        new LinkageBounds(counted, counted, counted, "Counted."),
        new AffectedPersons(counted, OptionalDouble.empty(), OptionalDouble.of(2e9)),
        List.of(PopulationReader.bundled("china-2020")));
  }

  private static DrawnIndexes sample(long persons) {
    return SAMPLES.computeIfAbsent(persons, all -> new DrawnIndexes(all, DRAWN, 20220630));
  }

  private static CensusConfig config(String... settings) {
    return ConfigReader.read(LoadedConfig.load(Optional.of(EXAMPLE), Arrays.asList(settings)));
  }
}
