package leakcensus.estimate.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkageErrorsTest {

  @Test
  void countsRatios() {
    LinkageErrors errors = new LinkageErrors(2_000, 5, 80, 60, 0);

    assertThat(errors.falseRatio()).isEqualTo(0.0025);
    assertThat(errors.foundRatio()).isEqualTo(0.75);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0  | 0  | 9 | 9  | 0        | Invalid decoy pairs: 0 (must be >= 1)
          10 | 11 | 9 | 9  | 0        | Invalid joined decoy pairs: 11 (must be 0 to the 10 compared)
          10 | -1 | 9 | 9  | 0        | Invalid joined decoy pairs: -1 (must be 0 to the 10 compared)
          10 | 1  | 9 | 0  | 0        | Invalid joined planted pairs: 0 (must be 1 to the 9 planted)
          10 | 1  | 9 | 10 | 0        | Invalid joined planted pairs: 10 (must be 1 to the 9 planted)
          10 | 1  | 9 | 9  | -1       | Invalid household pairs: -1.0 (must be finite and >= 0)
          10 | 1  | 9 | 9  | Infinity | Invalid household pairs: Infinity (must be finite and >= 0)
          """)
  void refusesWhatCannotBe(
      long decoys, long joined, long planted, long found, double households, String message) {
    assertThatThrownBy(() -> new LinkageErrors(decoys, joined, planted, found, households))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
