package leakcensus.estimate.program;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;
import leakcensus.estimate.DumpSample;
import leakcensus.estimate.PoissonInterval;

/**
 * What was counted in each group, how far the counts may be off, and what they prove together.
 *
 * @param columns what a person with some number of records adds to each group
 * @param counts persons of each group, in its scale
 * @param below how far each count may lie above its mean
 * @param above how far each count may lie below its mean
 */
record CountedGroups(RecordColumns columns, double[] counts, double[] below, double[] above) {

  private static final int MOST_ROUNDS = 4;

  /** Of the limit. */
  private static final double TOLERANCE = 1e-4;

  private static final double LEAST_LIMIT = 1e-3;

  static CountedGroups of(DumpSample sample, double confidence) {
    List<ThinnedGroups.Group> groups = ThinnedGroups.withTail(sample.persons());
    double[] scales = new double[groups.size()];
    double[] counts = new double[groups.size()];
    double[] below = new double[groups.size()];
    double[] above = new double[groups.size()];
    for (int at = 0; at < groups.size(); at++) {
      PoissonInterval interval = PoissonInterval.of(groups.get(at).persons(), confidence);
      scales[at] = Math.max(1, interval.upper());
      counts[at] = interval.count() / scales[at];
      below[at] = (interval.count() - interval.lower()) / scales[at];
      above[at] = (interval.upper() - interval.count()) / scales[at];
    }
    RecordColumns columns =
        new RecordColumns(
            groups,
            scales,
            new Thinning(sample.sampledRatio()),
            sample.dumpRecords().orElseThrow(),
            IdentifiedSet.mostRecords(sample));
    return new CountedGroups(columns, counts, below, above);
  }

  /**
   * A lower limit for a number of times the persons over the records; nothing where rounding left
   * none.
   *
   * @param times that number
   * @param radius price of the length of the errors; infinity for a length of at most one
   */
  OptionalDouble limit(int times, double radius) {
    TreeSet<Integer> chosen = new TreeSet<>(columns.medium());
    double best = Double.NEGATIVE_INFINITY;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      ConeBarrier barrier = barrier(times, radius, List.copyOf(chosen));
      double[] multipliers = ConeProgram.solve(barrier);
      double[] violations = violations(times, multipliers);
      double worst = Math.max(0, Arrays.stream(violations).max().orElseThrow());
      // The shares of the records sum to 1, so the worst violation is the error of the limit.
      double limit = barrier.objective(multipliers) - worst;
      best = Math.max(best, limit);
      double tolerance = TOLERANCE * Math.max(Math.abs(limit), LEAST_LIMIT);
      if (worst <= tolerance || !chosen.addAll(PersonsProgram.peaks(violations, tolerance))) {
        break;
      }
    }
    return Double.isFinite(best) ? OptionalDouble.of(best) : OptionalDouble.empty();
  }

  private ConeBarrier barrier(int times, double radius, List<Integer> chosen) {
    double[][] persons = new double[chosen.size()][counts.length];
    double[] cost = new double[chosen.size()];
    for (int at = 0; at < cost.length; at++) {
      cost[at] = times * columns.cost(chosen.get(at));
      for (int group = 0; group < counts.length; group++) {
        persons[at][group] = columns.persons(chosen.get(at), group);
      }
    }
    return new ConeBarrier(persons, cost, counts, below, above, radius);
  }

  /** Over all numbers of records looked at. */
  private double[] violations(int times, double[] multipliers) {
    double[] violations = new double[columns.size()];
    for (int column = 0; column < violations.length; column++) {
      double violation = multipliers[0] - times * columns.cost(column);
      for (int group = 0; group < counts.length; group++) {
        violation += multipliers[1 + group] * columns.persons(column, group);
      }
      violations[column] = violation;
    }
    return violations;
  }
}
