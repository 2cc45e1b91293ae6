package leakcensus.estimate.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import leakcensus.estimate.DumpSample;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.RandomDump;
import org.junit.jupiter.api.Test;

class FamilyEstimatorsTest {

  @Test
  void recoversABinomialDump() {
    RandomDump dump = RandomDump.of(100_000, 21, random -> 3);

    PersonEstimate row =
        ThinnedFamilyEstimator.katz().estimate(sample(dump, dump.records() / 10), 0.95);

    assertHolds(row, 100_000, 0.02);
  }

  @Test
  void recoversADumpOfGeometricRecords() {
    RandomDump dump = RandomDump.of(100_000, 31, random -> geometric(random, 0.4));

    PersonEstimate row =
        ThinnedFamilyEstimator.katz().estimate(sample(dump, dump.records() / 5), 0.95);

    assertHolds(row, 100_000, 0.03);
    assertThat(row.diagnostics().get("fit_p_value_ratio")).isBetween(0.01, 1.0);
    assertThat(row.diagnostics().get("mean_records"))
        .isCloseTo(dump.records() / 100_000.0, within(0.1));
  }

  @Test
  void recoversALogNormalDump() {
    RandomDump dump = RandomDump.of(200_000, 23, random -> logNormal(random, 1.5, 1));

    PersonEstimate row =
        ThinnedFamilyEstimator.poissonLogNormal().estimate(sample(dump, dump.records() / 5), 0.95);

    // Who has no record stands in no dump
    assertHolds(row, dump.persons() * someRatio(1.5, 1), 0.02);
  }

  @Test
  void coversAsOftenAsStatedWhereTheFamilyHolds() {
    RandomDump dump = RandomDump.of(30_000, 24, random -> geometric(random, 0.4));
    int held = 0;
    for (int draw = 0; draw < 100; draw++) {
      PersonEstimate row =
          ThinnedFamilyEstimator.katz().estimate(sample(dump, dump.records() / 10), 0.95);
      held += holds(row, 30_000) ? 1 : 0;
    }

    assertThat(held).as("of 100, seed 24").isBetween(88, 100);
  }

  /** Chances of a fit that is right are spread evenly, if the fitted parameters are paid for. */
  @Test
  void paysForTheParametersThatWereFitted() {
    RandomDump dump = RandomDump.of(30_000, 25, random -> geometric(random, 0.4));
    double mean =
        IntStream.range(0, 100)
            .mapToObj(draw -> sample(dump, dump.records() / 5))
            .mapToDouble(
                sample ->
                    ThinnedFamilyEstimator.katz()
                        .estimate(sample, 0.95)
                        .diagnostics()
                        .get("fit_p_value_ratio"))
            .average()
            .orElseThrow();

    assertThat(mean).as("of 100 chances, seed 25").isBetween(0.4, 0.6);
  }

  @Test
  void testsAFitWithOneGroupMoreThanParameters() {
    DumpSample sample =
        new DumpSample(
            FrequencyOfFrequencies.of(Map.of(1L, 8_000L, 2L, 700L, 3L, 60L)),
            OptionalLong.of(200_000));

    assertThat(ThinnedFamilyEstimator.katz().estimate(sample, 0.95).diagnostics())
        .containsKey("fit_p_value_ratio");
  }

  @Test
  void rejectsTheFitOfAMixture() {
    RandomDump dump = RandomDump.of(100_000, 25, random -> random.nextInt(20) == 0 ? 40 : 1);

    PersonEstimate row =
        ThinnedFamilyEstimator.katz().estimate(sample(dump, dump.records() / 4), 0.95);

    assertThat(row.diagnostics().get("fit_p_value_ratio")).isLessThan(1e-6);
  }

  @Test
  void countsAWholeDump() {
    DumpSample whole =
        new DumpSample(FrequencyOfFrequencies.of(Map.of(1L, 5L, 2L, 3L)), OptionalLong.of(11));

    PersonEstimate row = ThinnedFamilyEstimator.katz().estimate(whole, 0.95);

    assertThat(row.persons()).hasValue(8);
    assertThat(row.lowerPersons()).hasValue(8);
    assertThat(row.upperPersons()).hasValue(8);
  }

  @Test
  void recoversNegativeBinomialDraws() {
    PersonEstimate row =
        TruncatedFamilyEstimator.negativeBinomial()
            .estimate(draws(26, random -> gamma(random, 2)), 0.95);

    assertHolds(row, 100_000, 0.1);
    assertThat(row.diagnostics().get("shape")).isCloseTo(0.5, within(0.1));
  }

  @Test
  void recoversLogNormalDraws() {
    PersonEstimate row =
        TruncatedFamilyEstimator.poissonLogNormal()
            .estimate(draws(27, random -> Math.exp(random.nextGaussian() - 0.5)), 0.95);

    assertHolds(row, 100_000, 0.1);
  }

  @Test
  void recoversDrawsWithEqualChances() {
    PersonEstimate row = new TruncatedPoissonEstimator().estimate(draws(28, random -> 1), 0.95);

    assertHolds(row, 100_000, 0.02);
  }

