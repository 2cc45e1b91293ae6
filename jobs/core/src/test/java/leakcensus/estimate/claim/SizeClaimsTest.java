package leakcensus.estimate.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import leakcensus.estimate.SampleDesign;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Claims of records, bytes and prices, and of persons with records. */
class SizeClaimsTest {

  private static final SampleDesign WHOLE = new SampleDesign.WholeDump();
  private static final SampleDesign RANDOM = new SampleDesign.RandomRecords(OptionalLong.empty());
  private static final OptionalDouble NONE = OptionalDouble.empty();

  @ParameterizedTest(name = "{0} stands for {1} to {2}")
  @CsvSource({
    "23e12, 22.5e12, 23.5e12",
    "1e9, 0.95e9, 1.05e9",
    "961e6, 960.5e6, 961.5e6",
    "1411778724, 1411778723.5, 1411778724.5",
    "7, 6.95, 7.05",
    "0.01, 0.0095, 0.0105",
  })
  void takesANumberForAllThatRoundToIt(double value, double lower, double upper) {
    StatedNumber stated = new StatedNumber(value);

    assertThat(stated.lower()).isCloseTo(lower, within(1e-9 * value));
    assertThat(stated.upper()).isCloseTo(upper, within(1e-9 * value));
    assertThat(stated.meets(value, value)).isTrue();
    assertThat(stated.meets(1.01 * upper, 2 * upper)).isFalse();
    assertThat(stated.meets(0, 0.99 * lower)).isFalse();
  }

  @ParameterizedTest(name = "{0} claimed of 961,472 counted")
  @CsvSource({
    "960000, CONSISTENT, NONE",
    "961000, CONSISTENT, NONE",
    "962000, CONTRADICTED, FEWER",
    "1000000, CONSISTENT, NONE",
    "1100000, CONTRADICTED, FEWER",
    "950000, CONTRADICTED, MORE",
  })
  void countsTheRecordsOfAWholeDump(
      double records, ClaimVerdict verdict, ClaimDeviation deviation) {
    ClaimCheck check = CheckRecords.check("seller", records, size(WHOLE, 961_472, true, NONE));

    assertThat(check.verdict()).isEqualTo(verdict);
    assertThat(check.deviation()).isEqualTo(deviation);
    assertThat(check.pValue()).isEmpty();
  }

  @Test
  void doesNotContradictRecordsThatMayStandInFilesItCouldNotRead() {
    ClaimCheck check = CheckRecords.check("seller", 2e6, size(WHOLE, 961_472, false, NONE));

    assertThat(check.verdict()).isEqualTo(ClaimVerdict.NOT_TESTABLE);
    assertThat(check.explanation()).endsWith("so there may be more.");
  }

  @Test
  void letsNoSampleConfirmANumberOfRecords() {
    DumpSize stated = size(RANDOM, 1_000, true, OptionalDouble.of(1e6));

    assertThat(CheckRecords.check("seller", 1e6, stated).verdict())
        .as("the statement may be the claim itself")
        .isEqualTo(ClaimVerdict.NOT_TESTABLE);
    assertThat(CheckRecords.check("seller", 1e6, size(RANDOM, 1_000, true, NONE)).explanation())
        .isEqualTo("A sample of 1,000 records cannot tell how many the dump has.");
    assertThat(CheckRecords.check("seller", 2e6, stated).explanation())
        .isEqualTo(
            "The configuration states 1,000,000 records of the dump, and 2,000,000 are claimed:"
                + " both cannot be right.");
    ClaimCheck small = CheckRecords.check("seller", 900, stated);
    assertThat(small.verdict()).isEqualTo(ClaimVerdict.CONTRADICTED);
    assertThat(small.deviation()).isEqualTo(ClaimDeviation.MORE);
    assertThat(small.explanation())
        .isEqualTo("The sample alone holds 1,000 records, and 900 are claimed for the whole dump.");
  }

  // 5,000 bytes as they lie there, 20,000 of text
  @ParameterizedTest(name = "{0} bytes claimed")
  @CsvSource({
    "5000, CONSISTENT, NONE",
    "20000, CONSISTENT, NONE",
    "12000, NOT_TESTABLE, NONE",
    "30000, CONTRADICTED, FEWER",
    "3000, CONTRADICTED, MORE",
  })
  void measuresAWholeDump(double bytes, ClaimVerdict verdict, ClaimDeviation deviation) {
    ClaimCheck check = CheckBytes.check("seller", bytes, size(WHOLE, 100, true, NONE));

    assertThat(check.verdict()).isEqualTo(verdict);
    assertThat(check.deviation()).isEqualTo(deviation);
  }

