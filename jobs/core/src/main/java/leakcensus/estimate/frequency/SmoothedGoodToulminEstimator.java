package leakcensus.estimate.frequency;

import java.util.Map;
import leakcensus.estimate.Confidence;
import leakcensus.estimate.DumpSample;
import leakcensus.estimate.EstimateScope;
import leakcensus.estimate.FrequencyEstimator;
import leakcensus.estimate.PersonEstimate;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * The persons that the rest of the dump will add, from an alternating sum that is smoothed by a
 * binomial tail.
 *
 * <pre>{@code
 * t = R / n - 1
 * N = d - sum over k of (-t)^k P(Bin(K, 2 / (2 + t)) >= k) f_k,  K = floor(log_3(n t^2 / (t - 1)) / 2)
 * t <= 1: N = d - sum over k of (-t)^k f_k, the sum of Good and Toulmin
 * }</pre>
 *
 * <p>Units: records and persons in, persons out; no interval. Errors: only for samples of a tenth
 * of the dump or more; not identifiable below.
 *
 * <p>Sources: A. Orlitsky, A. Suresh, Y. Wu (2016), PNAS 113, 13283-13288; I. Good, G. Toulmin
 * (1956), Biometrika 43, 45-63.
 */
public final class SmoothedGoodToulminEstimator implements FrequencyEstimator {

  private static final String METHOD = "smoothed_good_toulmin";

  /** A sample drawn as a tenth may come out somewhat smaller. */
  private static final double LEAST_SAMPLED_RATIO = 0.095;

  @Override
  public PersonEstimate estimate(DumpSample sample, double confidence) {
    Confidence.check(confidence);
    double observed = sample.persons().observedPersons();
    if (sample.dumpRecords().isEmpty()
        || observed == 0
        || sample.sampledRatio() < LEAST_SAMPLED_RATIO) {
      return PersonEstimate.refused(
          METHOD,
          observed,
          "The number of records of the dump, and a sample of a tenth of them.",
          confidence);
    }
    double most = observed + sample.dumpRecords().orElseThrow() - sample.persons().records();
    return PersonEstimate.builder(EstimateScope.DUMP, METHOD, confidence)
        .persons(Math.max(observed, Math.min(most, observed + unseen(sample))))
        .assumptions(
            "Every record of the dump had the same chance to be in the sample, and the dump has the"
                + " stated number of records. A reference without an interval.")
        .build();
  }

  private static double unseen(DumpSample sample) {
    double further = 1 / sample.sampledRatio() - 1;
    if (further <= 1) {
      double sum = 0;
      for (Map.Entry<Long, Long> frequency : sample.persons().asMap().entrySet()) {
        sum -= power(further, frequency.getKey()) * frequency.getValue();
      }
      return sum;
    }
    int terms =
        (int)
            Math.floor(
                Math.log(sample.persons().records() * further * further / (further - 1))
                    / Math.log(3)
                    / 2);
    BinomialDistribution smoothing = BinomialDistribution.of(terms, 2 / (2 + further));
    double sum = 0;
    for (Map.Entry<Long, Long> frequency : sample.persons().asMap().entrySet()) {
      if (frequency.getKey() <= terms) {
        int times = frequency.getKey().intValue();
        sum -=
            power(further, times) * smoothing.survivalProbability(times - 1) * frequency.getValue();
      }
    }
    return sum;
  }

  /** The power of the negated base. */
  private static double power(double base, long exponent) {
    double power = Math.pow(base, exponent);
    return exponent % 2 == 0 ? power : -power;
  }
}
