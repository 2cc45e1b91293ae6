package leakcensus.severity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeverityBandTest {

  @ParameterizedTest
  @CsvSource({
    "0, low",
    "1.99, low",
    "2, medium",
    "2.99, medium",
    "3, high",
    "3.99, high",
    "4, very_high",
    "6, very_high"
  })
  void beginsEachBandAtItsLimit(double score, String band) {
    assertThat(SeverityBand.of(score).key()).isEqualTo(band);
  }

  @Test
  void refusesWhatIsNoScore() {
    assertThatThrownBy(() -> SeverityBand.of(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid severity: NaN (must not be negative)");
  }
}
