package leakcensus.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DrawnPersonsTest {

  @Test
  void spansTheMiddleOfTheDraws() {
    long[] draws = new long[40];
    Arrays.setAll(draws, draw -> 1_000 + (draw * 7L) % 40);

    PersonEstimate row = DrawnPersons.of(partitions(draws), 0.95);

    assertThat(row.lowerPersons()).hasValue(1_001);
    assertThat(row.persons()).hasValue(1_020);
    assertThat(row.upperPersons()).hasValue(1_038);
    assertThat(row.selected()).isFalse();
  }

  @Test
  void staysInsideWhereOneDrawIsFarFromAllOthers() {
    long[] draws = new long[40];
    Arrays.fill(draws, 2_001);
    draws[17] = 1_000;

    PersonEstimate row = DrawnPersons.of(partitions(draws), 0.95);

    assertThat(row.lowerPersons()).hasValue(2_001);
    assertThat(row.persons()).hasValue(2_001);
  }

  private static List<FrequencyOfFrequencies> partitions(long[] persons) {
    return Arrays.stream(persons)
        .mapToObj(number -> FrequencyOfFrequencies.of(Map.of(1L, number)))
        .toList();
  }
}
