package leakcensus.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.estimate.gate.Gate;
import leakcensus.estimate.gate.OrderGate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordOrderRegimeTest {

  private static final PopulationLaw LAW = ParseLaw.option("small=1:5,2:3,3:1,4:1");

  @Test
  void measuresTheGapsOfThoseSeenTwice() {
    // Persons by position: 0 once, 1 twice three apart, 2 three times, 3 twice side by side
    OrderedRecords sample = OrderedRecords.of(new int[] {0, 1, 2, 2, 1, 3, 3, 2}, 5);

    assertThat(sample.gapRatios()).containsExactly(3 / 8.0, 1 / 8.0);
    assertThat(sample.persons().asMap()).isEqualTo(Map.of(1L, 1L, 2L, 2L, 3L, 1L));
  }

  /** A sorted dump: each person stands in the run with all records, side by side. */
  @Test
  void keepsPersonsTogetherInASortedDump() {
    OrderedRecords sample =
        new DrawOrdered(LAW, RecordOrder.BY_PERSON).draw(3600, new SplittableRandom(71));

    FrequencyOfFrequencies persons = sample.persons();
    assertThat((double) persons.records()).isBetween(3300.0, 3900.0);
    assertThat((double) persons.personsSeen(2) / persons.observedPersons()).isBetween(0.25, 0.35);
    assertThat(sample.gapRatios())
        .hasSize((int) persons.personsSeen(2))
        .containsOnly(1.0 / persons.records());
  }

  @ParameterizedTest
  @CsvSource({"NEAR_TENTH, 0.1", "NEAR_HALF, 0.5", "BLOCKS, 0.05"})
  void keepsPersonsWithinTheirReach(RecordOrder order, double reach) {
    OrderedRecords sample = new DrawOrdered(LAW, order).draw(2000, new SplittableRandom(72));

    assertThat((double) sample.persons().records()).isBetween(1750.0, 2250.0);
    assertThat(sample.gapRatios()).hasSizeGreaterThan(100);
    // Ranks move a little against places.
    double longest = Arrays.stream(sample.gapRatios()).max().orElseThrow();
    assertThat(longest).isBetween(reach * 0.6, reach * 1.2);
  }

  @Test
  void refusesTruePositionsNoMoreThanStated() {
    SimulatedCase drawn = new RecordOrderRegime(RecordOrder.RANDOM).cases(plan(1, false)).get(0);
    SplittableRandom random = new SplittableRandom(74);

    int refused = 0;
    for (int draw = 0; draw < 1000; draw++) {
      OrderedRecords sample = ((RecordOrderRegime.Case) drawn).sample(random);
      Gate gate = OrderGate.check(sample.gapRatios());
      assertThat(gate.outcome()).isNotEqualTo(Gate.Outcome.NOT_TESTABLE);
      refused += gate.refuses() ? 1 : 0;
    }

    // 5 % of 1,000 with three deviations of chance
    assertThat(refused).as("seed 74").isBetween(29, 71);
  }

  @ParameterizedTest
  @CsvSource({"BY_PERSON", "NEAR_TENTH", "NEAR_HALF", "REGIONS", "BLOCKS"})
  void refusesWhatStandsTogether(RecordOrder order) {
    SimulatedCell cell = cell(order, 40);

    assertThat(cell.orderRefused().orElseThrow().ratio()).isGreaterThanOrEqualTo(0.95);
    assertThat(cell.answered().ratio()).isLessThanOrEqualTo(0.05);
  }

  /** Nothing in a shuffled head tells that it is one, and what is said of it is wrong. */
  @Test
  void cannotSeeAShuffledHead() {
    SimulatedCell cell = cell(RecordOrder.SHUFFLED_HEAD, 8);

    assertThat(cell.orderRefused().orElseThrow().ratio()).isLessThan(0.5);
    assertThat(cell.answered().ratio()).isGreaterThan(0.5);
    assertThat(cell.coverage().orElseThrow().ratio()).isZero();
  }

  /** The short way of the simulation and the whole answer of the tool select the same row. */
  @ParameterizedTest
  @CsvSource({"RANDOM", "REGIONS", "SHUFFLED_HEAD"})
  void selectsWhatTheToolSelects(RecordOrder order) {
    SimulationPlan plan = plan(1, false);
    SimulatedCase drawn = new RecordOrderRegime(order).cases(plan).get(0);
    SimulatedCase all = new RecordOrderRegime(order).cases(plan(1, true)).get(0);

    for (int seed = 0; seed < 3; seed++) {
      SimulatedAnswer answer = drawn.draw(new SplittableRandom(seed));
      SimulatedAnswer whole = all.draw(new SplittableRandom(seed));

      assertThat(answer.selected().method()).isEqualTo(whole.selected().method());
      assertThat(answer.selected().persons()).isEqualTo(whole.selected().persons());
      assertThat(answer.selected().lowerPersons()).isEqualTo(whole.selected().lowerPersons());
      assertThat(answer.selected().upperPersons()).isEqualTo(whole.selected().upperPersons());
      assertThat(answer.orderGate()).isEqualTo(whole.orderGate());
    }
  }

  private static SimulatedCell cell(RecordOrder order, int repetitions) {
    return new SimulateDumps(plan(repetitions, false))
        .run(List.of(new RecordOrderRegime(order)), (cells, done, cases) -> {})
        .get(0);
  }

  private static SimulationPlan plan(int repetitions, boolean allMethods) {
    return new SimulationPlan(List.of(LAW), List.of(0.1), 5000, repetitions, 73, 0.95, allMethods);
  }
}
