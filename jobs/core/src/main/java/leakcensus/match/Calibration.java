package leakcensus.match;

import java.io.Serializable;

/**
 * A correction of log odds that never turns their order round.
 *
 * <pre>{@code
 * from <= x <= to   g(x) = slope x + intercept
 * beyond            the shift g - x fades to nothing over twice its size, then g(x) = x
 * }</pre>
 *
 * <p>Units: natural log odds. So where labels say nothing the model stays, and a correction that
 * was learnt near the threshold does not reach the many pairs far below it.
 *
 * @param slope slope between the ends, above 0
 * @param intercept intercept between the ends
 * @param from lower end of what the labels cover
 * @param to upper end of what the labels cover
 */
public record Calibration(double slope, double intercept, double from, double to)
    implements Serializable {

  /** Leaves everything as it is. */
  public static final Calibration NONE = new Calibration(1, 0, 0, 0);

  private static final double FADE = 2;

  public Calibration {
    if (!(slope > 0 && Double.isFinite(slope) && Double.isFinite(intercept))) {
      throw new IllegalArgumentException(
          "Invalid calibration: slope %s, intercept %s (must be finite, the slope above 0)"
              .formatted(slope, intercept));
    }
    if (!(from <= to)) {
      throw new IllegalArgumentException(
          "Invalid calibration: from %s to %s (must be in order)".formatted(from, to));
    }
  }

  /** The corrected log odds. */
  public double apply(double logOdds) {
    if (logOdds < from) {
      return faded(logOdds, from - logOdds, shift(from));
    }
    return logOdds > to ? faded(logOdds, logOdds - to, shift(to)) : slope * logOdds + intercept;
  }

  private double shift(double logOdds) {
    return slope * logOdds + intercept - logOdds;
  }

  private static double faded(double logOdds, double distance, double shift) {
    double reach = FADE * Math.abs(shift);
    return distance >= reach ? logOdds : logOdds + shift * (1 - distance / reach);
  }
}
