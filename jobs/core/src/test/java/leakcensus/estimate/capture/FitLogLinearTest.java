package leakcensus.estimate.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.hipparchus.optim.linear.LinearConstraint;
import org.hipparchus.optim.linear.LinearConstraintSet;
import org.hipparchus.optim.linear.LinearObjectiveFunction;
import org.hipparchus.optim.linear.Relationship;
import org.hipparchus.optim.linear.SimplexSolver;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.junit.jupiter.api.Test;

class FitLogLinearTest {

  private static final long SEED = 4711;

  @Test
  void solvesTheSaturatedModelOfThreeListsInClosedForm() {
    double[] counts = {63, 55, 18, 69, 17, 21, 28};

    LogLinearFit fit = model(3, 3, 5, 6).fit(counts);

    // unseen = product of the histories with an odd number of lists over that of the even ones
    assertThat(fit.unseenPersons()).isCloseTo(63.0 * 55 * 69 * 28 / (18 * 17 * 21), within(1e-6));
    assertThat(fit.deviance()).isCloseTo(0, within(1e-9));
    assertThat(fit.interceptFinite()).isTrue();
  }

  @Test
  void takesTwoListsThatShareNobodyForOne() {
    // lists 1 and 2 share nobody: together they are one list, and the other is independent of it
    double[] counts = {40, 60, 0, 30, 8, 12, 0};

    LogLinearFit fit = model(3, 3).fit(counts);

    assertThat(fit.interceptFinite()).isTrue();
    assertThat(fit.unseenPersons()).isCloseTo(100.0 * 30 / 20, within(1e-5));
  }

  @Test
  void seesThatAnEmptyOverlapLeavesTheUnseenUnbounded() {
    double[] counts = {40, 60, 0, 30, 8, 12, 5};

    assertThat(model(3, 3, 5, 6).fit(counts).interceptFinite()).isFalse();
  }

  @Test
  void seesThatNobodyOnAllListsLeavesNobodyUnseen() {
    double[] counts = {40, 60, 7, 30, 8, 12, 0};

    assertThat(model(3, 3, 5, 6).fit(counts).interceptFinite()).isFalse();
  }

  /**
   * The likelihood has a maximum for the intercept where no direction raises it for ever: no d with
   * X d = 0 on the cells that hold persons, X d {@literal <=} 0 on the others, and d_last = 1 or -1
   * (Fienberg and Rinaldo 2012). Asked of a simplex solver.
   */
  @Test
  void agreesWithALinearProgramOnWhetherTheUnseenAreFinite() {
    RandomGenerator random = new SplittableRandom(SEED);
    int infinite = 0;
    for (int draw = 0; draw < 300; draw++) {
      LogLinearModel model = randomModel(random);
      double[] counts = new double[(1 << model.lists()) - 1];
      for (int cell = 0; cell < counts.length; cell++) {
        counts[cell] = Math.max(0, random.nextInt(-4, 9));
      }

      boolean finite = model.fit(counts).interceptFinite();

      assertThat(finite)
          .as("seed %d, draw %d, %s, %s", SEED, draw, model, Arrays.toString(counts))
          .isEqualTo(finiteByProgram(model.design().seen(), counts));
      infinite += finite ? 0 : 1;
    }
    assertThat(infinite).isBetween(50, 250);
  }

  private static LogLinearModel randomModel(RandomGenerator random) {
    int lists = random.nextInt(3, 5);
    TreeSet<Integer> pairs = new TreeSet<>();
    for (int set = 1; set < 1 << lists; set++) {
      if (Integer.bitCount(set) == 2 && random.nextBoolean()) {
        pairs.add(set);
      }
    }
    return new LogLinearModel(lists, pairs);
  }

  private static boolean finiteByProgram(double[][] design, double[] counts) {
    return largestIntercept(design, counts, 1) < 0.5 && largestIntercept(design, counts, -1) < 0.5;
  }

  private static double largestIntercept(double[][] design, double[] counts, double sign) {
    int columns = design[0].length;
    List<LinearConstraint> constraints = new ArrayList<>();
    for (int row = 0; row < counts.length; row++) {
      constraints.add(
          new LinearConstraint(
              design[row], counts[row] > 0 ? Relationship.EQ : Relationship.LEQ, 0));
    }
    double[] last = new double[columns];
    last[columns - 1] = sign;
    constraints.add(new LinearConstraint(last, Relationship.LEQ, 1));
    return new SimplexSolver()
        .optimize(
            new LinearObjectiveFunction(last, 0),
            new LinearConstraintSet(constraints),
            GoalType.MAXIMIZE)
        .getValue();
  }

  private static LogLinearModel model(int lists, Integer... interactions) {
    return new LogLinearModel(lists, new TreeSet<>(List.of(interactions)));
  }
}
