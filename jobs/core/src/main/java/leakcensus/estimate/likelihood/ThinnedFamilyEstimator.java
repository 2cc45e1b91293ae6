package leakcensus.estimate.likelihood;

import leakcensus.estimate.Confidence;
import leakcensus.estimate.DumpSample;
import leakcensus.estimate.EstimateScope;
import leakcensus.estimate.FrequencyEstimator;
import leakcensus.estimate.PersonEstimate;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * The number of persons behind a random sample of a dump of known size, if the records per person
 * follow a law of a stated family.
 *
 * <pre>{@code
 * records per person  ~ law with mean m and a shape, without those who have none
 * seen per person     ~ the same law with mean q m,  q = n / R
 *
 * R = M m        P = M (1 - p_0(m))        likelihood of f_k: Poisson with means M p_k(q m)
 *
 * interval = all P whose profile of the likelihood is near enough the best (chi-squared, 1 degree)
 * }</pre>
 *
 * <p>Units: records and persons in, persons out. Diagnostics: {@code deviance}, {@code
 * fit_p_value_ratio} (chi-squared over groups of at least five expected persons; absent where fewer
 * than three groups leave nothing to test), {@code mean_records}.
 *
 * <p>Errors: holds if the family does; small samples of very different laws look alike. Persons
 * seen very often are set aside and added at the end.
 *
 * <p>Sources: L. Katz (1965) and M. Bulmer (1974), Biometrics 30, 101-110 (laws); C. Rao (1965), in
 * Classical and Contagious Discrete Distributions, 320-332 (thinning keeps the law); S. Wilks
 * (1938), Ann. Math. Statist. 9, 60-62 (interval).
 */
public final class ThinnedFamilyEstimator implements FrequencyEstimator {

  private static final int FITTED = 2;
  private static final ChiSquaredDistribution CHI_SQUARED = ChiSquaredDistribution.of(1);

  private final RecordLawFamily family;

  private ThinnedFamilyEstimator(RecordLawFamily family) {
    this.family = family;
  }

  /** Binomial, Poisson and negative binomial numbers of records. */
  public static ThinnedFamilyEstimator katz() {
    return new ThinnedFamilyEstimator(RecordLawFamily.katz());
  }

  /** Poisson numbers of records with log-normal means. */
  public static ThinnedFamilyEstimator poissonLogNormal() {
    return new ThinnedFamilyEstimator(RecordLawFamily.poissonLogNormal("thinned_pln"));
  }

  @Override
  public PersonEstimate estimate(DumpSample sample, double confidence) {
    Confidence.check(confidence);
    if (sample.dumpRecords().isEmpty()) {
      return PersonEstimate.refused(
          family.method(),
          sample.persons().observedPersons(),
          "The number of records of the dump.",
          confidence);
    }
    if (sample.persons().records() == 0) {
      return PersonEstimate.refused(
          family.method(),
          sample.persons().observedPersons(),
          "Records: the sample is empty.",
          confidence);
    }
    return sample.sampledRatio() == 1 ? whole(sample, confidence) : row(sample, confidence);
  }

  private PersonEstimate row(DumpSample sample, double confidence) {
    ThinnedLikelihood likelihood = new ThinnedLikelihood(sample);
    if (!likelihood.keepsAnyone()) {
      return PersonEstimate.refused(
          family.method(), sample.persons().observedPersons(), KeptFrequencies.NEEDED, confidence);
    }
    FamilyFit fit = new FamilyFit(likelihood, family);
    double excess = CHI_SQUARED.inverseCumulativeProbability(confidence);
    double seen = sample.persons().observedPersons();
    double most = seen + sample.dumpRecords().orElseThrow() - sample.persons().records();
    double lower = inside(fit.fewestPersons(excess), seen, most);
    double upper = inside(fit.mostPersons(excess), lower, most);
    PersonEstimate.Builder row =
        PersonEstimate.builder(EstimateScope.DUMP, family.method(), confidence)
            .persons(inside(fit.best().persons(), lower, upper))
            .lowerPersons(lower)
            .upperPersons(upper)
            .assumptions(
                "Every record of the dump had the same chance to be in the sample, the dump has the"
                    + " stated number of records, and the records per person follow a "
                    + family.words()
                    + " law.")
            .diagnostic("deviance", fit.best().deviance())
            .diagnostic("shape", fit.best().law().shape())
            .diagnostic("mean_records", sample.dumpRecords().orElseThrow() / fit.best().persons());
    GoodnessOfFit.pValueRatio(likelihood, fit.best(), FITTED)
        .ifPresent(ratio -> row.diagnostic("fit_p_value_ratio", ratio));
    return row.build();
  }

  private PersonEstimate whole(DumpSample sample, double confidence) {
    double persons = sample.persons().observedPersons();
    return PersonEstimate.builder(EstimateScope.DUMP, family.method(), confidence)
        .persons(persons)
        .lowerPersons(persons)
        .upperPersons(persons)
        .assumptions("The sample holds every record of the dump.")
        .diagnostic("deviance", 0)
        .build();
  }

  private static double inside(double persons, double lower, double upper) {
    return Math.max(lower, Math.min(upper, persons));
  }
}
