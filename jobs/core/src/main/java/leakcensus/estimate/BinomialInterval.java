package leakcensus.estimate;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * The exact interval of a ratio that was counted, after Clopper and Pearson.
 *
 * <pre>{@code
 * k successes, n trials, a = 1 - confidence
 *
 * lower = quantile of Beta(k, n - k + 1) at a / 2        0 for k = 0
 * upper = quantile of Beta(k + 1, n - k) at 1 - a / 2    1 for k = n
 * }</pre>
 *
 * <p>Units: counts in, ratios out.
 *
 * <p>Errors: each end misses with at most a / 2, so the interval is wider than it needs to be for
 * small counts. It holds for independent trials; draws without replacement make it wider than
 * needed, clustered ones too narrow. With no trials nothing is known: the ratio is 0 in [0, 1].
 *
 * <p>Sources: C. Clopper and E. Pearson (1934), Biometrika 26, 404-413.
 */
public final class BinomialInterval {

  private BinomialInterval() {}

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

    double ratio = (double) successes / trials;
    double tail = (1 - confidence) / 2;
    double failures = (double) trials - successes;
    double lower =
        successes == 0
            ? 0
            : BetaDistribution.of(successes, failures + 1).inverseCumulativeProbability(tail);
    double upper =
        failures == 0
            ? 1
            : BetaDistribution.of(successes + 1.0, failures).inverseSurvivalProbability(tail);
    return new RatioWithInterval(ratio, Math.min(lower, ratio), Math.max(upper, ratio));
  }
}
