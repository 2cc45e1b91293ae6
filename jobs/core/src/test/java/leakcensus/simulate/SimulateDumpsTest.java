package leakcensus.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import leakcensus.estimate.DumpSample;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.estimate.RandomDump;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulateDumpsTest {

  @ParameterizedTest
  @CsvSource({
    "one, 1",
    "three, 3",
    "geometric, 3",
    "one-or-ten, 3.25",
    "three-kinds, 4.7",
    // 3 / (1 - exp(-3)), and 4 / (1 - (0.3 / 4.3)^0.3)
    "poisson, 3.1571871",
    "negbin-0.3, 7.271129"
  })
  void knowsTheMeanOfEachLaw(String name, double mean) {
    assertThat(law(name).meanRecords()).isCloseTo(mean, within(mean * 1e-4));
  }

  /** The same law as a list of persons from which records are drawn. */
  @Test
  void drawsLikeADumpOfPersons() {
    SplittableRandom random = new SplittableRandom(61);
    SimulatedDump dump = new SimulatedDump(law("one-or-ten"), 0.2, 130_000, false);
    RandomDump persons = RandomDump.of(200_000, 61, draw -> draw.nextDouble() < 0.25 ? 10 : 1);

    FrequencyOfFrequencies simulated = dump.draw(random).persons();
    FrequencyOfFrequencies drawn = persons.drawFrequencies(persons.records() / 5);

    assertThat(dump.persons()).isEqualTo(200_000);
    for (long times = 1; times <= 6; times++) {
      double count = drawn.personsSeen(times);
      assertThat((double) simulated.personsSeen(times))
          .as("seed 61, %d times", times)
          .isCloseTo(count, within(6 * Math.sqrt(2 * count)));
    }
  }

  @Test
  void drawsOneByOneMoreOftenThanThereAreRecords() {
    SimulatedDump dump = new SimulatedDump(law("one"), 1, 1_000_000, true);

    DumpSample sample = dump.draw(new SplittableRandom(62));

    // Poisson(1): e^-1 / 2 of a million persons are drawn twice
    assertThat((double) sample.persons().personsSeen(2))
        .isCloseTo(1e6 / Math.E / 2, within(2500.0));
    assertThat(sample.dumpRecords()).isEmpty();
  }

  @Test
  void givesTheSameNumbersForTheSameSeedAlone() {
    List<SimulatedCell> heard = new ArrayList<>();
    List<SimulatedCell> first = run(1, heard::add);

    assertThat(run(1, cell -> {})).isEqualTo(first).isEqualTo(heard);
    assertThat(run(2, cell -> {})).isNotEqualTo(first);
  }

  @Test
  void holdsTheTruthWhereTheIntervalSaysSo() {
    for (SimulatedCell cell : run(3, done -> {})) {
      assertThat(cell.answered().ratio()).as(cell.law()).isEqualTo(1);
      assertThat(cell.coverage().ratio()).as(cell.law()).isGreaterThanOrEqualTo(0.9);
      assertThat(cell.medianErrorRatio().orElseThrow()).as(cell.law()).isLessThan(0.25);
      assertThat(cell.medianWidthRatio().orElseThrow()).isGreaterThan(1);
    }
  }

  @Test
  void refusesWhatCannotBeSimulated() {
    assertThatThrownBy(() -> new SimulateDumps(0.5, 1, 1, 0.95))
        .hasMessage("Invalid records of a sample: 0.5 (must be 1 to 1e9)");
    assertThatThrownBy(() -> new SimulateDumps(10, 0, 1, 0.95))
        .hasMessage("Invalid repetitions: 0 (must be >= 1)");
    assertThatThrownBy(() -> new PopulationLaw("half", new double[] {0.5}))
        .hasMessage("Invalid law half: its chances sum to 0.5 (must be 1)");
  }

  private static List<SimulatedCell> run(long seed, Consumer<SimulatedCell> done) {
    return new SimulateDumps(30_000, 20, seed, 0.95)
        .run(List.of(law("three"), law("cut-geometric")), List.of(0.1), false, done);
  }

  private static PopulationLaw law(String name) {
    return PopulationLaw.all().stream()
        .filter(law -> law.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
