package leakcensus.estimate.program;

import java.util.List;
import java.util.OptionalDouble;
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
    List<Integer> chosen = columns.medium();
    double[][] persons = new double[chosen.size()][counts.length];
    double[] cost = new double[chosen.size()];
    for (int at = 0; at < cost.length; at++) {
      cost[at] = times * columns.cost(chosen.get(at));
      for (int group = 0; group < counts.length; group++) {
        persons[at][group] = columns.persons(chosen.get(at), group);
      }
    }
    ConeBarrier barrier = new ConeBarrier(persons, cost, counts, below, above, radius);
    double[] multipliers = ConeProgram.solve(barrier);
    double limit = barrier.objective(multipliers) - worstViolation(times, multipliers);
    return Double.isFinite(limit) ? OptionalDouble.of(limit) : OptionalDouble.empty();
  }

  /**
   * Over all numbers of records looked at; the shares sum to 1, so it is the error of the limit.
   */
  private double worstViolation(int times, double[] multipliers) {
    double worst = 0;
    for (int column = 0; column < columns.size(); column++) {
      double violation = multipliers[0] - times * columns.cost(column);
      for (int group = 0; group < counts.length; group++) {
        violation += multipliers[1 + group] * columns.persons(column, group);
      }
      worst = Math.max(worst, violation);
    }
    return worst;
  }
}
