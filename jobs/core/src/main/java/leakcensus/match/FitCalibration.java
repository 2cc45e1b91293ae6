package leakcensus.match;

import java.util.Arrays;

/**
 * Fits a {@link Calibration} to labelled pairs: the logistic regression of the answer on the
 * model's log odds, pulled to what the model says.
 *
 * <pre>{@code
 * minimise  sum over labels of log(1 + exp(-y (a x + b))) + (a - 1)^2 / (2 s^2) + b^2 / (2 t^2)
 * x = log odds of the model, cut to [-7, 7]     y = 1 for one person, -1 for two
 * s = 0.2      t = 0.5      a >= 0.1
 * }</pre>
 *
 * <p>Units: natural log odds. Errors: the pull of b is worth some sixteen labels at even odds, so
 * few labels change little; labels that agree with the model change nothing but for chance. Pairs
 * may be chosen for review by their log odds in any way, since the answer is modelled given these;
 * pairs that are chosen by anything else bend the fit. The cut keeps a single wrong label from
 * outvoting the rest. The slope is held more tightly than the intercept: with some thousand labels
 * it stayed within 0.07 of 1 where the intercept was off by 0.1 to 1.4, and what a hundred labels
 * say of it by chance moves the many pairs of small odds, and with them the number of pairs of one
 * person.
 *
 * <p>Sources: J. Platt (1999), Probabilistic outputs for support vector machines, Advances in Large
 * Margin Classifiers, 61-74; Newton's method with step halving as in H.-T. Lin, C.-J. Lin, R. C.
 * Weng (2007), A note on Platt's probabilistic outputs, Machine Learning 68, 267-276. Pull and cut:
 * own.
 */
public final class FitCalibration {

  private static final double MOST_LOG_ODDS = 7;
  private static final double SLOPE_PRECISION = 1 / (0.2 * 0.2);
  private static final double INTERCEPT_PRECISION = 1 / (0.5 * 0.5);
  private static final double LEAST_SLOPE = 0.1;
  private static final int MOST_STEPS = 100;
  private static final int MOST_HALVINGS = 40;
  private static final double SMALL = 1e-12;

  private final double[] logOdds;
  private final boolean[] same;

  private FitCalibration(double[] logOdds, boolean[] same) {
    this.logOdds =
        Arrays.stream(logOdds)
            .map(odds -> Math.max(-MOST_LOG_ODDS, Math.min(MOST_LOG_ODDS, odds)))
            .toArray();
    this.same = same.clone();
  }

  /**
   * The calibration that fits labels best; {@link Calibration#NONE} without any.
   *
   * @param logOdds of each labelled pair, by the model
   * @param same whether each is one person
   */
  public static Calibration fit(double[] logOdds, boolean[] same) {
    if (logOdds.length != same.length) {
      throw new IllegalArgumentException(
          "Invalid labels: %d log odds, %d answers (must be as many)"
              .formatted(logOdds.length, same.length));
    }
    return logOdds.length == 0 ? Calibration.NONE : new FitCalibration(logOdds, same).calibration();
  }

  private Calibration calibration() {
    double[] best = minimum(new double[] {1, 0}, true);
    if (best[0] < LEAST_SLOPE) {
      // The loss is convex, so the best of what is allowed lies on the border.
      best = minimum(new double[] {LEAST_SLOPE, best[1]}, false);
    }
    return new Calibration(
        best[0],
        best[1],
        Arrays.stream(logOdds).min().orElseThrow(),
        Arrays.stream(logOdds).max().orElseThrow());
  }

  private double[] minimum(double[] start, boolean slopeIsFree) {
    double[] at = start;
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] direction = direction(at, slopeIsFree);
      double length = length(at, direction);
      at = moved(at, direction, length);
      if (length * Math.max(Math.abs(direction[0]), Math.abs(direction[1])) < SMALL) {
        return at;
      }
    }
    return at;
  }

  /** The step of Newton's method. */
  private double[] direction(double[] at, boolean slopeIsFree) {
    double slopeGradient = SLOPE_PRECISION * (at[0] - 1);
    double interceptGradient = INTERCEPT_PRECISION * at[1];
    double slopes = SLOPE_PRECISION;
    double intercepts = INTERCEPT_PRECISION;
    double mixed = 0;
    for (int i = 0; i < logOdds.length; i++) {
      double probability = 1 / (1 + Math.exp(-(at[0] * logOdds[i] + at[1])));
      double residual = probability - (same[i] ? 1 : 0);
      double weight = probability * (1 - probability);
      slopeGradient += residual * logOdds[i];
      interceptGradient += residual;
      slopes += weight * logOdds[i] * logOdds[i];
      intercepts += weight;
      mixed += weight * logOdds[i];
    }
    if (!slopeIsFree) {
      return new double[] {0, -interceptGradient / intercepts};
    }
    double determinant = slopes * intercepts - mixed * mixed;
    return new double[] {
      -(intercepts * slopeGradient - mixed * interceptGradient) / determinant,
      -(slopes * interceptGradient - mixed * slopeGradient) / determinant
    };
  }

  /** The largest of 1, 1/2, 1/4, ... that does not make it worse. */
  private double length(double[] at, double[] direction) {
    double before = loss(at);
    double length = 1;
    for (int halving = 0; halving < MOST_HALVINGS; halving++) {
      if (loss(moved(at, direction, length)) <= before) {
        return length;
      }
      length /= 2;
    }
    return 0;
  }

  private static double[] moved(double[] at, double[] direction, double length) {
    return new double[] {at[0] + length * direction[0], at[1] + length * direction[1]};
  }

  private double loss(double[] at) {
    double loss =
        SLOPE_PRECISION / 2 * (at[0] - 1) * (at[0] - 1) + INTERCEPT_PRECISION / 2 * at[1] * at[1];
    for (int i = 0; i < logOdds.length; i++) {
      double margin = (same[i] ? 1 : -1) * (at[0] * logOdds[i] + at[1]);
      loss += Math.max(0, -margin) + Math.log1p(Math.exp(-Math.abs(margin)));
    }
    return loss;
  }
}
