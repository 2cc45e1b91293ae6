package leakcensus.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Chao1EstimatorTest {

  private final Chao1Estimator chao1 = new Chao1Estimator();

  // R: iNEXT 3.0.1, ChaoRichness(x, 'abundance', conf = 0.95), and SpadeR 0.1.1,
  // ChaoSpecies(f, 'abundance_freq_count', k = 10), which print the same three decimals. The
  // estimate reads S, n, f1 and f2 only; one person with the other records completes each case.
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "iNEXT spider Girdled,   26,   168,   12,    4,   43.893,   30.511,   96.971",
    "iNEXT spider Logged,    37,   252,   14,    4,   61.403,   43.502,  128.583",
    "iNEXT bird North,       27,   202,    6,    4,   31.478,   27.81,    51.746",
    "SpadeR ChaoSpecies,     25,  1996,    3,    2,   27.249,   25.266,   44.03",
    "SPECIES butterfly,     620,  6281,  118,   74,  714.066,  679.054,  769.837",
    "SPECIES EST,          3126,  5735, 2187,  490, 8005.73,  7432.413, 8655.372",
    "SPECIES insects,       124,   364,   50,   20,  186.328,  154.228,  252.516",
    "vegan BCI pooled,      225, 21457,   19,   13,  238.884,  229.686,  266.136",
    "vegan dune pooled,      30,   685,    1,    2,   30.25,    30.013,   34.728",
    "breakaway apples,     1000, 11740,  277,  159, 1241.266, 1177.448, 1328.035",
  })
  void agreesWithTheRPackagesINextAndSpadeR(
      String data,
      long persons,
      long records,
      long once,
      long twice,
      double estimated,
      double lower,
      double upper) {
    UniquePersonsEstimate estimate =
        chao1.estimate(frequencies(persons, records, once, twice), 0.95);

    assertThat(estimate.persons()).isCloseTo(estimated, within(5.01e-4));
    assertThat(estimate.lowerPersons()).isCloseTo(lower, within(5.01e-4));
    assertThat(estimate.upperPersons()).isCloseTo(upper, within(5.01e-4));
  }

  @ParameterizedTest(name = "{0} seen once, {1} seen twice")
  @CsvSource({
    "1, 0",
    "2, 0",
    "100, 0",
    "1, 1",
    "100000000, 1",
    "1, 100000000",
    "9999999999998, 1",
    "9000000000000, 500000000000"
  })
  void keepsTheIntervalAroundTheEstimate(long once, long twice) {
    Map<Long, Long> persons = twice == 0 ? Map.of(1L, once) : Map.of(1L, once, 2L, twice);

    UniquePersonsEstimate estimate = chao1.estimate(FrequencyOfFrequencies.of(persons), 0.99);

    assertThat(estimate.lowerPersons()).isBetween((double) once + twice, estimate.persons());
    assertThat(estimate.upperPersons()).isFinite().isGreaterThanOrEqualTo(estimate.persons());
  }

  @Test
  void findsNobodyInAnEmptySample() {
    assertThat(chao1.estimate(FrequencyOfFrequencies.empty(), 0.95))
        .isEqualTo(new UniquePersonsEstimate("chao1", 0, 0, 0, 0.95));
  }

  @Test
  void refusesAConfidenceInPercent() {
    assertThatThrownBy(() -> chao1.estimate(FrequencyOfFrequencies.empty(), 95))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid confidence: 95.0 (must be a ratio inside (0, 1))");
  }

  @Test
  void refusesAnIntervalBesideTheEstimate() {
    assertThatThrownBy(() -> new UniquePersonsEstimate("chao1", Double.NaN, 1, 2, 0.95))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid chao1 estimate: NaN not inside [1.0, 2.0]");
  }

  private static FrequencyOfFrequencies frequencies(
      long persons, long records, long once, long twice) {
    long others = persons - once - twice;
    long left = records - once - 2 * twice;
    Map<Long, Long> table = new TreeMap<>(Map.of(1L, once, 2L, twice));
    table.merge(3L, others - 1, Long::sum);
    table.merge(left - 3 * (others - 1), 1L, Long::sum);
    return FrequencyOfFrequencies.of(table);
  }
}