  @Test
  void scalesTheTextOfARandomSampleAndContradictsNothingByIt() {
    // 100 records of 200 bytes with a variance of 2,500: 200 +- 1.96 x 50 / 10
    DumpSize size = size(RANDOM, 100, true, OptionalDouble.of(1e6));

    ClaimCheck near = CheckBytes.check("seller", 205e6, size);
    ClaimCheck far = CheckBytes.check("seller", 900e6, size);

    assertThat(near.verdict()).isEqualTo(ClaimVerdict.CONSISTENT);
    assertThat(near.lower().getAsDouble()).isCloseTo(190.2e6, within(1e4));
    assertThat(near.upper().getAsDouble()).isCloseTo(209.8e6, within(1e4));
    assertThat(far.verdict()).isEqualTo(ClaimVerdict.NOT_TESTABLE);
    assertThat(far.deviation()).isEqualTo(ClaimDeviation.FEWER);
    assertThat(far.explanation())
        .contains("900,000,000 are claimed, 4.5 times as many; a database");
    assertThat(CheckBytes.check("seller", 1e9, size(RANDOM, 100, true, NONE)).explanation())
        .startsWith("The size of the dump needs a random sample of text");
  }

  @Test
  void saysWhatARecordAndAPersonCost() {
    ClaimedPrice price = new ClaimedPrice(10, "BTC", OptionalDouble.of(1e9), NONE);

    ClaimCheck check =
        CheckPrice.check(
            "seller", price, size(RANDOM, 1e3, true, NONE), 1e6, OptionalDouble.of(4e6));

    assertThat(check.verdict()).isEqualTo(ClaimVerdict.NOT_TESTABLE);
    assertThat(check.observed().getAsDouble()).isCloseTo(1e-8, within(1e-15));
    assertThat(check.lower().getAsDouble()).isCloseTo(2.5e-6, within(1e-12));
    assertThat(check.upper().getAsDouble()).isCloseTo(1e-5, within(1e-12));
    assertThat(check.explanation())
        .isEqualTo(
            "That is 1.00e-08 BTC a record, at 1,000,000,000 records. It is 2.50e-06 to 1.00e-05"
                + " BTC a person. Nothing in a dump says what it should cost.");
  }

  @ParameterizedTest(name = "{0} a record")
  @CsvSource({"1e-8, NOT_TESTABLE", "1.09e-8, NOT_TESTABLE", "2e-8, CONTRADICTED"})
  void contradictsAPriceThatDoesNotMultiplyOut(double perRecord, ClaimVerdict verdict) {
    ClaimedPrice price =
        new ClaimedPrice(10, "BTC", OptionalDouble.of(1e9), OptionalDouble.of(perRecord));

    assertThat(CheckPrice.check("seller", price, size(RANDOM, 1e3, true, NONE), 0, NONE).verdict())
        .isEqualTo(verdict);
  }

  @ParameterizedTest(name = "{0} persons in {1} records of {2}")
  @CsvSource({
    "1e9, 961000000, 1, CONSISTENT",
    "1e9, 900000000, 1, CONTRADICTED",
    "1e9, 900000000, 2, CONSISTENT"
  })
  void needsAPlaceInARecordForEveryPerson(
      double persons, double records, int slots, ClaimVerdict verdict) {
    ClaimCheck check =
        CheckTogether.check(new Claim("persons", persons), "records", records, slots);

    assertThat(check.verdict()).isEqualTo(verdict);
    assertThat(check.claim()).isEqualTo("persons + records");
  }

  @Test
  void refusesNumbersThatCannotBe() {
    assertThatThrownBy(() -> new StatedNumber(0))
        .hasMessage("Invalid stated number: 0.0 (must be finite and > 0)");
    assertThatThrownBy(() -> size(RANDOM, -1, true, NONE))
        .hasMessage("Invalid size of a sample: -1.0 records, 5000.0 bytes (must be >= 0)");
    assertThatThrownBy(() -> new RepeatLaw(1, -1, 0, 1))
        .hasMessage("Invalid pairs: 1.0 compared, -1.0 flat, 0.0 false (must be >= 0)");
    assertThatThrownBy(() -> new RepeatLaw(1, 0, 0, 0.5))
        .hasMessage("Invalid dispersion: 0.5 (must be finite and >= 1)");
  }

  private static DumpSize size(
      SampleDesign design, double records, boolean whole, OptionalDouble dumpRecords) {
    return new DumpSize(
        design,
        Optional.empty(),
        records,
        whole,
        5_000,
        OptionalDouble.of(20_000),
        OptionalDouble.of(2_500),
        dumpRecords);
  }
}
