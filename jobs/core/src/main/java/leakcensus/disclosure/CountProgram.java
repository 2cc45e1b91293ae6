package leakcensus.disclosure;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * The linear program over the counts that are not known. What is known goes into the constants, in
 * whole numbers, so that large counts cost no accuracy.
 *
 * <p>One program is solved once.
 */
final class CountProgram {

  private final CountSystem system;
  private final ExpressionsBasedModel model = new ExpressionsBasedModel();
  private final SortedMap<Integer, Variable> unknown = new TreeMap<>();
  private boolean contradicted;

  private CountProgram(CountSystem system) {
    this.system = system;
  }

  /** The program of an outsider, who believes all that is told. */
  static CountProgram ofOutsider(CountSystem system) {
    CountProgram program = new CountProgram(system);
    for (int count = 0; count < system.size(); count++) {
      if (!system.state(count).isKnown()) {
        program.addUnknown(count, system.lowest(count), system.highest(count));
      }
    }
    program.addRelations();
    return program;
  }

  /**
   * The program of an outsider who would also doubt what is told, at a price for each person by
   * which a count is doubted.
   *
   * @param prices price of each count that may be doubted
   */
  static CountProgram ofDoubter(CountSystem system, Map<Integer, Double> prices) {
    CountProgram program = new CountProgram(system);
    for (int count = 0; count < system.size(); count++) {
      if (prices.containsKey(count)) {
        program.addDoubted(count, prices.get(count));
      } else if (!system.state(count).isKnown()) {
        program.addUnknown(count, system.lowest(count), system.highest(count));
      }
    }
    program.addRelations();
    return program;
  }

  /** Demands at least this many persons. */
  CountProgram atLeast(int count, long persons) {
    Variable variable = unknown.get(count);
    variable.lower(Math.max(persons, variable.getLowerLimit().longValue()));
    return this;
  }

  /** Demands at most this many persons. */
  CountProgram atMost(int count, long persons) {
    Variable variable = unknown.get(count);
    variable.upper(Math.min(persons, variable.getUpperLimit().longValue()));
    return this;
  }

  /** Rewards each person of a count, from some number on, up to some number more. */
  CountProgram reward(int count, double from, long most) {
    Variable gain = model.newVariable("gain" + count).lower(0).upper(most).weight(-1);
    model.newExpression("gains" + count).lower(from).set(unknown.get(count), 1).set(gain, -1);
    return this;
  }

  /** Puts a price on each person of a count; a reward if it is negative. */
  CountProgram price(int count, double price) {
    unknown.get(count).weight(price);
    return this;
  }

  /**
   * The counts at the smallest price, known ones included.
   *
   * @throws UnsolvedCountsException if there are none, or none were found
   */
  double[] solve() {
    if (contradicted) {
      throw new UnsolvedCountsException();
    }
    Optimisation.Result result = model.minimise();
    if (!result.getState().isOptimal()) {
      throw new UnsolvedCountsException();
    }
    double[] counts = new double[system.size()];
    for (int count = 0; count < counts.length; count++) {
      counts[count] =
          unknown.containsKey(count)
              ? result.doubleValue(model.indexOf(unknown.get(count)))
              : system.value(count).orElseThrow();
    }
    return counts;
  }

  private void addUnknown(int count, long lowest, long highest) {
    unknown.put(count, model.newVariable("count" + count).lower(lowest).upper(highest));
  }

  /** A count that is not told is never zero. */
  private void addDoubted(int count, double price) {
    long told = system.value(count).orElseThrow();
    addUnknown(count, 1, system.mostPersons());
    Variable more = model.newVariable("more" + count).lower(0).weight(price);
    Variable less = model.newVariable("less" + count).lower(0).weight(price);
    model
        .newExpression("doubt" + count)
        .level(told)
        .set(unknown.get(count), 1)
        .set(more, -1)
        .set(less, 1);
  }

  private void addRelations() {
    for (CountSum sum : system.zeros()) {
      addRelation(sum, true);
    }
    for (CountSum sum : system.notNegative()) {
      addRelation(sum, false);
    }
  }

  private void addRelation(CountSum sum, boolean isZero) {
    long constant = sum.constant();
    SortedMap<Integer, Long> open = new TreeMap<>();
    for (Map.Entry<Integer, Long> factor : sum.factors().entrySet()) {
      if (unknown.containsKey(factor.getKey())) {
        open.put(factor.getKey(), factor.getValue());
      } else {
        long known = system.value(factor.getKey()).orElseThrow();
        constant = Math.addExact(constant, Math.multiplyExact(factor.getValue(), known));
      }
    }
    if (open.isEmpty()) {
      contradicted |= isZero ? constant != 0 : constant < 0;
      return;
    }
    Expression row = model.newExpression("row" + model.countExpressions());
    open.forEach((count, factor) -> row.set(unknown.get(count), factor));
    if (isZero) {
      row.level(-constant);
    } else {
      row.lower(-constant);
    }
  }
}
