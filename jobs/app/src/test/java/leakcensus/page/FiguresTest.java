package leakcensus.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0 %",
    "1, 100 %",
    "0.9999, 100.0 %",
    "0.95, 95 %",
    "0.123, 12.3 %",
    "0.0012, 0.12 %",
    "0.0000279, 0.0028 %",
    "0.00003, 0.0030 %",
    "0.000139, 0.014 %",
    "1e-12, 1.0e-10 %",
    "1.5, 150 %"
  })
  void tellsASmallShareFromNothingAndNearlyAllFromAll(double ratio, String percent) {
    assertThat(Figures.percent(ratio)).isEqualTo(percent);
  }

  @ParameterizedTest
  @CsvSource({"0, < 0.0001", "9.9e-5, < 0.0001", "0.0001, 0.0001", "0.4553, 0.455", "1, 1"})
  void neverCallsAPValueNothing(double chance, String text) {
    assertThat(Figures.pValue(chance)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0, 0 %", "0.001, < 1 %", "0.5, 50 %", "0.999, > 99 %", "1, 100 %"})
  void roundsToWholePercentButForTheEnds(double ratio, String percent) {
    assertThat(Figures.wholePercent(ratio)).isEqualTo(percent);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"1234567; 1,230,000", "999; 999", "0.4; 0", "39492; 39,500"})
  void roundsToThreeDigits(double persons, String about) {
    assertThat(Figures.about(persons)).isEqualTo(about);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "123456.7; 123,457",
        "0.4567; 0.457",
        "0.5; 0.5",
        "5; 5",
        "-12.34; -12.3",
        "1e-300; 1.0e-300"
      })
  void showsDecimalsOnlyWhereTheySaySomething(double value, String number) {
    assertThat(Figures.number(value)).isEqualTo(number);
  }

  @Test
  void countsBytesInThousands() {
    assertThat(Figures.bytes(999)).isEqualTo("999 B");
    assertThat(Figures.bytes(3_798_322)).isEqualTo("3.8 MB");
  }
}
