package leakcensus.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RehearsalTest {

  private static final double CONFIDENCE = 0.9;

  private final RehearsedLeak held = leak(100, 104, 95, 115);
  private final RehearsedLeak tooHigh = leak(100, 130, 110, 150);
  private final RehearsedLeak tooLow = leak(200, 170, 150, 190);

  @Test
  void coversWhereTheTruthIsInside() {
    assertThat(held.covered()).isTrue();
    assertThat(tooHigh.covered()).isFalse();
    assertThat(tooLow.covered()).isFalse();
    assertThat(leak(100, 100, 100, 100).covered()).isTrue();
  }

  @Test
  void measuresRelativeToTheTruth() {
    assertThat(held.relativeError()).isCloseTo(0.04, within(1e-12));
    assertThat(tooLow.relativeError()).isCloseTo(-0.15, within(1e-12));
    assertThat(tooLow.relativeWidth()).isCloseTo(0.2, within(1e-12));
  }

  @Test
  void scoresTheWidthAndTwentyTimesTheDistanceOutside() {
    // a = 0.1, so 2 / a = 20: 40 + 20 * 10 and 40 + 20 * 10, over 100 and 200 persons.
    assertThat(held.relativeScore()).isCloseTo(0.20, within(1e-12));
    assertThat(tooHigh.relativeScore()).isCloseTo(2.40, within(1e-12));
    assertThat(tooLow.relativeScore()).isCloseTo(1.20, within(1e-12));
  }

  @Test
  void sumsUp() {
    Rehearsal rehearsal = new Rehearsal(List.of(held, tooHigh, tooLow));

    assertThat(rehearsal.covered()).isEqualTo(1);
    assertThat(rehearsal.coverage().ratio()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(rehearsal.medianWidth()).isCloseTo(0.2, within(1e-12));
    assertThat(rehearsal.medianAbsoluteError()).isCloseTo(0.15, within(1e-12));
    assertThat(rehearsal.meanScore()).isCloseTo(3.8 / 3, within(1e-12));
  }

  @Test
  void takesTheMiddleOfTwo() {
    assertThat(new Rehearsal(List.of(held, tooLow)).medianAbsoluteError())
        .isCloseTo((0.04 + 0.15) / 2, within(1e-12));
  }

  @Test
  void knowsIntervalsWithoutAnUpperEnd() {
    RehearsedLeak open = leak(100, 104, 95, Double.POSITIVE_INFINITY);

    assertThat(open.covered()).isTrue();
    assertThat(open.relativeWidth()).isInfinite();
    assertThat(open.relativeScore()).isInfinite();
  }

  @Test
  void refusesWhatCannotBe() {
    assertRefused(() -> leak(0, 1, 1, 1), "Invalid truth: 0 persons (must be at least 1)");
    assertRefused(
        () -> leak(5, 1, 2, 3), "Invalid interval: 1.0 in [2.0, 3.0] (must be ordered, from 0)");
    assertRefused(
        () -> leak(5, Double.NaN, 2, 3),
        "Invalid interval: NaN in [2.0, 3.0] (must be ordered, from 0)");
    assertRefused(
        () -> new RehearsedLeak("a", 1, 1, 1, 1, 1, 1, agreement(), 1),
        "Invalid confidence: 1.0 (must be a ratio inside (0, 1))");
    assertRefused(() -> new Rehearsal(List.of()), "Missing leaks: a rehearsal needs at least one");
  }

  private static RehearsedLeak leak(long truth, double persons, double lower, double upper) {
    return new RehearsedLeak("a", 300, truth, persons, lower, upper, CONFIDENCE, agreement(), 1);
  }

  private static ClusterAgreement agreement() {
    return new ClusterAgreement(300, 1, 1, 1, 1, 1, 1);
  }

  private static void assertRefused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable making, String message) {
    assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }
}
