package leakcensus.match;

import java.util.SortedMap;
import leakcensus.cluster.UnfoldFragments;
import leakcensus.estimate.LinkageBounds;

/**
 * Says how many persons the sample holds, given the clusters that the matching formed and how many
 * pairs of one person there must be.
 *
 * <pre>{@code
 * M    pairs of one person that the model expects among all pairs
 * H    pairs inside the clusters                 d = share of M that is in doubt
 * best  = persons unfolded from the clusters with r = min(1, H / M)
 * e     = 0.005 + 0.6 d + 0.5 / sqrt(M)
 * lower = the same with M (1 + e)                upper = the same with M (1 - e), times 1.002 + d / 4
 * }</pre>
 *
 * <p>Units: persons. Errors: M rests on the independence of fields inside each class of pairs. The
 * three numbers of e were chosen on 40 simulated leaks, of which the interval held the truth in 39;
 * it is no confidence interval by derivation.
 *
 * <p>Source: own.
 */
public final class EstimateMatching {

  private static final double LEAST_ERROR = 0.005;
  private static final double ERROR_PER_DOUBT = 0.6;
  private static final double ERROR_OF_CHANCE = 0.5;
  private static final double LEAST_FALSE_JOINS = 0.002;
  private static final double FALSE_JOINS_PER_DOUBT = 0.25;

  private static final String ASSUMPTIONS =
      "Mentions are joined by the probability that they are one person; the count is corrected for"
          + " links that no comparison could find. Fields agree independently of each other among"
          + " mentions of one person, of a household, of neighbours and of strangers. The interval is"
          + " calibrated on simulated leaks.";

  private EstimateMatching() {}

  /**
   * Persons of the sample.
   *
   * @param clustersBySize clusters by their number of signatures
   * @param unattributable mentions too thin to be anyone, and organisations: one person each at the
   *     upper end
   */
  public static LinkageBounds estimate(
      MatchFindings findings, SortedMap<Long, Long> clustersBySize, long unattributable) {
    double held = 0;
    long clusters = 0;
    for (var size : clustersBySize.entrySet()) {
      held += size.getValue() * (size.getKey() * (size.getKey() - 1.0) / 2);
      clusters = Math.addExact(clusters, size.getValue());
    }
    if (clusters == 0) {
      return new LinkageBounds(0, 0, unattributable, ASSUMPTIONS);
    }
    double expected = findings.model().expectedSamePairs();
    double doubt = findings.doubtRatio();
    double error =
        Math.min(
            0.9, LEAST_ERROR + ERROR_PER_DOUBT * doubt + ERROR_OF_CHANCE / Math.sqrt(expected));
    long best = Math.round(persons(clustersBySize, held, expected));
    long lower = (long) Math.floor(persons(clustersBySize, held, expected * (1 + error)));
    double highest = persons(clustersBySize, held, expected * (1 - error));
    double falseJoins = 1 + LEAST_FALSE_JOINS + FALSE_JOINS_PER_DOUBT * doubt;
    long upper = (long) Math.ceil(highest * falseJoins);
    return new LinkageBounds(
        Math.min(lower, best),
        best,
        Math.addExact(Math.max(upper, best), unattributable),
        ASSUMPTIONS);
  }

  private static double persons(
      SortedMap<Long, Long> clustersBySize, double heldPairs, double expectedPairs) {
    double ratio = Math.min(1, heldPairs / expectedPairs);
    // Without a single pair held there is nothing from which fragments could be told.
    return UnfoldFragments.persons(UnfoldFragments.unfold(clustersBySize, ratio > 0 ? ratio : 1));
  }
}
