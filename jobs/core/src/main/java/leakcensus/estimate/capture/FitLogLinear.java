package leakcensus.estimate.capture;

import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.special.Gamma;

/**
 * Fits a log-linear model to counts by maximum likelihood.
 *
 * <pre>{@code
 * y_i ~ Poisson(mu_i),  log mu = X b + offset,  last column of X: ones
 *
 * b' = b + argmin_d || sqrt(mu) (X d - (y - mu) / mu) ||     halved until the deviance falls
 * var(b_last) = 1 / R_last,last^2,  Q R = sqrt(mu) X
 *
 * b_last is finite where the last unit vector is a sum of rows of X with mu > 0
 * }</pre>
 *
 * <p>Units: counts in; coefficients are logarithms.
 *
 * <p>Errors: with empty cells coefficients may have their maximum at infinity. The deviance still
 * converges, since the mean of such a cell goes to zero by a factor e a step; so the fit ends, and
 * says whether the intercept itself is finite. Where it is, the number of persons is that of the
 * table without the cells that the data rule out, as if these had been left out of the model.
 *
 * <p>Sources: J. Nelder and R. Wedderburn (1972), J. R. Statist. Soc. A 135, 370-384 (iteration);
 * S. Fienberg and A. Rinaldo (2012), Ann. Statist. 40, 996-1023 (maxima at infinity).
 */
final class FitLogLinear {

  private static final int MOST_STEPS = 100;
  private static final int MOST_HALVINGS = 40;
  private static final double SMALL_CHANGE = 1e-10;
  private static final double ROUNDING = 1e-14;
  private static final double EMPTY_CELL_START = 0.1;
  private static final double LEAST_MEAN = 1e-30;
  private static final double VANISHED_MEAN = 1e-7;
  private static final double RIDGE = 1e-9;
  private static final double FREE = 1e-5;
  private static final double SYMMETRY = 1e-9;

  private final double[][] design;
  private final double[] offset;
  private final int columns;

  FitLogLinear(double[][] design) {
    this(design, new double[design.length]);
  }

  FitLogLinear(double[][] design, double[] offset) {
    this.design = design;
    this.offset = offset;
    this.columns = design[0].length;
  }

  /** Fits the model to one count per row of the design. */
  LogLinearFit fit(double[] counts) {
    return fit(counts, start(counts));
  }

  /** Fits the model, from coefficients that may be near. */
  LogLinearFit fit(double[] counts, double[] start) {
    double[] cold = start(counts);
    boolean near = deviance(counts, means(start)) <= deviance(counts, means(cold));
    double[] coefficients = near ? start : cold;
    double[] means = means(coefficients);
    double deviance = deviance(counts, means);
    double spread = 0;
    int settledSteps = 0;
    for (int step = 0; step < MOST_STEPS && settledSteps < 2; step++) {
      QRDecomposition factors = factors(means);
      if (!factors.getSolver().isNonSingular()) {
        break;
      }
      spread = lastDiagonal(factors);
      double[] direction = factors.getSolver().solve(residuals(counts, means)).toArray();
      double before = deviance;
      coefficients = lowered(counts, coefficients, direction, before);
      means = means(coefficients);
      deviance = deviance(counts, means);
      settledSteps = Math.abs(before - deviance) <= slack(before) ? settledSteps + 1 : 0;
    }
    return new LogLinearFit(
        coefficients,
        1 / (spread * spread),
        deviance,
        logLikelihood(counts, means),
        settledSteps > 0 && interceptFinite(counts, means));
  }

  /** The step in a direction, halved until the deviance does not rise; none if it always does. */
  private double[] lowered(double[] counts, double[] from, double[] direction, double deviance) {
    double length = 1;
    for (int halving = 0; halving < MOST_HALVINGS; halving++) {
      double[] tried = moved(from, direction, length);
      if (deviance(counts, means(tried)) <= deviance + slack(deviance)) {
        return tried;
      }
      length /= 2;
    }
    return from;
  }

  private static double slack(double deviance) {
    return SMALL_CHANGE + ROUNDING * deviance;
  }

  /** Whether the rows that have not vanished leave no room for another intercept. */
  private boolean interceptFinite(double[] counts, double[] means) {
    double[][] kept =
        IntStream.range(0, counts.length)
            .filter(row -> counts[row] > 0 || means[row] > VANISHED_MEAN)
            .mapToObj(row -> design[row])
            .toArray(double[][]::new);
    return kept.length == design.length || kept.length > 0 && freedom(kept) < FREE;
  }

  /** Squared length of the part of the last unit vector that no row reaches. */
  private double freedom(double[][] rows) {
    RealMatrix matrix = new Array2DRowRealMatrix(rows, false);
    RealMatrix squares = matrix.transposeMultiply(matrix);
    for (int column = 0; column < columns; column++) {
      squares.addToEntry(column, column, RIDGE);
    }
    RealVector unit = new ArrayRealVector(columns);
    unit.setEntry(columns - 1, 1);
    return RIDGE
        * new CholeskyDecomposition(squares, SYMMETRY, 0)
            .getSolver()
            .solve(unit)
            .getEntry(columns - 1);
  }

  private double[] start(double[] counts) {
    double[] means = new double[counts.length];
    double[] target = new double[counts.length];
    for (int row = 0; row < counts.length; row++) {
      means[row] = counts[row] + EMPTY_CELL_START;
      target[row] = Math.sqrt(means[row]) * (Math.log(means[row]) - offset[row]);
    }
    return factors(means).getSolver().solve(new ArrayRealVector(target, false)).toArray();
  }

  private double[] means(double[] coefficients) {
    double[] means = new double[design.length];
    for (int row = 0; row < means.length; row++) {
      double logarithm = offset[row];
      for (int column = 0; column < columns; column++) {
        logarithm += design[row][column] * coefficients[column];
      }
      means[row] = Math.max(Math.exp(logarithm), LEAST_MEAN);
    }
    return means;
  }

  private QRDecomposition factors(double[] means) {
    double[][] weighted = new double[design.length][columns];
    for (int row = 0; row < means.length; row++) {
      double weight = Math.sqrt(means[row]);
      for (int column = 0; column < columns; column++) {
        weighted[row][column] = weight * design[row][column];
      }
    }
    return new QRDecomposition(new Array2DRowRealMatrix(weighted, false));
  }

  private double lastDiagonal(QRDecomposition factors) {
    return factors.getR().getEntry(columns - 1, columns - 1);
  }

  private static RealVector residuals(double[] counts, double[] means) {
    double[] residuals = new double[counts.length];
    for (int row = 0; row < counts.length; row++) {
      residuals[row] = (counts[row] - means[row]) / Math.sqrt(means[row]);
    }
    return new ArrayRealVector(residuals, false);
  }

  private static double[] moved(double[] from, double[] direction, double length) {
    double[] to = new double[from.length];
    for (int column = 0; column < from.length; column++) {
      to[column] = from[column] + length * direction[column];
    }
    return to;
  }

  /** Each term by log1p of the relative error, which keeps its digits in large counts. */
  private static double deviance(double[] counts, double[] means) {
    double sum = 0;
    for (int row = 0; row < counts.length; row++) {
      double error = means[row] - counts[row];
      sum += counts[row] > 0 ? error - counts[row] * Math.log1p(error / counts[row]) : error;
    }
    return 2 * Math.max(0, sum);
  }

  private static double logLikelihood(double[] counts, double[] means) {
    double sum = 0;
    for (int row = 0; row < counts.length; row++) {
      sum += counts[row] * Math.log(means[row]) - means[row] - Gamma.logGamma(counts[row] + 1);
    }
    return sum;
  }
}
