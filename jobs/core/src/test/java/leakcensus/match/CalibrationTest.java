package leakcensus.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalibrationTest {

  @Test
  void correctsInsideAndFadesBeyond() {
    Calibration calibration = new Calibration(0.5, 1, -2, 4);

    assertThat(calibration.apply(0)).isEqualTo(1);
    assertThat(calibration.apply(4)).isEqualTo(3);
    // The shift at -2 is 2, so it is 1 after half of the reach of 4, and 0 after all of it.
    assertThat(calibration.apply(-4)).isCloseTo(-3, within(1e-12));
    assertThat(calibration.apply(-6)).isEqualTo(-6);
    assertThat(calibration.apply(-30)).isEqualTo(-30);
    assertThat(calibration.apply(30)).isEqualTo(30);
  }

  @ParameterizedTest
  @CsvSource({"0.1, 0", "0.1, 5", "0.5, -3", "1, 2", "1, -2", "3, 1"})
  void neverTurnsTheOrderRoundAndNeverJumps(double slope, double intercept) {
    Calibration calibration = new Calibration(slope, intercept, -7, 5);

    double before = calibration.apply(-40);
    for (double logOdds = -40 + 0.01; logOdds < 40; logOdds += 0.01) {
      double corrected = calibration.apply(logOdds);
      assertThat(corrected).isBetween(before, before + 0.0301);
      before = corrected;
    }
  }

  @Test
  void leavesEverythingAsItIsWithoutLabels() {
    for (double logOdds : new double[] {-30, -0.7, 0, 1e-9, 12}) {
      assertThat(Calibration.NONE.apply(logOdds)).isEqualTo(logOdds);
    }
  }

  @Test
  void refusesWhatIsNoCalibration() {
    assertThatThrownBy(() -> new Calibration(0, 1, -1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Invalid calibration: slope 0.0, intercept 1.0 (must be finite, the slope above 0)");
    assertThatThrownBy(() -> new Calibration(1, 0, 2, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid calibration: from 2.0 to 1.0 (must be in order)");
  }
}
