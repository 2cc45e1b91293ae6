package leakcensus.estimate.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import leakcensus.estimate.DumpSample;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.PoissonInterval;
import leakcensus.estimate.RandomDump;
import org.hipparchus.optim.linear.LinearConstraint;
import org.hipparchus.optim.linear.LinearConstraintSet;
import org.hipparchus.optim.linear.LinearObjectiveFunction;
import org.hipparchus.optim.linear.NonNegativeConstraint;
import org.hipparchus.optim.linear.Relationship;
import org.hipparchus.optim.linear.SimplexSolver;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IdentifiedSetTest {

  private final IdentifiedSet set = new IdentifiedSet();

  static Stream<Arguments> laws() {
    return Stream.of(
        Arguments.of("one record", law(random -> 1)),
        Arguments.of("three records", law(random -> 3)),
        Arguments.of("one to five", law(random -> random.nextInt(1, 6))),
        Arguments.of("one or twenty", law(random -> random.nextInt(10) == 0 ? 20 : 1)),
        Arguments.of(
            "heavy tail",
            law(random -> (int) Math.min(2000, Math.pow(random.nextDouble(), -0.7)))));
  }

  private static ToIntFunction<SplittableRandom> law(ToIntFunction<SplittableRandom> law) {
    return law;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("laws")
  void holdsTheTruthWhateverTheLaw(String name, ToIntFunction<SplittableRandom> law) {
    RandomDump dump = RandomDump.of(20_000, 11, law);
    int held = 0;
    for (int draw = 0; draw < 60; draw++) {
      PersonEstimate row = estimate(dump.drawFrequencies(dump.records() / 20), dump.records());
      held +=
          row.lowerPersons().getAsDouble() <= dump.persons()
                  && dump.persons() <= row.upperPersons().getAsDouble()
              ? 1
              : 0;
    }

    assertThat(held).as("of 60, seed 11").isGreaterThanOrEqualTo(57);
  }

  /** The primal program by another solver, over all numbers of records. */
  @Test
  void findsTheEndsThatAnotherSolverFinds() {
    FrequencyOfFrequencies frequencies =
        FrequencyOfFrequencies.of(Map.of(1L, 8000L, 2L, 700L, 3L, 120L, 4L, 30L, 5L, 11L));
    long dumpRecords = 50L * frequencies.records();

    PersonEstimate row = estimate(frequencies, dumpRecords);

    assertThat(row.lowerPersons().getAsDouble())
        .isCloseTo(primal(frequencies, dumpRecords, GoalType.MINIMIZE), within(2e-4 * dumpRecords));
    assertThat(row.upperPersons().getAsDouble())
        .isCloseTo(primal(frequencies, dumpRecords, GoalType.MAXIMIZE), within(2e-4 * dumpRecords));
  }

  @Test
  void boundsASampleWithoutRepeatsByTheDumpAlone() {
    long records = 100_000;
    PersonEstimate row = estimate(FrequencyOfFrequencies.of(Map.of(1L, records)), 1_000_000_000L);

    // U = 3.69, the upper end of a count of none, lets U / q^2 persons have two records
    double twice = PoissonInterval.of(0, 0.95).upper() * 1e8;
    double bound = 1e9 - twice;
    assertThat(row.lowerPersons().getAsDouble()).isCloseTo(bound, within(bound * 1e-6));
    assertThat(bound).isGreaterThan(1 / (1e-9 + 2 * twice / 1e18));
    assertThat(row.upperPersons().getAsDouble()).isCloseTo(1e9, within(1.0));
  }

  @Test
  void countsAWholeDump() {
    PersonEstimate row = estimate(FrequencyOfFrequencies.of(Map.of(1L, 60L, 2L, 30L)), 120);

    assertThat(row.lowerPersons()).hasValue(90);
    assertThat(row.upperPersons()).hasValue(90);
  }

  @Test
  void widensAsTheSampleShrinks() {
    RandomDump dump = RandomDump.of(40_000, 12, random -> random.nextInt(1, 6));
    List<Double> widths = new ArrayList<>();
    for (int part : List.of(2, 5, 20, 100)) {
      PersonEstimate row = estimate(dump.drawFrequencies(dump.records() / part), dump.records());
      widths.add(row.upperPersons().getAsDouble() / row.lowerPersons().getAsDouble());
    }

    assertThat(widths).as("seed 12").isSorted();
  }

  @Test
  void staysFiniteForTenTrillionRecords() {
    long records = 10_000_000_000_000L;
    FrequencyOfFrequencies frequencies =
        FrequencyOfFrequencies.of(
            Map.of(1L, records - 30_000_000_000L, 2L, 10_000_000_000L, 1_000_000L, 10_000L));
    for (long dump : new long[] {records + 100_000_000_000L, 1_000 * records, 100_000 * records}) {
      PersonEstimate row = estimate(frequencies, dump);

      assertThat(row.lowerPersons().getAsDouble())
          .isBetween((double) frequencies.observedPersons(), (double) dump);
      assertThat(row.upperPersons().orElse(dump)).isLessThanOrEqualTo(dump);
    }
  }

  @Test
  void refusesASampleThatNoSuchDumpWouldShow() {
    // Ten thousand persons five times, and nobody two, three or four times
    PersonEstimate row =
        estimate(FrequencyOfFrequencies.of(Map.of(1L, 50_000L, 5L, 10_000L)), 100_000_000);

    assertThat(row.identifiable()).isFalse();
    assertThat(row.lowerPersons()).hasValue(60_000);
    assertThat(row.needed())
        .isEqualTo(
            "Another size of the dump or another way of drawing: no dump of so many records, drawn"
                + " at random, would be seen like this sample.");
  }

  @Test
  void asksForTheRecordsOfTheDump() {
    PersonEstimate row =
        set.estimate(
            new DumpSample(FrequencyOfFrequencies.of(Map.of(1L, 3L)), OptionalLong.empty()), 0.95);

    assertThat(row.needed()).isEqualTo("The number of records of the dump.");
    assertThat(row.lowerPersons()).hasValue(3);
  }

  @Test
  void asksForRecords() {
    assertThat(estimate(FrequencyOfFrequencies.empty(), 100).needed())
        .isEqualTo("Records: the sample is empty.");
  }

  private PersonEstimate estimate(FrequencyOfFrequencies frequencies, long dumpRecords) {
    return set.estimate(new DumpSample(frequencies, OptionalLong.of(dumpRecords)), 0.95);
  }

  private static double primal(
      FrequencyOfFrequencies frequencies, long dumpRecords, GoalType goal) {
    int columns =
        (int) IdentifiedSet.mostRecords(new DumpSample(frequencies, OptionalLong.of(dumpRecords)));
    Thinning thinning = new Thinning((double) frequencies.records() / dumpRecords);
    List<ThinnedGroups.Group> groups = ThinnedGroups.of(frequencies);
    double[] cost = new double[columns];
    double[] ones = new double[columns];
    for (int j = 1; j <= columns; j++) {
      cost[j - 1] = 1.0 / j;
      ones[j - 1] = 1;
    }
    List<LinearConstraint> constraints =
        new ArrayList<>(List.of(new LinearConstraint(ones, Relationship.EQ, 1)));
    for (ThinnedGroups.Group group : groups) {
      PoissonInterval interval = PoissonInterval.of(group.persons(), 1 - 0.05 / groups.size());
      double[] row = new double[columns];
      for (int j = 1; j <= columns; j++) {
        row[j - 1] =
            thinning.ratio(j, group.fewestTimes(), group.mostTimes())
                * dumpRecords
                / j
                / interval.upper();
      }
      constraints.add(
          new LinearConstraint(row, Relationship.GEQ, interval.lower() / interval.upper()));
      constraints.add(new LinearConstraint(row, Relationship.LEQ, 1));
    }
    return dumpRecords
        * new SimplexSolver(1e-9, 10, 1e-12)
            .optimize(
                new LinearObjectiveFunction(cost, 0),
                new LinearConstraintSet(constraints),
                goal,
                new NonNegativeConstraint(true))
            .getValue();
  }
}
