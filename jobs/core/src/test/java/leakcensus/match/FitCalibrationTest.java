package leakcensus.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FitCalibrationTest {

  private static final long SEED = 20_261_124;

  @ParameterizedTest(name = "slope {0}, intercept {1}")
  @CsvSource({"0.4, 1.5", "0.7, -2", "1, 0", "1.3, 0.8", "2, -1"})
  void recoversTheLawThatLabelsWereDrawnBy(double slope, double intercept) {
    double[] logOdds = spread(20_000);

    Calibration fitted = FitCalibration.fit(logOdds, drawn(logOdds, slope, intercept));

    assertThat(fitted.slope()).isCloseTo(slope, within(0.08));
    assertThat(fitted.intercept()).isCloseTo(intercept, within(0.12));
    assertThat(fitted.from()).isCloseTo(-6, within(0.01));
    assertThat(fitted.to()).isCloseTo(6, within(0.01));
  }

  @Test
  void recoversItHoweverPairsWereChosenByTheirOdds() {
    // Three in four of the pairs above 0 are left out.
    double[] logOdds =
        IntStream.range(0, 40_000)
            .filter(pair -> pair < 20_000 || pair % 4 == 0)
            .mapToDouble(pair -> -6 + 12 * pair / 40_000.0)
            .toArray();

    Calibration fitted = FitCalibration.fit(logOdds, drawn(logOdds, 0.6, 1));

    assertThat(fitted.slope()).isCloseTo(0.6, within(0.05));
    assertThat(fitted.intercept()).isCloseTo(1, within(0.1));
  }

  @Test
  void agreesWithABruteForceSearch() {
    double[] logOdds = {-3, -1, -0.5, 0, 0.5, 1, 2, 4};
    boolean[] same = {false, false, true, true, false, true, true, true};
    double best = Double.POSITIVE_INFINITY;
    double bestSlope = 0;
    double bestIntercept = 0;
    for (double slope = 0.5; slope < 1.5; slope += 0.001) {
      for (double intercept = -0.5; intercept < 1; intercept += 0.001) {
        double loss = 12.5 * (slope - 1) * (slope - 1) + 2 * intercept * intercept;
        for (int i = 0; i < same.length; i++) {
          double margin = slope * logOdds[i] + intercept;
          loss += Math.log1p(Math.exp(same[i] ? -margin : margin));
        }
        if (loss < best) {
          best = loss;
          bestSlope = slope;
          bestIntercept = intercept;
        }
      }
    }

    Calibration fitted = FitCalibration.fit(logOdds, same);

    assertThat(fitted.slope()).isCloseTo(bestSlope, within(0.002));
    assertThat(fitted.intercept()).isCloseTo(bestIntercept, within(0.002));
  }

  @Test
  void changesLittleByFewLabels() {
    Calibration one = FitCalibration.fit(new double[] {0}, new boolean[] {true});

    // Half a label against a pull of 4 + 1/4.
    assertThat(one.intercept()).isCloseTo(0.5 / 4.25, within(0.01));
    assertThat(one.slope()).isEqualTo(1);
  }

  @Test
  void holdsTheSlopeMoreTightlyThanTheIntercept() {
    // As much is said against either: all answers of one kind on both sides, or turned round.
    double[] logOdds = {-2, -2, 2, 2};

    Calibration raised = FitCalibration.fit(logOdds, new boolean[] {true, true, true, true});
    Calibration turned = FitCalibration.fit(logOdds, new boolean[] {true, true, false, false});

    assertThat(raised.intercept()).isGreaterThan(0.4);
    assertThat(turned.slope()).isBetween(0.7, 0.9);
    assertThat(turned.intercept()).isCloseTo(0, within(1e-9));
  }

  @Test
  void keepsTheOrderWhereLabelsTurnTheModelRound() {
    double[] logOdds = spread(2_000);
    boolean[] same = new boolean[logOdds.length];
    for (int i = 0; i < same.length; i++) {
      same[i] = logOdds[i] < 0;
    }

    Calibration fitted = FitCalibration.fit(logOdds, same);

    assertThat(fitted.slope()).isEqualTo(0.1);
    assertThat(fitted.intercept()).isCloseTo(0, within(0.01));
  }

  @Test
  void takesOddsBeyondTheCutForTheCut() {
    boolean[] same = {false, false, false, false, true, true};

    Calibration far = FitCalibration.fit(new double[] {-50, 50, -2, -1, 1, 2}, same);

    assertThat(far).isEqualTo(FitCalibration.fit(new double[] {-7, 7, -2, -1, 1, 2}, same));
    assertThat(far.from()).isEqualTo(-7);
    assertThat(far.to()).isEqualTo(7);
  }

  @Test
  void staysWithTheModelWithoutLabels() {
    assertThat(FitCalibration.fit(new double[0], new boolean[0])).isEqualTo(Calibration.NONE);
  }

  @Test
  void refusesAnswersThatAreNotOfTheseOdds() {
    assertThatThrownBy(() -> FitCalibration.fit(new double[2], new boolean[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid labels: 2 log odds, 3 answers (must be as many)");
  }

  private static double[] spread(int number) {
    return IntStream.rangeClosed(0, number).mapToDouble(i -> -6 + 12.0 * i / number).toArray();
  }

  private static boolean[] drawn(double[] logOdds, double slope, double intercept) {
    SplittableRandom random = new SplittableRandom(SEED);
    boolean[] same = new boolean[logOdds.length];
    for (int i = 0; i < same.length; i++) {
      same[i] = random.nextDouble() < 1 / (1 + Math.exp(-slope * logOdds[i] - intercept));
    }
    return same;
  }
}
