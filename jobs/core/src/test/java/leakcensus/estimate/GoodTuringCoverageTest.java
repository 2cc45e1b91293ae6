package leakcensus.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoodTuringCoverageTest {

  // R: iNEXT 3.0.1, DataInfo(x)$SC, printed with four decimals. Reads n, f1 and f2 only.
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "iNEXT spider Girdled, 168, 12, 4, 0.9289",
    "iNEXT spider Logged, 252, 14, 4, 0.9446",
    "iNEXT bird North, 202, 6, 4, 0.9705",
    "SPECIES EST, 5735, 2187, 490, 0.6187",
    "SPECIES insects, 364, 50, 20, 0.8629",
    "breakaway apples, 11740, 277, 159, 0.9764",
  })
  void agreesWithTheRPackageINext(
      String data, long records, long once, long twice, double coverage) {
    FrequencyOfFrequencies frequencies =
        FrequencyOfFrequencies.of(Map.of(1L, once, 2L, twice, records - once - 2 * twice, 1L));

    assertThat(GoodTuringCoverage.of(frequencies).chaoJostRatio())
        .isCloseTo(coverage, within(5.01e-5));
    assertThat(GoodTuringCoverage.of(frequencies).goodTuringRatio())
        .isEqualTo(1 - (double) once / records);
  }

  @Test
  void isZeroWhereNothingSpeaksForASecondSight() {
    assertThat(GoodTuringCoverage.of(FrequencyOfFrequencies.empty()))
        .isEqualTo(new GoodTuringCoverage(0, 0));
    assertThat(GoodTuringCoverage.of(FrequencyOfFrequencies.of(Map.of(1L, 1L))))
        .isEqualTo(new GoodTuringCoverage(0, 0));
    assertThat(GoodTuringCoverage.of(FrequencyOfFrequencies.of(Map.of(1L, 40L))))
        .isEqualTo(new GoodTuringCoverage(0, 0));
  }

  @Test
  void isOneWhereNobodyWasSeenOnce() {
    assertThat(GoodTuringCoverage.of(FrequencyOfFrequencies.of(Map.of(2L, 40L))))
        .isEqualTo(new GoodTuringCoverage(1, 1));
  }
}
