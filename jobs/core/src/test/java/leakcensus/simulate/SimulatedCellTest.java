package leakcensus.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import leakcensus.estimate.EstimateScope;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.SelectionReason;
import leakcensus.estimate.gate.Gate;
import leakcensus.estimate.gate.OrderGate;
import org.junit.jupiter.api.Test;

/** A hundred persons, of whom forty stand in the sample, and rows that one can judge by eye. */
class SimulatedCellTest {

  private static final double PERSONS = 100;
  private static final double SEEN = 40;

  private static final SimulatedCase CASE =
      new SimulatedCase() {
        @Override
        public String law() {
          return "planted";
        }

        @Override
        public double sampledRatio() {
          return 0.1;
        }

        @Override
        public SimulatedAnswer draw(SplittableRandom random) {
          throw new UnsupportedOperationException("planted answers only");
        }
      };

  @Test
  void judgesNumbersAndIntervals() {
    SimulatedCell cell =
        cell(
            row()
                .lowerPersons(50)
                .persons(90)
                .upperPersons(200)
                .selected(SelectionReason.NO_NUMBER),
            row()
                .lowerPersons(110)
                .persons(130)
                .upperPersons(220)
                .selected(SelectionReason.NO_NUMBER),
            row()
                .lowerPersons(95)
                .persons(104)
                .upperPersons(190)
                .selected(SelectionReason.NO_NUMBER));

    assertThat(cell.answered().ratio()).isEqualTo(1);
    assertThat(cell.coverage().orElseThrow().ratio()).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(cell.medianErrorRatio().orElseThrow()).isCloseTo(0.1, within(1e-12));
    assertThat(cell.biasRatio().orElseThrow()).isCloseTo(0.08, within(1e-12));
    assertThat(cell.medianWidthRatio()).hasValue(2);
    assertThat(cell.atLeastRatio()).hasValue(0);
  }

  @Test
  void countsAnAnswerAtLeast() {
    SimulatedCell cell =
        cell(
            row().lowerPersons(80).selected(SelectionReason.NO_NUMBER),
            row().lowerPersons(120).selected(SelectionReason.NO_NUMBER),
            row()
                .lowerPersons(90)
                .selected(SelectionReason.NO_NUMBER)
                .needed("The size of the dump."),
            row()
                .lowerPersons(60)
                .persons(110)
                .upperPersons(120)
                .selected(SelectionReason.NO_NUMBER));

    assertThat(cell.answered().ratio()).isEqualTo(1);
    assertThat(cell.atLeastRatio()).hasValue(0.75);
    assertThat(cell.coverage().orElseThrow().ratio()).as("120 is above").isEqualTo(0.75);
    assertThat(cell.medianWidthRatio()).hasValue(2);
  }

  @Test
  void countsNoRefusal() {
    SimulatedCell cell =
        cell(
            row().lowerPersons(SEEN).selected(SelectionReason.NO_NUMBER).needed("A random sample."),
            row()
                .lowerPersons(50)
                .persons(100)
                .upperPersons(150)
                .selected(SelectionReason.NO_NUMBER));

    assertThat(cell.answered().ratio()).isEqualTo(0.5);
    assertThat(cell.coverage().orElseThrow().ratio()).isEqualTo(1);
  }

  @Test
  void saysNothingOfWhatWasNeverAnswered() {
    SimulatedCell cell =
        cell(
            row()
                .lowerPersons(SEEN)
                .selected(SelectionReason.NO_NUMBER)
                .needed("A random sample."));

    assertThat(cell.answered().ratio()).isZero();
    assertThat(cell.coverage()).isEmpty();
    assertThat(cell.medianErrorRatio()).isEmpty();
    assertThat(cell.biasRatio()).isEmpty();
    assertThat(cell.medianWidthRatio()).isEmpty();
    assertThat(cell.atLeastRatio()).isEmpty();
    assertThat(cell.orderTestedRatio()).isEmpty();
  }

  @Test
  void judgesReferencesThatTheDesignDoesNotSupport() {
    SimulatedCell cell =
        cell(
            row().lowerPersons(110).persons(120).upperPersons(130).needed("Independent draws."),
            row().lowerPersons(SEEN).needed("A finite estimate."));

    assertThat(cell.answered().ratio()).isEqualTo(0.5);
    assertThat(cell.coverage().orElseThrow().ratio()).isZero();
  }

  @Test
  void countsWhatTheGateRefusesOfWhatItCanTest() {
    double[] near = IntStream.range(0, 50).mapToDouble(gap -> 0.001).toArray();
    double[] random =
        IntStream.range(0, 50).mapToDouble(at -> 1 - Math.sqrt(1 - (at + 0.5) / 50)).toArray();
    List<Gate> gates =
        List.of(
            OrderGate.check(near), OrderGate.check(random), OrderGate.check(new double[] {0.5}));

    SimulatedCell cell =
        SimulatedCell.of("order", CASE, SimulatedCell.SELECTED, 3, List.of(), gates);

    assertThat(cell.orderRefused().orElseThrow().ratio()).isEqualTo(0.5);
    assertThat(cell.orderTestedRatio()).isEqualTo(OptionalDouble.of(2 / 3.0));
  }

  private static PersonEstimate.Builder row() {
    return PersonEstimate.builder(EstimateScope.DUMP, "planted", 0.95).assumptions("Planted.");
  }

  private static SimulatedCell cell(PersonEstimate.Builder... rows) {
    List<SimulatedCell.Judged> judged =
        List.of(rows).stream()
            .map(row -> new SimulatedCell.Judged(PERSONS, SEEN, row.build()))
            .toList();
    return SimulatedCell.of("planted", CASE, "planted", rows.length, judged, List.of());
  }
}