  /** Python: the Poisson likelihood of all counts, profiled in the persons by scipy 1.17.1. */
  @Test
  void endsWhereTheProfileOfThePersonsEnds() {
    DumpSample sample =
        new DumpSample(
            FrequencyOfFrequencies.of(Map.of(1L, 60L, 2L, 30L, 3L, 10L)), OptionalLong.empty());

    PersonEstimate row = new TruncatedPoissonEstimator().estimate(sample, 0.95);

    assertThat(row.persons().orElseThrow()).isCloseTo(171.58202, within(1e-3));
    assertThat(row.lowerPersons().orElseThrow()).isCloseTo(133.27015, within(1e-3));
    assertThat(row.upperPersons().orElseThrow()).isCloseTo(222.80830, within(1e-3));
  }

  @Test
  void refusesWhereTheLikelihoodOfANegativeBinomialRunsAway() {
    // R: iNEXT 3.0.1, data(spider)$Girdled
    FrequencyOfFrequencies frequencies =
        FrequencyOfFrequencies.of(
            Map.of(
                1L, 12L, 2L, 4L, 4L, 1L, 6L, 2L, 8L, 1L, 9L, 1L, 15L, 2L, 17L, 1L, 22L, 1L, 46L,
                1L));

    PersonEstimate row =
        TruncatedFamilyEstimator.negativeBinomial()
            .estimate(new DumpSample(frequencies, OptionalLong.empty()), 0.95);

    assertThat(row.identifiable()).isFalse();
    assertThat(row.persons()).isEmpty();
    assertThat(row.lowerPersons()).hasValue(frequencies.observedPersons());
    assertThat(row.needed())
        .isEqualTo(
            "A sample that shows where the number of unseen persons ends: the likelihood grows"
                + " without end.");
  }

  /** Counts as expected at t = 300: the most uneven law is less likely by 0.28, no more. */
  @Test
  void answersWhereTheMostUnevenLawIsALittleLessLikely() {
    double[] logs = new KatzLaw(300).logRatios(0.03, 400);
    Map<Long, Long> counts = new TreeMap<>();
    for (int times = 1; times <= 400; times++) {
      long persons = Math.round(1e6 * Math.exp(logs[times]));
      if (persons > 0) {
        counts.put((long) times, persons);
      }
    }

    PersonEstimate row =
        TruncatedFamilyEstimator.negativeBinomial()
            .estimate(
                new DumpSample(FrequencyOfFrequencies.of(counts), OptionalLong.empty()), 0.95);

    assertThat(row.diagnostics().get("shape")).isGreaterThan(50);
    assertThat(row.persons()).isPresent();
  }

  @Test
  void asksForPersonsWhoWereSeenTwice() {
    DumpSample once =
        new DumpSample(FrequencyOfFrequencies.of(Map.of(1L, 50L)), OptionalLong.empty());

    assertThat(TruncatedFamilyEstimator.negativeBinomial().estimate(once, 0.95).needed())
        .isEqualTo("Persons who were seen more than once.");
    assertThat(new TruncatedPoissonEstimator().estimate(once, 0.95).needed())
        .isEqualTo("Persons who were seen more than once.");
  }

  @Test
  void asksForTheRecordsOfTheDump() {
    DumpSample once =
        new DumpSample(FrequencyOfFrequencies.of(Map.of(1L, 50L)), OptionalLong.empty());

    assertThat(ThinnedFamilyEstimator.katz().estimate(once, 0.95).needed())
        .isEqualTo("The number of records of the dump.");
  }

  private static DumpSample sample(RandomDump dump, int records) {
    return new DumpSample(dump.drawFrequencies(records), OptionalLong.of(dump.records()));
  }

  /** How often each of 100,000 persons is drawn, with a mean of one that a law spreads. */
  private static DumpSample draws(long seed, ToDoubleFunction<SplittableRandom> chance) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<Long, Long> counts = new TreeMap<>();
    for (int person = 0; person < 100_000; person++) {
      long times = poisson(random, chance.applyAsDouble(random));
      if (times > 0) {
        counts.merge(times, 1L, Long::sum);
      }
    }
    return new DumpSample(FrequencyOfFrequencies.of(counts), OptionalLong.empty());
  }

  private static int geometric(SplittableRandom random, double chance) {
    return 1 + (int) (Math.log(1 - random.nextDouble()) / Math.log(1 - chance));
  }

  private static int logNormal(SplittableRandom random, double mean, double deviation) {
    return (int)
        poisson(
            random, mean * Math.exp(deviation * random.nextGaussian() - deviation * deviation / 2));
  }

  private static double someRatio(double mean, double deviation) {
    return new PoissonLogNormalLaw(deviation).someRatio(mean);
  }

  /** Erlang of mean 1. */
  private static double gamma(SplittableRandom random, int shape) {
    double sum = 0;
    for (int part = 0; part < shape; part++) {
      sum -= Math.log(1 - random.nextDouble());
    }
    return sum / shape;
  }

  private static long poisson(SplittableRandom random, double mean) {
    long times = 0;
    double sum = -Math.log(1 - random.nextDouble());
    while (sum < mean) {
      times++;
      sum -= Math.log(1 - random.nextDouble());
    }
    return times;
  }

  private static boolean holds(PersonEstimate row, double truth) {
    return row.lowerPersons().orElseThrow() <= truth && truth <= row.upperPersons().orElseThrow();
  }

  private static void assertHolds(PersonEstimate row, double truth, double error) {
    assertThat(row.persons().orElseThrow()).isCloseTo(truth, within(truth * error));
    assertThat(row.lowerPersons().orElseThrow()).isLessThanOrEqualTo(truth);
    assertThat(row.upperPersons().orElseThrow()).isGreaterThanOrEqualTo(truth);
  }
}
