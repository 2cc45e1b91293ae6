package leakcensus.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import leakcensus.estimate.capture.CaptureHistories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaptureLawTest {

  private static final double[] REACHED = {0.1, 0.15, 0.2};

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 1})
  void reachesOnEachListThePartThatIsStated(double deviation) {
    CaptureLaw law = new CaptureLaw(REACHED, Map.of(3, 3.0, 6, 0.5), deviation);

    for (int list = 0; list < 3; list++) {
      int bit = list;
      double held =
          IntStream.range(0, 8).filter(h -> (h >> bit & 1) == 1).mapToDouble(law::chance).sum();
      assertThat(held).as("list %d", list).isCloseTo(REACHED[list], within(1e-6));
    }
    assertThat(IntStream.range(0, 8).mapToDouble(law::chance).sum()).isCloseTo(1, within(1e-12));
  }

  @Test
  void makesTheOddsRatiosThatAreStated() {
    CaptureLaw law = new CaptureLaw(REACHED, Map.of(3, 3.0), 0);

    assertThat(oddsRatio(law, 1, 2, 0)).isCloseTo(3, within(1e-9));
    assertThat(oddsRatio(law, 1, 2, 4)).isCloseTo(3, within(1e-9));
    assertThat(oddsRatio(law, 1, 4, 0)).isCloseTo(1, within(1e-9));
  }

  @Test
  void bringsListsTogetherWherePersonsDiffer() {
    assertThat(oddsRatio(new CaptureLaw(REACHED, Map.of(), 1), 1, 2, 0)).isGreaterThan(1.5);
  }

  @Test
  void drawsPersonsByTheirChances() {
    CaptureLaw law = new CaptureLaw(REACHED, Map.of(3, 3.0), 0);

    CaptureHistories drawn = law.draw(1_000_000, new SplittableRandom(91));

    for (int history = 1; history < 8; history++) {
      double expected = 1e6 * law.chance(history);
      assertThat((double) drawn.persons().get(history))
          .as("seed 91, history %d", history)
          .isCloseTo(expected, within(5 * Math.sqrt(expected)));
    }
  }

  @Test
  void holdsTheTruthWherePairsDependAndNotWhereTwoListsDo() {
    SimulationPlan plan = new SimulationPlan(List.of(), List.of(), 1, 8, 92, 0.95, false);

    List<SimulatedCell> cells =
        new SimulateDumps(plan)
            .run(
                Regime.all().stream()
                    .filter(regime -> regime.name().matches("captures-(two|all-pairs)"))
                    .toList(),
                (rows, done, all) -> {});

    assertThat(cells).hasSize(14);
    for (SimulatedCell cell : cells) {
      double coverage = cell.coverage().orElseThrow().ratio();
      if (cell.law().startsWith("2-lists-pair")) {
        assertThat(coverage).as(cell.law()).isLessThan(0.2);
      } else {
        assertThat(coverage).as(cell.law()).isGreaterThan(0.6);
      }
    }
  }

  /** The odds ratio of two lists among persons who are on the given others. */
  private static double oddsRatio(CaptureLaw law, int first, int second, int others) {
    return law.chance(first | second | others)
        * law.chance(others)
        / (law.chance(first | others) * law.chance(second | others));
  }
}
