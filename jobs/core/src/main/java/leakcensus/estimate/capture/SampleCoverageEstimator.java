package leakcensus.estimate.capture;

import java.util.List;
import leakcensus.estimate.EstimateScope;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.UnseenInterval;
import org.hipparchus.analysis.differentiation.Gradient;

/**
 * The sample coverage approach of Chao and Tsay: persons from three or more lists that need not be
 * independent.
 *
 * <pre>{@code
 * t lists, M persons seen, n_j on list j, z_j on list j only, A_jk on both j and k
 * W_jk = z_j + z_k + 2 (persons on j and k and no other)
 *
 * C   = 1 - (1/t) sum z_j / n_j                     coverage
 * D   = M - (1/t) sum z_j
 *
 * indep:  N0 = D / C
 * hsc:    N  = (t D - sum W_jk) / (t C - sum W_jk A_jk / (n_j n_k))
 * lsc:    N1 = D / C + (1 / (t C)) sum W_jk (N' A_jk / (n_j n_k) - 1),
 *         N' = the same with N0 in the place of N'
 *
 * sample_coverage = hsc where C > 0.55, else lsc
 * var = sum z_i g_i^2 - (sum z_i g_i)^2 / N,  g_i = derivative of N by the count of history i
 *
 * interval: log-normal in N - M
 * }</pre>
 *
 * <p>Units: persons in, persons out; C is a ratio.
 *
 * <p>Errors: indep assumes independent lists. hsc allows dependence between pairs of lists but is
 * unstable where few persons are shared: below a coverage of 0.55 it may be ten times too high, and
 * where its denominator vanishes it has no value. lsc corrects for dependence one step only, so
 * part of it stays: under positive dependence it is still too low. The variance is the first-order
 * one of the multinomial that CARE1 draws its bootstrap from; it is too small where hsc is
 * unstable.
 *
 * <p>Sources: A. Chao and P. Tsay (1998), J. Amer. Statist. Assoc. 93, 283-293 (indep, hsc, C); A.
 * Chao et al. (2001), Statist. Med. 20, 3123-3157 (lsc); the R package CARE1 (Hsieh 2012) warns at
 * C {@literal <=} 0.55 (rule).
 */
final class SampleCoverageEstimator {

  private static final double SUFFICIENT_COVERAGE_RATIO = 0.55;

  private static final String RULE =
      "The overlap of the sources tells how much of the population they cover. With a coverage"
          + " above 55 percent dependence between two sources is corrected fully, otherwise in one"
          + " step, which leaves the number too low if the sources tend to hold the same persons.";

  private static final String INDEPENDENT =
      "The sources are independent of each other. If they tend to hold the same persons, the number"
          + " is too low; if they avoid each other, too high.";

  private static final String LOW =
      "The sources cover little of the population; dependence between them is corrected in one"
          + " step, which leaves the number too low if they tend to hold the same persons.";

  private static final String HIGH =
      "The sources cover most of the population, so that dependence between two of them can be"
          + " corrected; with a coverage below 55 percent the number is unstable.";

  private static final String NEEDED =
      "Sources that share more persons; so few are shared that the number has no value.";

  private final SampleCoverage coverage;
  private final double confidence;

  private SampleCoverageEstimator(SampleCoverage coverage, double confidence) {
    this.coverage = coverage;
    this.confidence = confidence;
  }

  /** The row that the rule chooses, then those of the three variants. */
  static List<PersonEstimate> of(CaptureHistories histories, double confidence) {
    SampleCoverage coverage = new SampleCoverage(new CoverageStatistics(histories));
    return new SampleCoverageEstimator(coverage, confidence).rows();
  }

  private List<PersonEstimate> rows() {
    Gradient oneStep = coverage.oneStep();
    Gradient full = coverage.full();
    Gradient chosen = coverage.coverageRatio() > SUFFICIENT_COVERAGE_RATIO ? full : oneStep;
    return List.of(
        row("sample_coverage", RULE, chosen),
        row("sample_coverage_indep", INDEPENDENT, coverage.independent()),
        row("sample_coverage_lsc", LOW, oneStep),
        row("sample_coverage_hsc", HIGH, full));
  }

  private PersonEstimate row(String method, String assumptions, Gradient persons) {
    PersonEstimate.Builder row =
        PersonEstimate.builder(EstimateScope.DUMP, method, confidence)
            .assumptions(assumptions)
            .diagnostic("coverage_ratio", coverage.coverageRatio())
            .diagnostic("mean_seen_persons", coverage.averageSeenPersons())
            .diagnostic("seen_persons", coverage.seen());
    double seen = coverage.seen();
    if (!(coverage.coverageRatio() > 0
        && persons.getValue() >= seen
        && persons.getValue() < Double.POSITIVE_INFINITY)) {
      return row.lowerPersons(seen).needed(NEEDED).build();
    }

    double variance = coverage.variance(persons);
    UnseenInterval interval =
        UnseenInterval.of(seen, persons.getValue() - seen, variance, confidence);
    return row.persons(persons.getValue())
        .lowerPersons(interval.lowerPersons())
        .upperPersons(interval.upperPersons())
        .diagnostic("standard_error_persons", Math.sqrt(variance))
        .build();
  }
}
