package leakcensus.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
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
    "negbin-0.3, 7.271129",
    // the members of 131,434 thousand households, those of seven and more taken for seven
    "households, 2.4146",
    "three-poissons, 8.2205"
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
  void givesTheSameNumbersForTheSameSeedWhateverTheThreads() throws Exception {
    List<SimulatedCell> heard = new ArrayList<>();
    List<SimulatedCell> first = run(2, 1, (cells, done, cases) -> heard.addAll(cells));

    assertThat(inPool(1, 1)).isEqualTo(first).isEqualTo(heard);
    assertThat(inPool(3, 1)).isEqualTo(first);
    assertThat(inPool(3, 2)).isNotEqualTo(first);
  }

  @Test
  void tellsHowFarItIs() {
    List<String> heard = new ArrayList<>();

    run(1, 1, (cells, done, cases) -> heard.add(done + " of " + cases + " " + cells.get(0).law()));

    assertThat(heard)
        .containsExactly(
            "1 of 4 three", "2 of 4 cut-geometric", "3 of 4 three", "4 of 4 cut-geometric");
  }

  @Test
  void holdsTheTruthWhereTheIntervalSaysSo() {
    for (SimulatedCell cell : run(10, 3, (cells, done, cases) -> {})) {
      assertThat(cell.samples()).isEqualTo(10);
      assertThat(cell.answered().ratio()).as(cell.law()).isEqualTo(1);
      assertThat(cell.coverage().orElseThrow().ratio()).as(cell.law()).isGreaterThanOrEqualTo(0.9);
      assertThat(cell.orderRefused()).isEmpty();
      if (cell.regime().equals("random-records")) {
        assertThat(cell.atLeastRatio()).hasValue(0);
        assertThat(cell.medianErrorRatio().orElseThrow()).as(cell.law()).isLessThan(0.25);
        assertThat(cell.medianWidthRatio().orElseThrow()).isGreaterThan(1);
      } else {
        assertThat(cell.atLeastRatio()).as("no upper end").hasValue(1);
        assertThat(cell.medianWidthRatio()).isEmpty();
      }
    }
  }

  /** Exactly three records a person: Chao's number lies far above, and its interval with it. */
  @Test
  void showsWhatTheReferencesAreWorth() {
    SimulationPlan all =
        new SimulationPlan(List.of(law("three")), List.of(0.1), 30_000, 5, 4, 0.95, true);

    List<SimulatedCell> cells =
        new SimulateDumps(all).run(List.of(regime("random-records")), (rows, done, cases) -> {});

    assertThat(cells.get(0).method()).isEqualTo(SimulatedCell.SELECTED);
    assertThat(cells)
        .filteredOn(cell -> cell.method().equals("chao1"))
        .singleElement()
        .satisfies(
            chao -> {
              assertThat(chao.answered().ratio()).isEqualTo(1);
              assertThat(chao.coverage().orElseThrow().ratio()).isZero();
              assertThat(chao.biasRatio().orElseThrow()).isBetween(0.36, 0.52);
            });
    assertThat(cells).extracting(SimulatedCell::method).contains("ace", "gee", "zt_negbin");
  }

  @Test
  void countsAWholeDump() {
    SimulationPlan all =
        new SimulationPlan(List.of(law("three")), List.of(0.1), 30_000, 5, 4, 0.95, true);

    List<SimulatedCell> cells =
        new SimulateDumps(all).run(List.of(regime("whole-dump")), (rows, done, cases) -> {});

    assertThat(cells.get(0).sampledRatio()).isEqualTo(1);
    assertThat(cells.get(0).coverage().orElseThrow().ratio()).isEqualTo(1);
    assertThat(cells.get(0).medianWidthRatio()).hasValue(1);
    assertThat(cells.get(0).persons()).isBetween(9_500.0, 10_500.0);
  }

  @Test
  void refusesWhatCannotBeSimulated() {
    assertThatThrownBy(() -> plan(0.5, 1, 0.1, 0.95))
        .hasMessage("Invalid records of a sample: 0.5 (must be 1 to 1e9)");
    assertThatThrownBy(() -> plan(10, 0, 0.1, 0.95))
        .hasMessage("Invalid repetitions: 0 (must be >= 1)");
    assertThatThrownBy(() -> plan(10, 1, 2, 0.95))
        .hasMessage("Invalid sampled ratio: 2.0 (must be 1e-9 to 1)");
    assertThatThrownBy(() -> plan(10, 1, 0.1, 95))
        .hasMessage("Invalid confidence: 95.0 (must be a ratio inside (0, 1))");
    assertThatThrownBy(() -> new PopulationLaw("half", new double[] {0.5}))
        .hasMessage("Invalid law half: its chances sum to 0.5 (must be 1)");
  }

  @Test
  void namesRegimesOnce() {
    assertThat(Regime.all()).extracting(Regime::name).doesNotHaveDuplicates();
    assertThat(Regime.all()).allSatisfy(regime -> assertThat(regime.meaning()).isNotEmpty());
    assertThat(Regime.all())
        .filteredOn(regime -> !regime.quick())
        .extracting(Regime::name)
        .containsExactly("captures-five");
  }

  private static SimulationPlan plan(double records, int times, double ratio, double confidence) {
    return new SimulationPlan(List.of(), List.of(ratio), records, times, 1, confidence, false);
  }

  private static List<SimulatedCell> inPool(int threads, long seed) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return pool.submit(() -> run(2, seed, (cells, done, cases) -> {})).get();
    } finally {
      pool.shutdown();
    }
  }

  private static List<SimulatedCell> run(
      int repetitions, long seed, SimulateDumps.Listener listener) {
    SimulationPlan plan =
        new SimulationPlan(
            List.of(law("three"), law("cut-geometric")),
            List.of(0.1),
            10_000,
            repetitions,
            seed,
            0.95,
            false);
    return new SimulateDumps(plan)
        .run(List.of(regime("random-records"), regime("independent-draws")), listener);
  }

  private static Regime regime(String name) {
    return Regime.all().stream()
        .filter(regime -> regime.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static PopulationLaw law(String name) {
    return PopulationLaw.all().stream()
        .filter(law -> law.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
