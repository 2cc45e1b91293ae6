package leakcensus.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleDesignTest {

  @ParameterizedTest
  @ValueSource(strings = {"unknown", "whole-dump", "random-records"})
  void isFoundByItsKey(String key) {
    assertThat(SampleDesign.ofKey(key, OptionalLong.empty()).key()).isEqualTo(key);
  }

  @Test
  void keepsTheRecordsOfTheDumpForRandomRecords() {
    assertThat(SampleDesign.ofKey("random-records", OptionalLong.of(7)))
        .isEqualTo(new SampleDesign.RandomRecords(OptionalLong.of(7)));
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThatThrownBy(() -> SampleDesign.ofKey("random", OptionalLong.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Unknown sample design: random (must be one of unknown, whole-dump, random-records, independent-draws, head)");
    assertThatThrownBy(() -> new SampleDesign.RandomRecords(OptionalLong.of(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid dump records: 0 (must be >= 1)");
  }
}
