package leakcensus.estimate.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThinningTest {

  /** The last two have chances of 1e-15 and 1e-38, where 1 less nearly 1 is noise. */
  @ParameterizedTest(name = "{0} records, {1} sampled, seen {2} to {3} times")
  @CsvSource({
    "3, 0.5, 2, 2",
    "40, 0.01, 2, 4",
    "40, 0.9, 30, 36",
    "100000, 0.0001, 8, 12",
    "400, 0.1, 2, 3",
    "1000, 0.1, 2, 3"
  })
  void isTheBinomialLaw(int records, double sampledRatio, int fewest, int most) {
    BinomialDistribution binomial = BinomialDistribution.of(records, sampledRatio);
    double expected =
        LongStream.rangeClosed(fewest, most).mapToDouble(k -> binomial.probability((int) k)).sum();

    assertThat(new Thinning(sampledRatio).ratio(records, fewest, most))
        .isCloseTo(expected, within(expected * 1e-9));
  }

  @Test
  void seesNobodyMoreOftenThanThereAreRecords() {
    Thinning thinning = new Thinning(0.3);

    assertThat(thinning.ratio(4, 5, Long.MAX_VALUE)).isZero();
    assertThat(thinning.ratio(5, 5, Long.MAX_VALUE)).isCloseTo(Math.pow(0.3, 5), within(1e-15));
  }

  @Test
  void seesEveryRecordOfAWholeDump() {
    Thinning thinning = new Thinning(1);

    assertThat(thinning.ratio(4, 2, 5)).isEqualTo(1);
    assertThat(thinning.ratio(6, 2, 5)).isZero();
  }

  @Test
  void refusesARatioThatIsNone() {
    assertThatThrownBy(() -> new Thinning(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid sampled ratio: 0.0 (must be in (0, 1])");
  }
}
