package leakcensus.estimate;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The interval of a ratio that was counted, after Wilson.
 *
 * <pre>{@code
 * k successes, n trials, p = k / n, z = quantile of the normal law at (1 + confidence) / 2
 *
 * (p + z^2 / 2n  -+  z sqrt(p (1 - p) / n + z^2 / 4n^2)) / (1 + z^2 / n)
 * }</pre>
 *
 * <p>Units: counts in, ratios out.
 *
 * <p>Errors: it keeps its confidence on average over all ratios, not for each; see {@link
 * BinomialInterval} for one that does. With no trials nothing is known: the ratio is 0 in [0, 1].
 *
 * <p>Sources: E. Wilson (1927), J. Amer. Statist. Assoc. 22, 209-212.
 */
public final class WilsonInterval {

  private WilsonInterval() {}

  /** The ratio of successes in trials. */
  public static RatioWithInterval of(long successes, long trials, double confidence) {
    Confidence.check(confidence);
    if (!(0 <= successes && successes <= trials)) {
      throw new IllegalArgumentException(
          "Invalid count: %d of %d (must be 0 to the number of trials)"
              .formatted(successes, trials));
    }
    if (trials == 0) {
      return new RatioWithInterval(0, 0, 1);
    }

    double z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - confidence) / 2);
    double ratio = (double) successes / trials;
    double shift = z * z / trials;
    double spread = z * Math.sqrt(ratio * (1 - ratio) / trials + shift / (4.0 * trials));
    double lower = (ratio + shift / 2 - spread) / (1 + shift);
    double upper = (ratio + shift / 2 + spread) / (1 + shift);
    // Rounding alone can put an end beyond the ratio, at no and at all successes.
    return new RatioWithInterval(
        ratio, Math.max(0, Math.min(lower, ratio)), Math.min(1, Math.max(upper, ratio)));
  }
}
