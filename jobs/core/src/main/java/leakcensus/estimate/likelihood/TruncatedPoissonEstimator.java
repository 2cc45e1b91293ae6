package leakcensus.estimate.likelihood;

import leakcensus.estimate.Confidence;
import leakcensus.estimate.DumpSample;
import leakcensus.estimate.EstimateScope;
import leakcensus.estimate.FrequencyEstimator;
import leakcensus.estimate.PersonEstimate;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * The number of persons behind independent draws, if everybody is drawn with the same chance: the
 * zero-truncated Poisson law, fitted to those seen at most ten times.
 *
 * <pre>{@code
 * mean m of those seen k <= 10 times:  n_r / S_r = m / (1 - exp(-m))
 *
 * N = S_r / (1 - exp(-m)) + persons seen more often        se = sqrt(N_r / (exp(m) - 1 - m))
 * interval = all N whose profile of the likelihood is near enough the best
 * }</pre>
 *
 * <p>Units: records and persons in, persons out. Errors: low where persons are uneven. Not
 * identifiable where everybody was seen once.
 *
 * <p>Source: D. Rider (1953), J. Amer. Statist. Assoc. 48, 826-830 (truncated Poisson).
 */
public final class TruncatedPoissonEstimator implements FrequencyEstimator {

  private static final String METHOD = "zt_poisson";
  private static final int MOST_TIMES = 10;
  private static final int FITTED = 2;

  @Override
  public PersonEstimate estimate(DumpSample sample, double confidence) {
    Confidence.check(confidence);
    double observed = sample.persons().observedPersons();
    KeptFrequencies kept = KeptFrequencies.upTo(sample.persons(), MOST_TIMES);
    if (kept.records() == kept.persons()) {
      return PersonEstimate.refused(
          METHOD, observed, "Persons who were seen more than once.", confidence);
    }
    TruncatedLikelihood likelihood = new TruncatedLikelihood(kept);
    LawFit fit = new LawFit(likelihood, new KatzLaw(0));
    double mean = Math.exp(fit.parameter());
    double limit =
        fit.deviance() + ChiSquaredDistribution.of(1).inverseCumulativeProbability(confidence);
    double persons = Math.max(observed, fit.persons());
    PersonEstimate.Builder row =
        PersonEstimate.builder(EstimateScope.DUMP, METHOD, confidence)
            .persons(persons)
            .lowerPersons(Math.max(observed, Math.min(persons, fit.fewestPersons(limit))))
            .upperPersons(Math.max(persons, fit.mostPersons(limit)))
            .assumptions(
                "Records were drawn one by one, each independent of the others, and everybody is"
                    + " drawn with the same chance.")
            .diagnostic("deviance", fit.deviance())
            .diagnostic("mean_times", mean)
            .diagnostic(
                "standard_error_persons",
                Math.sqrt((persons - kept.setAsidePersons()) / (Math.expm1(mean) - mean)));
    GoodnessOfFit.pValueRatio(likelihood, fit, FITTED)
        .ifPresent(ratio -> row.diagnostic("fit_p_value_ratio", ratio));
    return row.build();
  }
}
