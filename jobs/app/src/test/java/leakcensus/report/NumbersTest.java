package leakcensus.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

  @Test
  void separatesThousands() {
    assertThat(Numbers.count(Optional.of(1_234_567L))).isEqualTo("1,234,567");
    assertThat(Numbers.count(Optional.of(0L))).isEqualTo("0");
  }

  @Test
  void saysThatACountIsWithheld() {
    assertThat(Numbers.count(Optional.empty())).isEqualTo("< k");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0           | 0
          0.49        | 0
          0.5         | 1
          1234.4      | 1,234
          1409778724  | 1,409,778,724
          """)
  void roundsToWholePersons(double persons, String text) {
    assertThat(Numbers.persons(persons)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0         | 0.00 %
          1         | 100.0 %
          1.5       | 150.0 %
          0.0742    | 7.4 %
          0.0099    | 0.99 %
          0.0001    | 0.01 %
          0.00001   | 0.0010 %
          0.0000123 | 0.0012 %
          """)
  void givesSmallRatiosTheDigitsThatTellThemFromNothing(double ratio, String text) {
    assertThat(Numbers.percent(ratio)).isEqualTo(text);
    assertThat(Numbers.percent(Optional.of(ratio))).isEqualTo(text);
  }

  @Test
  void leavesOutARatioThatIsNotThere() {
    assertThat(Numbers.percent(Optional.empty())).isEmpty();
  }
}
