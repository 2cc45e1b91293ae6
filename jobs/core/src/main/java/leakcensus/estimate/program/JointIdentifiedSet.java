package leakcensus.estimate.program;

import java.util.OptionalDouble;
import leakcensus.estimate.Confidence;
import leakcensus.estimate.DumpSample;
import leakcensus.estimate.FrequencyEstimator;
import leakcensus.estimate.PersonEstimate;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * All numbers of persons that a random sample of a dump of known size permits, whatever the law of
 * the records per person, with the errors of all counts taken together.
 *
 * <pre>{@code
 * N_j >= 0  persons with j records in the dump, j <= r_max        sum of j N_j = R
 * E_g = sum over j of N_j P(k in g | j)   persons expected in group g,   k | j ~ Binomial(j, n / R)
 *
 * D^2 = sum over g of ((c_g - E_g) / d_g)^2,  d_g = c_g - L_g where c_g > E_g, else U_g - c_g
 * lower, upper = min, max of  sum of N_j  with  D^2 <= 1 + the smallest possible D^2
 *
 * [L_g, U_g]  Garwood's interval of c_g at confidence 1 - (1 - confidence) / 2
 * }</pre>
 *
 * <p>Each end is the best limit {@code lambda + sum of w_g c_g - length of (w_g d_g)} of weights
 * for which no dump has fewer persons; for weights chosen without the counts that limit, by the
 * method of variance estimates recovery, errs by a quarter of what the confidence leaves; the rest
 * pays for the choice of the weights by the same counts.
 *
 * <p>Units: persons and records in, persons out. No point estimate: any number inside is possible.
 * Diagnostics as for {@code lp_set}, and {@code misfit_ratio}, the root of the smallest D^2.
 *
 * <p>Errors: since the weights are chosen by the same counts, the coverage is measured, not proven.
 * It is nearest to the nominal one where the dump is the most extreme of those that look like it.
 * Not identifiable without R, and where the smallest D^2 is beyond the 0.999 quantile of
 * chi-squared.
 *
 * <p>Sources: B. Rust, W. Burrus (1972), Mathematical Programming and the Numerical Solution of
 * Linear Equations (the region); P. Stark (1992), J. Geophys. Res. 97, 14055-14082 (duality); P.
 * Batlle et al. (2023), arXiv 2310.02461 (where such regions miss); G. Zou, A. Donner (2008),
 * Statist. Med. 27, 1693-1702 (variance estimates recovery).
 */
public final class JointIdentifiedSet implements FrequencyEstimator {

  /** The name of the method. */
  public static final String METHOD = "joint_set";

  private static final String CROSSED =
      "Counts that can be taken together: the limits crossed; lp_set bounds each count alone.";

  private static final double NEVER_ACCEPTED = 0.999;

  @Override
  public PersonEstimate estimate(DumpSample sample, double confidence) {
    Confidence.check(confidence);
    if (sample.dumpRecords().isEmpty()) {
      return refused(sample, "The number of records of the dump.", confidence);
    }
    if (sample.persons().records() == 0) {
      return refused(sample, "Records: the sample is empty.", confidence);
    }
    double tail = (1 - confidence) / 2;
    CountedGroups counted = CountedGroups.of(sample, 1 - tail);
    double misfit =
        Math.max(0, counted.limit(0, Double.POSITIVE_INFINITY).orElse(Double.POSITIVE_INFINITY));
    double deviations = misfit * NormalDistribution.of(0, 1).inverseSurvivalProbability(tail / 2);
    double most =
        ChiSquaredDistribution.of(counted.counts().length)
            .inverseCumulativeProbability(NEVER_ACCEPTED);
    double radius = Math.sqrt(1 + misfit * misfit);
    OptionalDouble lower = counted.limit(1, radius);
    OptionalDouble upper = counted.limit(-1, radius);
    if (!(deviations * deviations <= most)) {
      return refused(sample, IdentifiedSet.IMPOSSIBLE, confidence);
    }
    if (lower.isEmpty() || upper.isEmpty() || lower.getAsDouble() > -upper.getAsDouble()) {
      return refused(sample, CROSSED, confidence);
    }
    return IdentifiedSet.row(METHOD, sample, lower.getAsDouble(), -upper.getAsDouble(), confidence)
        .diagnostic("misfit_ratio", misfit)
        .build();
  }

  private static PersonEstimate refused(DumpSample sample, String needed, double confidence) {
    return PersonEstimate.refused(METHOD, sample.persons().observedPersons(), needed, confidence);
  }
}
