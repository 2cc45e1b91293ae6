package leakcensus.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FrequencyOfFrequenciesTest {

  private final FrequencyOfFrequencies frequencies =
      FrequencyOfFrequencies.of(Map.of(1L, 5L, 2L, 3L, 4L, 1L));

  @Test
  void countsPersonsRecordsAndPairs() {
    assertThat(frequencies.observedPersons()).isEqualTo(9);
    assertThat(frequencies.records()).isEqualTo(5 + 6 + 4);
    assertThat(frequencies.pairs()).isEqualTo(3 + 6);
    assertThat(frequencies.personsSeen(2)).isEqualTo(3);
    assertThat(frequencies.personsSeen(3)).isZero();
    assertThat(frequencies.mostRecords()).isEqualTo(4);
  }

  @Test
  void holdsNobody() {
    FrequencyOfFrequencies empty = FrequencyOfFrequencies.empty();

    assertThat(empty).isEqualTo(FrequencyOfFrequencies.of(Map.of()));
    assertThat(empty.observedPersons()).isZero();
    assertThat(empty.records()).isZero();
    assertThat(empty.pairs()).isZero();
    assertThat(empty.pairsIfMerged(0)).isZero();
    assertThat(empty.pairDispersionRatio()).isEqualTo(1);
    assertThat(empty.mostRecords()).isZero();
  }

  @Test
  void keepsItsOwnCopy() {
    Map<Long, Long> table = new HashMap<>(Map.of(1L, 5L));

    FrequencyOfFrequencies copied = FrequencyOfFrequencies.of(table);
    table.put(2L, 1L);

    assertThat(copied).isEqualTo(FrequencyOfFrequencies.of(Map.of(1L, 5L)));
    assertThatThrownBy(() -> copied.asMap().put(2L, 1L))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void mergesTheLargestPersonsForTheMostPairs() {
    // the person with 4 and one with 2 records become one with 6: 15 pairs, and two with 2 remain
    assertThat(frequencies.pairsIfMerged(8)).isEqualTo(15 + 2);
    assertThat(frequencies.pairsIfMerged(9)).isEqualTo(frequencies.pairs());
    assertThat(frequencies.pairsIfMerged(20)).isEqualTo(frequencies.pairs());
    assertThat(frequencies.pairsIfMerged(1)).isEqualTo(15 * 14 / 2.0);
    assertThat(frequencies.pairsIfMerged(0)).isEqualTo(15 * 14 / 2.0);
  }

  @Test
  void measuresHowRepeatsOfOnePersonDepend() {
    assertThat(FrequencyOfFrequencies.of(Map.of(1L, 9L, 2L, 4L)).pairDispersionRatio())
        .isEqualTo(1);
    assertThat(frequencies.pairDispersionRatio()).isCloseTo((3 + 36) / 9.0, within(1e-15));
  }

  @Test
  void countsTenTrillionRecords() {
    FrequencyOfFrequencies large =
        FrequencyOfFrequencies.of(Map.of(1L, 9_000_000_000_000L, 100L, 10_000_000_000L));

    assertThat(large.records()).isEqualTo(10_000_000_000_000L);
    assertThat(large.pairs()).isEqualTo(4950e10);
    assertThat(large.pairsIfMerged(1)).isCloseTo(5e25, within(1e13));
  }

  @Test
  void refusesMoreRecordsThanALongHolds() {
    assertThatThrownBy(() -> FrequencyOfFrequencies.of(Map.of(Long.MAX_VALUE, 2L)))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("long overflow");
  }

  @Test
  void rejectsAFrequencyWithoutPersons() {
    assertThatThrownBy(() -> FrequencyOfFrequencies.of(Map.of(3L, 0L)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid frequency: 0 persons with 3 records (both must be >= 1)");
    assertThatThrownBy(() -> FrequencyOfFrequencies.of(Map.of(0L, 7L)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid frequency: 7 persons with 0 records (both must be >= 1)");
  }
}
