package leakcensus.estimate.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.hipparchus.analysis.differentiation.Gradient;

/**
 * What the sample coverage approach reads from capture histories, each number with its derivatives
 * by the counts of the histories.
 *
 * <p>Only histories that somebody has get a derivative: the others have no part in a variance.
 */
final class CoverageStatistics {

  private final CaptureHistories histories;
  private final List<Integer> observed;

  CoverageStatistics(CaptureHistories histories) {
    this.histories = histories;
    this.observed = new ArrayList<>(histories.persons().keySet());
  }

  int lists() {
    return histories.lists().size();
  }

  double seen() {
    return histories.observedPersons();
  }

  /** M, the persons on at least one list. */
  Gradient all() {
    return sum(history -> true);
  }

  /** n_j, the persons on a list. */
  Gradient on(int list) {
    return sum(history -> (history >> list & 1) == 1);
  }

  /** z_j, the persons on this list only. */
  Gradient onlyOn(int list) {
    return sum(history -> history == 1 << list);
  }

  /** A_jk, the persons on both lists. */
  Gradient onBoth(int first, int second) {
    int both = 1 << first | 1 << second;
    return sum(history -> (history & both) == both);
  }

  /** W_jk, the persons on no other list than these two; who is on both counts twice. */
  Gradient within(int first, int second) {
    int both = 1 << first | 1 << second;
    return onlyOn(first).add(onlyOn(second)).add(sum(history -> history == both).multiply(2));
  }

  /**
   * Variance of a function of the counts, if these are multinomial out of so many persons.
   *
   * <pre>{@code
   * var = sum z_i g_i^2 - (sum z_i g_i)^2 / N
   * }</pre>
   */
  double variance(Gradient function, double persons) {
    double squares = 0;
    double sum = 0;
    for (int i = 0; i < observed.size(); i++) {
      double count = histories.persons().get(observed.get(i));
      double slope = function.getPartialDerivative(i);
      squares += count * slope * slope;
      sum += count * slope;
    }
    return Math.max(0, squares - sum / persons * sum);
  }

  private Gradient sum(IntPredicate history) {
    double[] slopes = new double[observed.size()];
    double sum = 0;
    for (int i = 0; i < slopes.length; i++) {
      if (history.test(observed.get(i))) {
        slopes[i] = 1;
        sum += histories.persons().get(observed.get(i));
      }
    }
    return new Gradient(sum, slopes);
  }
}
