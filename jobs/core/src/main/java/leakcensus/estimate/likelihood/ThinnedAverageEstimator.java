package leakcensus.estimate.likelihood;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import leakcensus.estimate.Confidence;
import leakcensus.estimate.DumpSample;
import leakcensus.estimate.EstimateScope;
import leakcensus.estimate.FrequencyEstimator;
import leakcensus.estimate.PersonEstimate;

/**
 * The number of persons behind a random sample of a dump of known size, averaged over laws of the
 * records per person.
 *
 * <pre>{@code
 * law i, fitted by its mean: persons P_i, deviance D_i, one of K_i laws of its family
 *
 * ln P = sum of w_i ln P_i / sum of w_i,   w_i = exp(-D_i / 2) / K_i
 *
 * Katz:               binomial of 1, 2, 3, 4, 5, 6, 8, 10, 15, 25 and 60 records, Poisson, negative
 *                     binomial with ln t = -3.5, -3.1, ..., 4.5, and the best law of the family
 * Poisson-lognormal:  s = 0.1, 0.3, 0.5, 0.7, 0.85, 1, 1.15, 1.3, 1.5, 1.7, 1.9, 2.2, 2.5, 3, 3.5,
 *                     4, and the best law of the family
 * }</pre>
 *
 * <p>Where hardly anybody is seen three times, very different laws explain the sample alike, and
 * the best of them is one by chance; the average lies in the middle of them.
 *
 * <p>Units: records and persons in, persons out. No interval. Errors: those of the families, where
 * none of them holds.
 *
 * <p>Source: S. Buckland, K. Burnham, N. Augustin (1997), Biometrics 53, 603-618 (weights).
 */
public final class ThinnedAverageEstimator implements FrequencyEstimator {

  /** The name of the method. */
  public static final String METHOD = "thinned_average";

  private static final int[] BINOMIAL_RECORDS = {1, 2, 3, 4, 5, 6, 8, 10, 15, 25, 60};
  private static final double[] DEVIATIONS = {
    0.1, 0.3, 0.5, 0.7, 0.85, 1, 1.15, 1.3, 1.5, 1.7, 1.9, 2.2, 2.5, 3, 3.5, 4
  };
  private static final int NEGATIVE_BINOMIALS = 21;
  private static final double LEAST_LOG_DISPERSION = -3.5;
  private static final double LOG_DISPERSION_STEP = 0.4;

  @Override
  public PersonEstimate estimate(DumpSample sample, double confidence) {
    Confidence.check(confidence);
    double seen = sample.persons().observedPersons();
    if (sample.dumpRecords().isEmpty()) {
      return PersonEstimate.refused(METHOD, seen, "The number of records of the dump.", confidence);
    }
    if (sample.persons().records() == 0) {
      return PersonEstimate.refused(METHOD, seen, "Records: the sample is empty.", confidence);
    }
    if (sample.sampledRatio() == 1) {
      return row(seen, confidence);
    }
    ThinnedLikelihood likelihood = new ThinnedLikelihood(sample);
    if (!likelihood.keepsAnyone()) {
      return PersonEstimate.refused(METHOD, seen, KeptFrequencies.NEEDED, confidence);
    }
    double most = seen + sample.dumpRecords().orElseThrow() - sample.persons().records();
    return row(Math.max(seen, Math.min(most, average(likelihood))), confidence);
  }

  private static PersonEstimate row(double persons, double confidence) {
    return PersonEstimate.builder(EstimateScope.DUMP, METHOD, confidence)
        .persons(persons)
        .assumptions(
            "Every record of the dump had the same chance to be in the sample, the dump has the"
                + " stated number of records, and the records per person follow one of many laws,"
                + " each weighted by how well it explains the sample.")
        .build();
  }

  private static double average(ThinnedLikelihood likelihood) {
    List<List<LawFit>> families =
        List.of(
            fits(likelihood, RecordLawFamily.katz(), katz()),
            fits(likelihood, RecordLawFamily.poissonLogNormal(METHOD), poissonLogNormal()));
    double least =
        families.stream().flatMap(List::stream).mapToDouble(LawFit::deviance).min().orElseThrow();
    double weights = 0;
    double sum = 0;
    for (List<LawFit> family : families) {
      for (LawFit fit : family) {
        double weight = Math.exp((least - fit.deviance()) / 2) / family.size();
        weights += weight;
        sum += weight > 0 ? weight * Math.log(fit.persons()) : 0;
      }
    }
    return Math.exp(sum / weights);
  }

  private static List<LawFit> fits(
      ThinnedLikelihood likelihood, RecordLawFamily family, List<RecordLaw> laws) {
    List<LawFit> fits =
        new ArrayList<>(laws.stream().map(law -> new LawFit(likelihood, law)).toList());
    fits.add(new FamilyFit(likelihood, family).best());
    return fits;
  }

  private static List<RecordLaw> katz() {
    List<RecordLaw> laws = new ArrayList<>();
    for (int records : BINOMIAL_RECORDS) {
      laws.add(new KatzLaw(-1.0 / records));
    }
    laws.add(new KatzLaw(0));
    IntStream.range(0, NEGATIVE_BINOMIALS)
        .mapToObj(at -> new KatzLaw(Math.exp(LEAST_LOG_DISPERSION + at * LOG_DISPERSION_STEP)))
        .forEach(laws::add);
    return laws;
  }

  private static List<RecordLaw> poissonLogNormal() {
    return DoubleStream.of(DEVIATIONS).<RecordLaw>mapToObj(PoissonLogNormalLaw::new).toList();
  }
}
