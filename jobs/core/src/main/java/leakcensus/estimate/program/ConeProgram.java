package leakcensus.estimate.program;

import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;

/**
 * The best lower limit for a linear function of a dump that weights of the counts give, by a
 * barrier method.
 *
 * <pre>{@code
 * max  lambda + sum over g of w_g c_g - radius sqrt(Q)      Q the squared length of the errors
 * with lambda + sum over g of w_g a_gj <= cost_j  for all j
 * }</pre>
 *
 * <p>All steps stay inside the constraints, so what the multipliers prove holds wherever the method
 * stops; on the central path it falls short of the best by less than borders / weight.
 *
 * <p>Source: S. Boyd, L. Vandenberghe (2004), Convex Optimization, 9.5, 11.3 and 11.6.
 */
final class ConeProgram {

  private static final double FASTER = 12;
  private static final double RELATIVE_GAP = 1e-5;
  private static final double LEAST_VALUE = 1e-6;
  private static final double CENTRED = 0.2;
  private static final int MOST_STEPS = 60;
  private static final double LEAST_LENGTH = 1e-9;
  private static final double SUFFICIENT = 0.05;
  private static final double FIRST_RIDGE = 1e-13;
  private static final double LAST_RIDGE = 1e-3;
  private static final double SYMMETRY = 1e-9;

  private ConeProgram() {}

  /** Lambda and the weights of the groups. */
  static double[] solve(ConeBarrier barrier) {
    double[] at = barrier.start();
    for (double weight = barrier.borders(); ; weight *= FASTER) {
      centre(barrier, at, weight);
      double value = Math.max(Math.abs(barrier.objective(at)), LEAST_VALUE);
      if (barrier.borders() / weight <= RELATIVE_GAP * value) {
        return at;
      }
    }
  }

  /** Newton's method. */
  private static void centre(ConeBarrier barrier, double[] at, double weight) {
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] gradient = new double[at.length];
      double[][] curvature = new double[at.length][at.length];
      barrier.derivatives(at, weight, gradient, curvature);
      double[] direction = direction(gradient, curvature);
      double decrement = 0;
      for (int i = 0; i < at.length; i++) {
        decrement -= gradient[i] * direction[i];
      }
      if (!(decrement > CENTRED) || !move(barrier, at, direction, weight, decrement)) {
        return;
      }
    }
  }

  private static boolean move(
      ConeBarrier barrier, double[] at, double[] direction, double weight, double decrement) {
    double before = barrier.value(at, weight);
    for (double length = 1; length > LEAST_LENGTH; length /= 2) {
      double[] next = at.clone();
      for (int i = 0; i < at.length; i++) {
        next[i] += length * direction[i];
        // Beyond a weight of 0 the curvature is another one.
        next[i] = i > 0 && at[i] * next[i] < 0 ? 0 : next[i];
      }
      if (barrier.value(next, weight) <= before - SUFFICIENT * length * decrement) {
        System.arraycopy(next, 0, at, 0, at.length);
        return true;
      }
    }
    return false;
  }

  /** None where the curvature is none in doubles. */
  private static double[] direction(double[] gradient, double[][] curvature) {
    int size = gradient.length;
    double[] scales = new double[size];
    double[] right = new double[size];
    for (int i = 0; i < size; i++) {
      scales[i] = curvature[i][i] > 0 ? 1 / Math.sqrt(curvature[i][i]) : 0;
      right[i] = -gradient[i] * scales[i];
      for (int k = 0; k < i; k++) {
        curvature[i][k] *= scales[i] * scales[k];
        curvature[k][i] = curvature[i][k];
      }
    }
    double[] scaled = solved(curvature, right);
    for (int i = 0; i < size; i++) {
      scaled[i] *= scales[i];
    }
    return scaled;
  }

  private static double[] solved(double[][] scaled, double[] right) {
    for (double ridge = FIRST_RIDGE; ridge < LAST_RIDGE; ridge *= 100) {
      for (int i = 0; i < right.length; i++) {
        scaled[i][i] = 1 + ridge;
      }
      try {
        return new CholeskyDecomposition(MatrixUtils.createRealMatrix(scaled), SYMMETRY, 0)
            .getSolver()
            .solve(new ArrayRealVector(right, false))
            .toArray();
      } catch (MathIllegalArgumentException notPositive) {
        // Rounding has turned the curvature; a larger ridge turns it back.
        continue;
      }
    }
    return new double[right.length];
  }
}
