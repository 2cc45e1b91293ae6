package leakcensus.estimate.frequency;

import leakcensus.estimate.Confidence;
import leakcensus.estimate.DumpSample;
import leakcensus.estimate.FrequencyEstimator;
import leakcensus.estimate.GoodTuringCoverage;
import leakcensus.estimate.PersonEstimate;

/**
 * Persons seen over the coverage of the sample.
 *
 * <pre>{@code
 * N = S / C,  C = 1 - f1 / n
 * }</pre>
 *
 * <p>Units: records and persons in, persons out; no interval. Errors: low where persons are uneven.
 * Not identifiable where everybody was seen once.
 *
 * <p>Source: I. Good (1953), Biometrika 40, 237-264.
 */
public final class GoodTuringEstimator implements FrequencyEstimator {

  private static final String METHOD = "good_turing";

  @Override
  public PersonEstimate estimate(DumpSample sample, double confidence) {
    Confidence.check(confidence);
    double observed = sample.persons().observedPersons();
    GoodTuringCoverage coverage = GoodTuringCoverage.of(sample.persons());
    if (coverage.goodTuringRatio() == 0) {
      return PersonEstimate.refused(
          METHOD, observed, "Persons who were seen more than once.", confidence);
    }
    return IndependentDrawsRow.of(
            METHOD,
            observed / coverage.goodTuringRatio(),
            confidence,
            "Everybody is drawn with the same chance: a reference.")
        .diagnostic("good_turing_coverage_ratio", coverage.goodTuringRatio())
        .diagnostic("chao_jost_coverage_ratio", coverage.chaoJostRatio())
        .build();
  }
}
