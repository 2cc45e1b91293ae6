package leakcensus.estimate.frequency;

import leakcensus.estimate.Confidence;
import leakcensus.estimate.DumpSample;
import leakcensus.estimate.EstimateScope;
import leakcensus.estimate.FrequencyEstimator;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.PoissonInterval;

/**
 * Pairs of records that could be of one person, over those that are.
 *
 * <pre>{@code
 * N = n (n - 1) / (2 pairs)
 *
 * interval: Garwood's of pairs / D, times D,   D = sum of squared pairs per person / pairs
 * }</pre>
 *
 * <p>Units: records and persons in, persons out. Without pairs a lower end only.
 *
 * <p>Errors: estimates P / (1 + CV2 - 1 / mu), so persons with unequal chances make it low. The
 * pairs of one person come together, which D, the variance of the pairs over their mean, accounts
 * for; it is 1 where nobody was seen more than twice, and the interval then exact.
 *
 * <p>Sources: the second moment of independent draws; F. Garwood (1936), Biometrika 28, 437-442.
 */
public final class BirthdayEstimator implements FrequencyEstimator {

  private static final String METHOD = "birthday";
  private static final String EVEN = "Everybody is drawn with the same chance.";

  @Override
  public PersonEstimate estimate(DumpSample sample, double confidence) {
    Confidence.check(confidence);
    FrequencyOfFrequencies frequencies = sample.persons();
    double observed = frequencies.observedPersons();
    double records = frequencies.records();
    double compared = records * (records - 1) / 2;
    double pairs = frequencies.pairs();
    double dispersion = frequencies.pairDispersionRatio();
    if (compared == 0) {
      return PersonEstimate.refused(METHOD, observed, "Two records at least.", confidence);
    }
    PoissonInterval interval = PoissonInterval.of(pairs / dispersion, confidence);
    double lower = Math.max(observed, compared / (interval.upper() * dispersion));
    if (pairs == 0) {
      return PersonEstimate.builder(EstimateScope.DUMP, METHOD, confidence)
          .lowerPersons(lower)
          .assumptions("Records were drawn one by one. " + EVEN)
          .needed("Persons who were seen more than once; without, there is no upper end.")
          .build();
    }
    double persons = Math.max(observed, compared / pairs);
    return IndependentDrawsRow.of(METHOD, persons, confidence, EVEN)
        .lowerPersons(Math.min(persons, lower))
        .upperPersons(Math.max(persons, compared / (interval.lower() * dispersion)))
        .diagnostic("pairs", pairs)
        .diagnostic("pair_dispersion_ratio", dispersion)
        .build();
  }
}
