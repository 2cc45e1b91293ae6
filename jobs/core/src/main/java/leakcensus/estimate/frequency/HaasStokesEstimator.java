package leakcensus.estimate.frequency;

import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import leakcensus.estimate.Confidence;
import leakcensus.estimate.DumpSample;
import leakcensus.estimate.EstimateScope;
import leakcensus.estimate.FrequencyEstimator;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.estimate.PersonEstimate;

/**
 * The number of distinct values in a column of known length, as database people estimate it from a
 * random sample of rows: the jackknife family, Shlosser's, and their hybrid.
 *
 * <pre>{@code
 * q = n / R
 * duj1     = d / (1 - (1 - q) f1 / n)
 * duj2     = (d - f1 (1 - q) ln(1 - q) g2 / q) / (1 - (1 - q) f1 / n)
 * duj2a    = duj2 over the persons seen at most 50 times, the others added back
 * shlosser = d + f1 sum (1 - q)^k f_k / sum k q (1 - q)^(k-1) f_k
 * sh3      = d + f1 sum k q^2 (1 - q^2)^(k-1) f_k / sum (1 - q)^k ((1 + q)^k - 1) f_k
 *              (sum (1 - q)^k f_k / sum k q (1 - q)^(k-1) f_k)^2
 * hs_hybrid = duj1 if g2 = 0, duj2 if g2 < 0.9, duj2a if g2 < 30, else sh3
 * }</pre>
 *
 * <p>Units: records and persons in, persons out; no interval. Errors: poor below a sampled tenth;
 * not identifiable without the records of the dump. Estimates are cut at the persons seen and at
 * the records of the dump.
 *
 * <p>Sources: P. Haas, J. Naughton, S. Seshadri, L. Stokes (1995), VLDB 21, 311-322; P. Haas, L.
 * Stokes (1998), J. Amer. Statist. Assoc. 93, 1475-1487; A. Shlosser (1981), Engineering
 * Cybernetics 19, 97-102.
 */
public final class HaasStokesEstimator implements FrequencyEstimator {

  private static final long STABLE_TIMES = 50;
  private static final double EVEN = 0.9;
  private static final double UNEVEN = 30;

  private final String method;
  private final ToDoubleFunction<DumpSample> formula;

  private HaasStokesEstimator(String method, ToDoubleFunction<DumpSample> formula) {
    this.method = method;
    this.formula = formula;
  }

  /** The unsmoothed jackknife of first order. */
  public static HaasStokesEstimator duj1() {
    return new HaasStokesEstimator("duj1", sample -> HaasStokes.of(sample).duj1());
  }

  /** The unsmoothed jackknife of second order. */
  public static HaasStokesEstimator duj2() {
    return new HaasStokesEstimator("duj2", sample -> HaasStokes.of(sample).duj2());
  }

  /** The jackknife of second order without those seen most often. */
  public static HaasStokesEstimator duj2a() {
    return new HaasStokesEstimator("duj2a", HaasStokesEstimator::stabilised);
  }

  /** The one of them that suits the unevenness. */
  public static HaasStokesEstimator hybrid() {
    return new HaasStokesEstimator("hs_hybrid", HaasStokesEstimator::chosen);
  }

  /** Shlosser's estimate. */
  public static HaasStokesEstimator shlosser() {
    return new HaasStokesEstimator(
        "shlosser",
        sample ->
            sample.persons().observedPersons()
                + sample.persons().personsSeen(1) * unseenPerOnce(sample));
  }

  /** Shlosser's estimate, corrected for uneven persons. */
  public static HaasStokesEstimator sh3() {
    return new HaasStokesEstimator("sh3", HaasStokesEstimator::corrected);
  }

  @Override
  public PersonEstimate estimate(DumpSample sample, double confidence) {
    Confidence.check(confidence);
    double observed = sample.persons().observedPersons();
    if (sample.dumpRecords().isEmpty() || observed == 0) {
      return PersonEstimate.refused(
          method, observed, "Records, and the number of records of the dump.", confidence);
    }
    double most = observed + sample.dumpRecords().orElseThrow() - sample.persons().records();
    boolean allSeen = sample.sampledRatio() == 1 || sample.persons().personsSeen(1) == 0;
    double persons = allSeen ? observed : formula.applyAsDouble(sample);
    return PersonEstimate.builder(EstimateScope.DUMP, method, confidence)
        .persons(Math.max(observed, Math.min(most, persons)))
        .assumptions(
            "Every record of the dump had the same chance to be in the sample, and the dump has the"
                + " stated number of records. A reference: far off for small samples of uneven"
                + " persons, and without an interval.")
        .diagnostic("unevenness_cv2", HaasStokes.of(sample).unevenness())
        .build();
  }

  private static double stabilised(DumpSample sample) {
    Map<Long, Long> kept = new TreeMap<>(sample.persons().asMap().headMap(STABLE_TIMES + 1));
    if (kept.isEmpty()) {
      return sample.persons().observedPersons();
    }
    FrequencyOfFrequencies stable = FrequencyOfFrequencies.of(kept);
    double others = sample.persons().observedPersons() - (double) stable.observedPersons();
    double othersRecords = sample.persons().records() - (double) stable.records();
    double dumpRecords = sample.dumpRecords().orElseThrow() - othersRecords / sample.sampledRatio();
    return others
        + HaasStokes.of(
                new DumpSample(
                    stable, OptionalLong.of(Math.max(stable.records(), Math.round(dumpRecords)))))
            .duj2();
  }

  private static double chosen(DumpSample sample) {
    HaasStokes parts = HaasStokes.of(sample);
    if (parts.unevenness() == 0) {
      return parts.duj1();
    }
    if (parts.unevenness() < EVEN) {
      return parts.duj2();
    }
    return parts.unevenness() < UNEVEN ? stabilised(sample) : corrected(sample);
  }

  private static double unseenPerOnce(DumpSample sample) {
    double ratio = sample.sampledRatio();
    double logUnseen = Math.log1p(-ratio);
    return HaasStokes.sum(sample, times -> Math.exp(times * logUnseen))
        / HaasStokes.sum(sample, times -> times * ratio * Math.exp((times - 1) * logUnseen));
  }

  private static double corrected(DumpSample sample) {
    double ratio = sample.sampledRatio();
    double logUnseen = Math.log1p(-ratio);
    double logSeen = Math.log1p(ratio);
    double squared = unseenPerOnce(sample) * unseenPerOnce(sample);
    double numerator =
        HaasStokes.sum(
            sample, times -> times * ratio * ratio * Math.exp((times - 1) * (logUnseen + logSeen)));
    double denominator =
        HaasStokes.sum(
            sample,
            times -> -Math.exp(times * (logUnseen + logSeen)) * Math.expm1(-times * logSeen));
    return sample.persons().observedPersons()
        + sample.persons().personsSeen(1) * (numerator / denominator) * squared;
  }
}
