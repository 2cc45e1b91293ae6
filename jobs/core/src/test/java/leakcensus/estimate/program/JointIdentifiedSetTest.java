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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class JointIdentifiedSetTest {

  private static final int DIRECTIONS = 100;
  private static final FrequencyOfFrequencies TWO_GROUPS =
      FrequencyOfFrequencies.of(Map.of(1L, 8000L, 2L, 100L, 3L, 3L));
  private static final FrequencyOfFrequencies FIVE_GROUPS =
      FrequencyOfFrequencies.of(Map.of(1L, 8000L, 2L, 700L, 3L, 120L, 4L, 30L, 5L, 11L));

  private final JointIdentifiedSet set = new JointIdentifiedSet();

  static Stream<Arguments> laws() {
    return Stream.of(
        Arguments.of("three records", law(random -> 3)),
        Arguments.of("one or two", law(random -> random.nextInt(1, 3))),
        Arguments.of("one or thirty", law(random -> random.nextInt(20) == 0 ? 30 : 1)),
        Arguments.of("one to five", law(random -> random.nextInt(1, 6))),
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
    RandomDump dump = RandomDump.of(20_000, 13, law);
    int held = 0;
    for (int draw = 0; draw < 100; draw++) {
      PersonEstimate row = estimate(dump.drawFrequencies(dump.records() / 20), dump.records());
      held +=
          row.lowerPersons().getAsDouble() <= dump.persons()
                  && dump.persons() <= row.upperPersons().getAsDouble()
              ? 1
              : 0;
    }

    assertThat(held).as("of 100, seed 13").isGreaterThanOrEqualTo(93);
  }

  /** The primal program by another solver, the region cut out by planes that touch it. */
  @ParameterizedTest
  @EnumSource(GoalType.class)
  void findsTheEndsThatAnotherSolverFinds(GoalType goal) {
    long dumpRecords = 50L * TWO_GROUPS.records();

    PersonEstimate row = estimate(TWO_GROUPS, dumpRecords);

    double end =
        (goal == GoalType.MINIMIZE ? row.lowerPersons() : row.upperPersons()).getAsDouble();
    double primal = primal(TWO_GROUPS, dumpRecords, goal);
    assertThat(row.diagnostics().get("misfit_ratio")).isCloseTo(0, within(1e-4));
    assertThat(end).isCloseTo(primal, within(5e-4 * primal));
  }

  @Test
  void boundsASampleWithoutRepeatsByTheDumpAlone() {
    long records = 100_000;
    PersonEstimate row = estimate(FrequencyOfFrequencies.of(Map.of(1L, records)), 1_000_000_000L);

    double bound = 1e9 - PoissonInterval.of(0, 0.975).upper() * 1e8;
    assertThat(row.lowerPersons().getAsDouble()).isCloseTo(bound, within(bound * 1e-4));
    assertThat(row.upperPersons().getAsDouble()).isCloseTo(1e9, within(1e9 * 1e-4));
  }

  @Test
  void isNarrowerThanTheSetOfEachCountAlone() {
    long dumpRecords = 50L * FIVE_GROUPS.records();

    PersonEstimate joint = estimate(FIVE_GROUPS, dumpRecords);
    PersonEstimate separate =
        new IdentifiedSet()
            .estimate(new DumpSample(FIVE_GROUPS, OptionalLong.of(dumpRecords)), 0.95);

    assertThat(joint.lowerPersons().getAsDouble())
        .isGreaterThan(separate.lowerPersons().getAsDouble());
    assertThat(joint.upperPersons().getAsDouble())
        .isLessThan(separate.upperPersons().getAsDouble());
  }

  @Test
  void widensWithTheConfidence() {
    DumpSample sample = new DumpSample(FIVE_GROUPS, OptionalLong.of(500_000));
    List<Double> widths = new ArrayList<>();
    for (double confidence : new double[] {0.5, 0.8, 0.95, 0.999}) {
      PersonEstimate row = set.estimate(sample, confidence);
      widths.add(row.upperPersons().getAsDouble() / row.lowerPersons().getAsDouble());
    }

    assertThat(widths).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void countsAWholeDump() {
    PersonEstimate row = estimate(FrequencyOfFrequencies.of(Map.of(1L, 60L, 2L, 30L)), 120);

    assertThat(row.lowerPersons()).hasValue(90);
    assertThat(row.upperPersons()).hasValue(90);
  }

  @Test
  void refusesASampleThatNoSuchDumpWouldShow() {
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

  /** Persons seen twice and persons seen more often, over all numbers of records. */
  private static double primal(
      FrequencyOfFrequencies frequencies, long dumpRecords, GoalType goal) {
    int most =
        (int) IdentifiedSet.mostRecords(new DumpSample(frequencies, OptionalLong.of(dumpRecords)));
    Thinning thinning = new Thinning((double) frequencies.records() / dumpRecords);
    double[] counts = {frequencies.personsSeen(2), frequencies.personsSeen(3)};
    double[][] expected = new double[2][most];
    double[] cost = new double[most];
    double[] ones = new double[most];
    for (int j = 1; j <= most; j++) {
      cost[j - 1] = 1.0 / j;
      ones[j - 1] = 1;
      expected[0][j - 1] = thinning.ratio(j, 2, 2) * dumpRecords / j;
      expected[1][j - 1] = thinning.ratio(j, 3, Long.MAX_VALUE) * dumpRecords / j;
    }
    List<LinearConstraint> constraints =
        new ArrayList<>(List.of(new LinearConstraint(ones, Relationship.EQ, 1)));
    for (int direction = 0; direction < DIRECTIONS; direction++) {
      double angle = 2 * Math.PI * direction / DIRECTIONS;
      double first = Math.cos(angle) / error(counts[0], Math.cos(angle));
      double second = Math.sin(angle) / error(counts[1], Math.sin(angle));
      double[] plane = new double[most];
      for (int j = 0; j < most; j++) {
        plane[j] = first * expected[0][j] + second * expected[1][j];
      }
      constraints.add(
          new LinearConstraint(
              plane, Relationship.LEQ, 1 + first * counts[0] + second * counts[1]));
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

  private static double error(double count, double side) {
    PoissonInterval interval = PoissonInterval.of(count, 0.975);
    return side > 0 ? interval.upper() - count : count - interval.lower();
  }
}
