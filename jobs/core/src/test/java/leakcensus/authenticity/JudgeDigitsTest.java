package leakcensus.authenticity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JudgeDigitsTest {

  private final JudgeDigits judge = new JudgeDigits("digit", "Digits", 0.1, 0.3, "So it is.");

  @Test
  void agreesWithATableOfChiSquare() {
    // X2 = 2 * 291^2 / 10,000 = 16.936; of 9 degrees of freedom 16.919 is the 95 % point of the
    // printed tables.
    SignRow even = judge(1, 10_291, 9_709);

    assertThat(even.pValue().orElseThrow()).isCloseTo(0.05, within(1e-3));
    assertThat(even.reading()).isEqualTo(Reading.USUAL);
  }

  @Test
  void countsRepeatsAsOne() {
    // Every value ten times: ten times the statistic, for the same evidence.
    SignRow once = judge(1, 1_100, 900);
    SignRow tenTimes = judge(10, 11_000, 9_000);

    assertThat(tenTimes.pValue().orElseThrow())
        .isCloseTo(once.pValue().orElseThrow(), within(1e-12));
    assertThat(tenTimes.observed().orElseThrow())
        .isCloseTo(once.observed().orElseThrow(), within(1e-12));
  }

  @Test
  void findsCountingThrough() {
    SignRow row = judge(1, 1_000, 1_000);

    assertThat(row.reading()).isEqualTo(Reading.FABRICATION_LIKELY);
    assertThat(row.explanation())
        .isEqualTo("Digits are more even than chance makes them, as if counted through. So it is.");
  }

  @Test
  void saysHowUnevenDigitsAre() {
    long[] counts = new long[10];
    counts[3] = 10_000;

    SignRow row = judge.judge(0, counts, even(counts), 9, new DesignEffect(1));

    assertThat(row.observed().orElseThrow()).isCloseTo(3, within(1e-3));
    assertThat(row.reading()).isEqualTo(Reading.FABRICATION_LIKELY);
    assertThat(row.explanation())
        .isEqualTo(
            "Digits deviate from evenness by an effect size of 3.000 (0 even, 3 all the same)."
                + " So it is.");
  }

  @Test
  void readsNothingOfFewIndependentMentions() {
    SignRow row = judge(10, 400, 400);

    assertThat(row.reading()).isEqualTo(Reading.NOT_TESTABLE);
    assertThat(row.explanation())
        .isEqualTo("400 independent mentions; 500 are needed to read the sign.");
  }

  @Test
  void weighsRepeats() {
    assertThat(DesignEffect.of(Map.of()).factor()).isEqualTo(1);
    assertThat(DesignEffect.of(Map.of(1L, 50L)).factor()).isEqualTo(1);
    assertThat(DesignEffect.of(Map.of(4L, 7L)).factor()).isEqualTo(4);
    // 10 values once and 10 three times: 40 mentions, sum of squares 100
    assertThat(DesignEffect.of(Map.of(1L, 10L, 3L, 10L)).factor()).isEqualTo(2.5);
    assertThatThrownBy(() -> new DesignEffect(0.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid design effect: 0.5 (must be >= 1)");
  }

  /** Two digits off from eight even ones by the same amount to both sides. */
  private SignRow judge(double factor, long first, long second) {
    long[] counts = new long[10];
    Arrays.fill(counts, (first + second) / 2);
    counts[0] = first;
    counts[1] = second;
    return judge.judge(0, counts, even(counts), 9, new DesignEffect(factor));
  }

  private static double[] even(long[] counts) {
    double[] expected = new double[counts.length];
    Arrays.fill(expected, Arrays.stream(counts).sum() / 10.0);
    return expected;
  }
}
