package leakcensus.estimate.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import leakcensus.estimate.gate.Gate.Outcome;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gates that look at single sources. */
class SourceGatesTest {

  @ParameterizedTest(name = "{0} pairs, {1} false ones expected: {2}")
  @CsvSource({
    "0, 0, NOT_REFUSED",
    "1, 0, REFUSED",
    "3, 1, NOT_REFUSED",
    "4, 1, REFUSED",
    "120, 100, REFUSED",
    "110, 100, NOT_REFUSED"
  })
  void refusesOneRecordAPersonWhereRepeatsAreTooMany(
      double pairs, double expected, Outcome outcome) {
    Gate gate = OneRecordGate.check("a", pairs, expected);

    assertThat(gate.outcome()).isEqualTo(outcome);
    double below =
        expected == 0 ? 1 : PoissonDistribution.of(expected).cumulativeProbability((int) pairs - 1);
    assertThat(gate.pValueRatio().orElseThrow())
        .isCloseTo(pairs == 0 ? 1 : 1 - below, within(1e-9));
  }

  @Test
  void saysWhichSourceHasMoreThanOneRecordAPerson() {
    assertThat(OneRecordGate.check("residents", 1_200, 3.5).explanation())
        .isEqualTo(
            "Source residents was stated to hold one record a person, but 1,200 pairs of its records"
                + " are of one person, where 3.5 are expected from false links.");
    assertThat(OneRecordGate.check("residents", 2, 3.5).explanation())
        .isEqualTo(
            "Source residents shows 2 pairs of records of one person, where false links explain"
                + " 3.5; that is no proof of one record a person.");
  }

  @Test
  void refusesNoMoreThanStatedOfPooledDraws() {
    SplittableRandom random = new SplittableRandom(11);
    // 3,000 and 1,000 records: 0.625 of the pairs within a source
    BinomialDistribution within = BinomialDistribution.of(200, 0.625);
    long refused =
        IntStream.range(0, 2_000)
            .map(draw -> within.inverseCumulativeProbability(random.nextDouble()))
            .filter(both -> SpreadGate.check(new long[] {3_000, 1_000}, both, 200 - both).refuses())
            .count();

    assertThat(refused).as("of 2,000 at 5 %, seed 11").isBetween(70L, 130L);
  }

  @Test
  void refusesPooledDrawsOfSourcesWithOneRecordAPerson() {
    Gate gate = SpreadGate.check(new long[] {250_000, 250_000, 250_000}, 0, 188);

    assertThat(gate.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(gate.explanation())
        .isEqualTo(
            "Of the persons seen twice, 0 stand within one source where independent draws would put"
                + " 63: the sources are no draws from one pot.");
  }

  @ParameterizedTest(name = "{0} within, {1} across")
  @CsvSource({"0, 0", "4, 5", "0, 9"})
  void cannotTellTheSpreadOfFewPersons(long within, long across) {
    Gate gate = SpreadGate.check(new long[] {100, 100}, within, across);

    assertThat(gate.outcome()).isEqualTo(Outcome.NOT_TESTABLE);
    assertThat(gate.explanation())
        .isEqualTo(
            "Too few persons were seen twice to see how they spread within and across sources.");
  }

  @ParameterizedTest(name = "{0} and {1} records of {2} and {3}: {4}")
  @CsvSource({
    "1000, 2000, 100000, 200000, NOT_REFUSED",
    "1000, 1000, 100000, 200000, REFUSED",
    "1030, 1970, 100000, 200000, NOT_REFUSED",
    "103000, 197000, 10000000, 20000000, NOT_REFUSED",
    "250000, 250000, 100000000, 900000000, REFUSED",
    "11, 9, 100, 100, NOT_REFUSED",
    "6, 8, 1, 2, NOT_TESTABLE"
  })
  void refusesSourcesThatGaveDifferentParts(
      long first, long second, long firstDump, long secondDump, Outcome outcome) {
    Gate gate =
        SampledRatioGate.check(new long[] {first, second}, new long[] {firstDump, secondDump});

    assertThat(gate.outcome()).isEqualTo(outcome);
  }

  @Test
  void saysThatTheSourcesGaveDifferentParts() {
    assertThat(SampledRatioGate.check(new long[] {10, 90}, new long[] {50, 50}).explanation())
        .isEqualTo(
            "The sources gave different parts of their records (p = 1.2e-15), so the records were not"
                + " drawn at random from the dump as a whole.");
    assertThat(SampledRatioGate.check(new long[] {50, 50}, new long[] {50, 50}).explanation())
        .isEqualTo(
            "The sources gave the same part of their records, as random records would (p = 1.0);"
                + " that is no proof of them.");
    assertThat(SampledRatioGate.check(new long[] {50}, new long[] {50}).explanation())
        .isEqualTo(
            "Too few records to see whether every source gave the same part of its records.");
  }
}
