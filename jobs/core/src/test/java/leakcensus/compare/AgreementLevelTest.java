package leakcensus.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementLevelTest {

  @ParameterizedTest
  @CsvSource({
    "1, 0",
    "2, 0",
    "3, 1",
    "4, 1",
    "5, 2",
    "10, 2",
    "11, 3",
    "30, 3",
    "31, 4",
    "120, 4",
    "121, 5",
    "600, 5",
    "601, 6",
    "5000, 6",
    "5001, 7",
    "9000000000, 7"
  })
  void bandsValuesByHowManyMentionsHoldThem(long mentions, int band) {
    assertThat(AgreementLevel.band(mentions)).isEqualTo(band);
  }

  @Test
  void namesEachLevel() {
    assertThat(IntStream.range(0, AgreementLevel.COUNT).mapToObj(AgreementLevel::key))
        .containsExactly(
            "missing",
            "exact-0",
            "exact-1",
            "exact-2",
            "exact-3",
            "exact-4",
            "exact-5",
            "exact-6",
            "exact-7",
            "near",
            "similar",
            "weak",
            "different");
    assertThatThrownBy(() -> AgreementLevel.key(AgreementLevel.COUNT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Unknown agreement level: 13");
  }

  @Test
  void keepsEveryLevelOfEveryFieldInAPattern() {
    for (int first = 0; first < AgreementLevel.COUNT; first++) {
      long pattern = 0;
      for (ComparisonField field : ComparisonField.values()) {
        pattern = AgreementPattern.with(pattern, field, (first + field.ordinal()) % 13);
      }
      for (ComparisonField field : ComparisonField.values()) {
        assertThat(AgreementPattern.level(pattern, field))
            .isEqualTo((first + field.ordinal()) % 13);
      }
    }
  }
}
