package leakcensus.estimate.likelihood;

import leakcensus.estimate.Confidence;
import leakcensus.estimate.DumpSample;
import leakcensus.estimate.EstimateScope;
import leakcensus.estimate.FrequencyEstimator;
import leakcensus.estimate.PersonEstimate;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * The number of persons behind independent draws, if the times that a person is drawn follow a law
 * of a stated family.
 *
 * <pre>{@code
 * f_k ~ Poisson(P p_k(m, shape)),  k >= 1        P = S / (1 - p_0) at the best m and shape
 *
 * interval = all P whose profile of the likelihood is near enough the best (chi-squared, 1 degree)
 * }</pre>
 *
 * <p>Units: records and persons in, persons out. Diagnostics as for the thinned families.
 *
 * <p>Errors: not identifiable where the likelihood is best at the most uneven law or at no end of
 * persons, as it is of the negative binomial for many heavy tails; the row then has a lower end. An
 * upper end that runs away is absent. Persons seen more often than 2,000 times (negative binomial)
 * or than nearly all others (Poisson-lognormal) are set aside and added at the end.
 *
 * <p>Sources: R. Fisher, A. Corbet, C. Williams (1943), J. Anim. Ecol. 12, 42-58; M. Bulmer (1974),
 * Biometrics 30, 101-110; S. Wilks (1938), Ann. Math. Statist. 9, 60-62 (interval).
 */
public final class TruncatedFamilyEstimator implements FrequencyEstimator {

  private static final int MOST_TIMES = 2000;

  /** Beyond so many times the persons seen nothing is believed. */
  private static final double MOST_TIMES_THE_SEEN = 1e7;

  private static final int FITTED = 3;

  private final RecordLawFamily family;

  private TruncatedFamilyEstimator(RecordLawFamily family) {
    this.family = family;
  }

  /** Poisson and negative binomial numbers. */
  public static TruncatedFamilyEstimator negativeBinomial() {
    return new TruncatedFamilyEstimator(RecordLawFamily.negativeBinomial());
  }

  /** Poisson numbers with log-normal means. */
  public static TruncatedFamilyEstimator poissonLogNormal() {
    return new TruncatedFamilyEstimator(RecordLawFamily.poissonLogNormal("zt_pln"));
  }

  @Override
  public PersonEstimate estimate(DumpSample sample, double confidence) {
    Confidence.check(confidence);
    double observed = sample.persons().observedPersons();
    if (sample.persons().mostRecords() < 2) {
      return PersonEstimate.refused(
          family.method(), observed, "Persons who were seen more than once.", confidence);
    }
    KeptFrequencies kept =
        family.separate().isEmpty()
            ? KeptFrequencies.mostPersons(sample.persons())
            : KeptFrequencies.upTo(sample.persons(), MOST_TIMES);
    if (kept.persons() == 0) {
      return PersonEstimate.refused(family.method(), observed, KeptFrequencies.NEEDED, confidence);
    }
    TruncatedLikelihood likelihood = new TruncatedLikelihood(kept);
    FamilyFit fit = new FamilyFit(likelihood, family);
    double excess = ChiSquaredDistribution.of(1).inverseCumulativeProbability(confidence);
    boolean runsAway = fit.runsAway() || fit.best().persons() > MOST_TIMES_THE_SEEN * observed;
    double lower = runsAway ? observed : Math.max(observed, fit.fewestPersons(excess));
    PersonEstimate.Builder row =
        PersonEstimate.builder(EstimateScope.DUMP, family.method(), confidence)
            .lowerPersons(lower)
            .assumptions(
                "Records were drawn one by one, each independent of the others, and the times that"
                    + " a person is drawn follow a "
                    + family.words()
                    + " law.")
            .diagnostic("deviance", fit.best().deviance());
    if (runsAway) {
      return row.needed(
              "A sample that shows where the number of unseen persons ends: the likelihood grows"
                  + " without end.")
          .build();
    }
    double persons = Math.max(lower, fit.best().persons());
    row.persons(persons)
        .diagnostic("shape", fit.best().law().shape())
        .diagnostic("mean_times", Math.exp(fit.best().parameter()));
    double upper = fit.mostPersons(excess);
    if (upper < MOST_TIMES_THE_SEEN * observed) {
      row.upperPersons(Math.max(persons, upper));
    }
    GoodnessOfFit.pValueRatio(likelihood, fit.best(), FITTED)
        .ifPresent(ratio -> row.diagnostic("fit_p_value_ratio", ratio));
    return row.build();
  }
}
