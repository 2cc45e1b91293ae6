package leakcensus.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import org.junit.jupiter.api.Test;

class FrequenciesTest {

  @Test
  void countsFewAndManyTimesAlike() {
    Frequencies frequencies = new Frequencies();
    for (long times : new long[] {1, 1, 63, 64, 64, 64, 5_000_000_000L}) {
      frequencies.add(times);
    }

    CountTable counts = new CountTable();
    frequencies.addTo(counts, Measure.VALUE_FREQUENCY, 3, 7);

    assertThat(counts.bySecond(Measure.VALUE_FREQUENCY, 3, 7))
        .isEqualTo(Map.of(1L, 2L, 63L, 1L, 64L, 3L, 5_000_000_000L, 1L));
  }
}
