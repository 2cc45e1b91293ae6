package leakcensus.estimate.program;

import java.util.Arrays;

/**
 * How near multipliers come to the borders of a {@link ConeProgram}, with derivatives.
 *
 * <pre>{@code
 * x = (lambda, w_1, ..., w_G)      s_j = cost_j - lambda - sum over g of w_g a_gj
 * Q = sum over g of (w_g below_g)^2 where w_g > 0, of (w_g above_g)^2 elsewhere
 *
 * barrier = -weight (lambda + sum over g of w_g c_g) + e(Q) - sum over j of ln s_j
 * errors with a price:  e = L - ln(1 + L),  L = sqrt(1 + (weight radius)^2 Q)
 * errors up to one:     e = -ln(1 - Q)
 * }</pre>
 *
 * <p>The first e is what is left of {@code weight radius t - ln(t^2 - Q)} at its best t.
 */
final class ConeBarrier {

  private final double[][] columns;
  private final double[] cost;
  private final double[] counts;
  private final double[] below;
  private final double[] above;
  private final double radius;

  /**
   * A barrier.
   *
   * @param columns a_gj, by j and group
   * @param cost cost_j
   * @param counts c_g
   * @param below how far each count may lie above its mean
   * @param above how far each count may lie below its mean
   * @param radius price of the length of the errors; infinity where that length is at most one
   */
  ConeBarrier(
      double[][] columns,
      double[] cost,
      double[] counts,
      double[] below,
      double[] above,
      double radius) {
    this.columns = columns;
    this.cost = cost;
    this.counts = counts;
    this.below = below;
    this.above = above;
    this.radius = radius;
  }

  /** Multipliers inside all borders. */
  double[] start() {
    double[] at = new double[counts.length + 1];
    at[0] = Arrays.stream(cost).min().orElseThrow() - 1;
    return at;
  }

  /** Number of borders. */
  double borders() {
    return columns.length + 2.0;
  }

  /** What the multipliers prove. */
  double objective(double[] at) {
    return linear(at) - (bounded() ? 0 : radius * Math.sqrt(square(at)));
  }

  /** Infinite outside. */
  double value(double[] at, double weight) {
    double square = square(at);
    if (bounded() && !(square < 1)) {
      return Double.POSITIVE_INFINITY;
    }
    double length = bounded() ? 0 : length(weight, square);
    double sum =
        -weight * linear(at) + (bounded() ? -Math.log1p(-square) : length - Math.log1p(length));
    for (int column = 0; column < columns.length; column++) {
      double slack = slack(at, column);
      if (!(slack > 0)) {
        return Double.POSITIVE_INFINITY;
      }
      sum -= Math.log(slack);
    }
    return sum;
  }

  /**
   * Adds the first derivatives and the lower half of the second ones; at a weight of 0, where the
   * second ones differ to both sides, those of the side that lowers the barrier.
   */
  void derivatives(double[] at, double weight, double[] gradient, double[][] curvature) {
    for (int column = 0; column < columns.length; column++) {
      double inverse = 1 / slack(at, column);
      double[] persons = columns[column];
      gradient[0] += inverse;
      curvature[0][0] += inverse * inverse;
      for (int group = 0; group < counts.length; group++) {
        double scaled = persons[group] * inverse;
        gradient[1 + group] += scaled;
        curvature[1 + group][0] += scaled * inverse;
        for (int other = 0; other <= group && scaled > 0; other++) {
          curvature[1 + group][1 + other] += scaled * persons[other] * inverse;
        }
      }
    }
    gradient[0] -= weight;
    addErrors(at, weight, gradient, curvature);
  }

  private void addErrors(double[] at, double weight, double[] gradient, double[][] curvature) {
    double square = square(at);
    double first;
    double second;
    if (bounded()) {
      first = 1 / (1 - square);
      second = first * first;
    } else {
      double length = length(weight, square);
      first = weight * radius * weight * radius / (2 * (1 + length));
      second = -first * first / length;
    }
    for (int group = 0; group < counts.length; group++) {
      double slope = slope(at, group);
      gradient[1 + group] += first * slope - weight * counts[group];
      double error =
          at[1 + group] == 0 && gradient[1 + group] < 0 ? below[group] : error(at, group);
      curvature[1 + group][1 + group] += 2 * first * error * error;
      for (int other = 0; other <= group; other++) {
        curvature[1 + group][1 + other] += second * slope * slope(at, other);
      }
    }
  }

  private boolean bounded() {
    return radius == Double.POSITIVE_INFINITY;
  }

  private double length(double weight, double square) {
    return Math.sqrt(1 + weight * radius * weight * radius * square);
  }

  private double linear(double[] at) {
    double sum = at[0];
    for (int group = 0; group < counts.length; group++) {
      sum += at[1 + group] * counts[group];
    }
    return sum;
  }

  private double square(double[] at) {
    double sum = 0;
    for (int group = 0; group < counts.length; group++) {
      double error = at[1 + group] * error(at, group);
      sum += error * error;
    }
    return sum;
  }

  /** The derivative of the square. */
  private double slope(double[] at, int group) {
    return 2 * error(at, group) * error(at, group) * at[1 + group];
  }

  private double error(double[] at, int group) {
    return at[1 + group] > 0 ? below[group] : above[group];
  }

  private double slack(double[] at, int column) {
    double slack = cost[column] - at[0];
    double[] persons = columns[column];
    for (int group = 0; group < counts.length; group++) {
      slack -= at[1 + group] * persons[group];
    }
    return slack;
  }
}
