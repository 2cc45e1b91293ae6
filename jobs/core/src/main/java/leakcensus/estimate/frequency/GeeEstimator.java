package leakcensus.estimate.frequency;

import leakcensus.estimate.Confidence;
import leakcensus.estimate.DumpSample;
import leakcensus.estimate.EstimateScope;
import leakcensus.estimate.FrequencyEstimator;
import leakcensus.estimate.PersonEstimate;

/**
 * The estimate whose ratio error is guaranteed, with its bounds.
 *
 * <pre>{@code
 * N = sqrt(R / n) f1 + sum over k >= 2 of f_k        bounds: [d, d - f1 + f1 R / n]
 * }</pre>
 *
 * <p>Units: records and persons in, persons out. Errors: the upper bound holds in expectation, not
 * at a confidence; very wide. Not identifiable without the records of the dump.
 *
 * <p>Source: M. Charikar, S. Chaudhuri, R. Motwani, V. Narasayya (2000), PODS 19, 268-279.
 */
public final class GeeEstimator implements FrequencyEstimator {

  private static final String METHOD = "gee";

  @Override
  public PersonEstimate estimate(DumpSample sample, double confidence) {
    Confidence.check(confidence);
    double observed = sample.persons().observedPersons();
    if (sample.dumpRecords().isEmpty() || observed == 0) {
      return PersonEstimate.refused(
          METHOD, observed, "Records, and the number of records of the dump.", confidence);
    }
    double once = sample.persons().personsSeen(1);
    double ratio = sample.sampledRatio();
    return PersonEstimate.builder(EstimateScope.DUMP, METHOD, confidence)
        .persons(observed - once + once / Math.sqrt(ratio))
        .lowerPersons(observed)
        .upperPersons(observed - once + once / ratio)
        .assumptions(
            "Every record of the dump had the same chance to be in the sample, and the dump has the"
                + " stated number of records. The upper end holds on average only: a reference.")
        .build();
  }
}
