package leakcensus.estimate.select;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import leakcensus.estimate.FrequencyOfFrequencies;
import org.junit.jupiter.api.Test;

class RelinkedFrequenciesTest {

  @Test
  void splitsPersonsWithTheFewestRepeatsAndKeepsEveryMention() {
    FrequencyOfFrequencies split =
        RelinkedFrequencies.split(frequencies(Map.of(1L, 5L, 2L, 2L, 4L, 1L)), 0, 3);

    assertThat(split.observedPersons()).isEqualTo(5 + 2 + 1 + 3);
    assertThat(split.records()).isEqualTo(5 + 4 + 4);
  }

  @Test
  void addsMentionsOfNobodyFirst() {
    FrequencyOfFrequencies split = RelinkedFrequencies.split(frequencies(Map.of(2L, 2L)), 3, 3);

    assertThat(split.asMap()).isEqualTo(Map.of(1L, 3L, 2L, 2L));
  }

  @Test
  void endsWhereNothingIsLeftToSplit() {
    assertThat(RelinkedFrequencies.split(FrequencyOfFrequencies.empty(), 0, 4).asMap()).isEmpty();
    assertThat(RelinkedFrequencies.split(FrequencyOfFrequencies.empty(), 2, 4).asMap())
        .isEqualTo(Map.of(1L, 2L));
    assertThat(RelinkedFrequencies.split(frequencies(Map.of(1L, 3L)), 0, 4).asMap())
        .isEqualTo(Map.of(1L, 3L));
  }

  private static FrequencyOfFrequencies frequencies(Map<Long, Long> persons) {
    return FrequencyOfFrequencies.of(new TreeMap<>(persons));
  }
}
