package leakcensus.estimate.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import leakcensus.estimate.gate.Gate.Outcome;
import org.junit.jupiter.api.Test;

class OrderGateTest {

  private static final int GAPS = 100;

  @Test
  void refusesNoMoreThanStatedOfSamplesInRandomOrder() {
    SplittableRandom random = new SplittableRandom(1);
    long refused = IntStream.range(0, 2000).filter(draw -> gate(random, 1).refuses()).count();

    // 5 % of 2,000 with three deviations of chance
    assertThat(refused).as("seed 1").isBetween(70L, 130L);
  }

  @Test
  void refusesSamplesWhosePersonsStandTogether() {
    SplittableRandom random = new SplittableRandom(2);
    long refused = IntStream.range(0, 500).filter(draw -> gate(random, 0.5).refuses()).count();

    assertThat(refused).as("of 500, half of the records near each other, seed 2").isEqualTo(500);
  }

  @Test
  void saysThatPassingIsNoProof() {
    SplittableRandom random = new SplittableRandom(3);
    Gate gate = gate(random, 1);

    assertThat(gate.outcome()).isEqualTo(Outcome.NOT_REFUSED);
    assertThat(gate.outcome().key()).isEqualTo("not_refused");
    assertThat(gate.pValueRatio()).isPresent();
    assertThat(gate.explanation())
        .matches(
            "Persons seen twice stand where random order would put them \\(100 of them, p = 0\\.\\d+\\);"
                + " that is no proof of a random draw\\.");
  }

  @Test
  void saysHowManyRefuseAndHowSurely() {
    Gate gate = gate(new SplittableRandom(4), 0.01);

    assertThat(gate.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(gate.explanation())
        .startsWith(
            "Persons seen twice do not stand where random order would put them (100 of them, p =")
        .endsWith("): the sample is no random draw.");
  }

  @Test
  void cannotTellFromFewPersons() {
    Gate gate = OrderGate.check(new double[] {0.1, 0.2, 0.3});

    assertThat(gate.outcome()).isEqualTo(Outcome.NOT_TESTABLE);
    assertThat(gate.pValueRatio()).isEmpty();
    assertThat(gate.explanation())
        .isEqualTo(
            "Only 3 persons were seen twice at known positions; 10 are needed to see whether the"
                + " sample is in random order.");
  }

  @Test
  void refusesWhatIsNoRatio() {
    assertThatThrownBy(() -> OrderGate.check(new double[] {0.5, 1.5}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid gap: 1.5 (must be a ratio in [0, 1])");
  }

  @Test
  void saysTheSameOfDistancesInBins() {
    SplittableRandom random = new SplittableRandom(5);
    for (double reach : new double[] {1, 0.95, 0.8}) {
      double[] gaps =
          IntStream.range(0, 500).mapToDouble(gap -> reach * distance(random)).toArray();
      long[] bins = new long[1_000];
      for (double gap : gaps) {
        bins[(int) (gap * bins.length)]++;
      }

      assertThat(OrderGate.checkBins(bins).pValueRatio().orElseThrow())
          .as("reach %s, seed 5", reach)
          .isCloseTo(OrderGate.check(gaps).pValueRatio().orElseThrow(), within(0.05));
      assertThat(OrderGate.checkBins(bins).outcome()).isEqualTo(OrderGate.check(gaps).outcome());
    }
  }

  @Test
  void cannotTellFromFewPersonsInBins() {
    assertThat(OrderGate.checkBins(new long[] {3, 3, 3}).explanation())
        .isEqualTo(
            "Only 9 persons were seen twice at known positions; 10 are needed to see whether the"
                + " sample is in random order.");
  }

  private static Gate gate(SplittableRandom random, double reach) {
    return OrderGate.check(
        IntStream.range(0, GAPS).mapToDouble(gap -> reach * distance(random)).toArray());
  }

  private static double distance(SplittableRandom random) {
    double first = random.nextDouble();
    return Math.abs(first - random.nextDouble());
  }
}
