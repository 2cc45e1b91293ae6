package leakcensus.estimate.program;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * The fewest persons that a dump can hold whose records, sampled, would be seen as often as they
 * were, as a linear program; and the most, with the sign of the cost turned.
 *
 * <pre>{@code
 * y_j   part of the dump's records that belongs to persons with j records
 * a_gj  = R P(group g | j) / j / scale_g     persons of group g, if y_j = 1
 *
 * min  sum over j of cost_j y_j     with  sum of y_j = 1,  low_g <= sum of a_gj y_j <= high_g
 *
 * dual:  max  lambda + sum over g of (low_g u_g - high_g v_g)
 *        with lambda + sum over g of (u_g - v_g) a_gj <= cost_j for all j,  u, v >= 0
 * }</pre>
 *
 * <p>The dual is solved, over the j of a grid, and grows by the j that its solution violates most.
 * Since the y_j sum to 1, the solution less its largest violation over all j looked at is a proven
 * bound, whatever the solver did.
 *
 * <p>Source: G. Dantzig, P. Wolfe (1960), Oper. Res. 8, 101-111 (generation of columns).
 */
final class PersonsProgram {

  private static final int MOST_ROUNDS = 12;
  private static final int CUTS_A_ROUND = 12;

  /** Of the ratio of persons to records. */
  private static final double TOLERANCE = 1e-9;

  private final RecordColumns columns;
  private final double[] low;
  private final double[] high;

  /**
   * A program.
   *
   * @param columns what a person with j records adds to each group
   * @param low fewest persons of each group, in the scale of the columns
   * @param high most persons of each group, in the scale of the columns
   */
  PersonsProgram(RecordColumns columns, double[] low, double[] high) {
    this.columns = columns;
    this.low = low.clone();
    this.high = high.clone();
  }

  /** The fewest persons over records; nothing if no dump would be seen so. */
  OptionalDouble fewest() {
    return solve(1);
  }

  /** The most persons over records; nothing if no dump would be seen so. */
  OptionalDouble most() {
    OptionalDouble negated = solve(-1);
    return negated.isPresent() ? OptionalDouble.of(-negated.getAsDouble()) : negated;
  }

  private OptionalDouble solve(int sign) {
    TreeSet<Integer> chosen = new TreeSet<>(columns.coarse());
    double best = Double.NEGATIVE_INFINITY;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double[] dual = dual(sign, chosen);
      if (dual.length == 0) {
        return OptionalDouble.empty();
      }
      double[] violations = violations(sign, dual);
      double worst = Arrays.stream(violations).max().orElseThrow();
      best = Math.max(best, value(dual) - Math.max(0, worst));
      if (worst <= TOLERANCE || !chosen.addAll(peaks(violations, TOLERANCE))) {
        break;
      }
    }
    return OptionalDouble.of(best);
  }

  /** The multipliers of all groups and, last, of the sum; none where the dual is unbounded. */
  private double[] dual(int sign, TreeSet<Integer> chosen) {
    int groups = low.length;
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    Variable[] lower = new Variable[groups];
    Variable[] upper = new Variable[groups];
    for (int group = 0; group < groups; group++) {
      lower[group] = model.newVariable("u" + group).lower(0).weight(low[group]);
      upper[group] = model.newVariable("v" + group).lower(0).weight(-high[group]);
    }
    Variable sum = model.newVariable("sum").weight(1);
    for (int column : chosen) {
      Expression row = model.newExpression("j" + column).upper(sign * columns.cost(column));
      row.set(sum, 1);
      for (int group = 0; group < groups; group++) {
        double persons = columns.persons(column, group);
        row.set(lower[group], persons);
        row.set(upper[group], -persons);
      }
    }
    Optimisation.Result result = model.maximise();
    if (!result.getState().isOptimal()) {
      return new double[0];
    }
    double[] dual = new double[groups + 1];
    for (int group = 0; group < groups; group++) {
      dual[group] = result.doubleValue(2 * group) - result.doubleValue(2 * group + 1);
    }
    dual[groups] = result.doubleValue(2 * groups);
    return dual;
  }

  private double value(double[] dual) {
    double value = dual[low.length];
    for (int group = 0; group < low.length; group++) {
      value += dual[group] * (dual[group] > 0 ? low[group] : high[group]);
    }
    return value;
  }

  private double[] violations(int sign, double[] dual) {
    double[] violations = new double[columns.size()];
    for (int column = 0; column < violations.length; column++) {
      double sum = dual[low.length] - sign * columns.cost(column);
      for (int group = 0; group < low.length; group++) {
        sum += dual[group] * columns.persons(column, group);
      }
      violations[column] = sum;
    }
    return violations;
  }

  /** Where the violation peaks. */
  static List<Integer> peaks(double[] violations, double tolerance) {
    return IntStream.range(0, violations.length)
        .filter(
            at ->
                violations[at] > tolerance
                    && (at == 0 || violations[at] >= violations[at - 1])
                    && (at == violations.length - 1 || violations[at] >= violations[at + 1]))
        .boxed()
        .sorted(Comparator.comparingDouble(at -> -violations[at]))
        .limit(CUTS_A_ROUND)
        .toList();
  }
}
