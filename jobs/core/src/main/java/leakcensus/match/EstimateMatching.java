package leakcensus.match;

import java.util.SortedMap;
import leakcensus.estimate.LinkageBounds;

/**
 * Says how many persons the sample holds, given the clusters that the matching formed and how many
 * pairs of one person there must be.
 *
 * <pre>{@code
 * C      clusters                     n2   contents in clusters of two and more
 * H      pairs inside them            M    pairs of one person that the model expects among all pairs
 * d      share of M in doubt          J    joins that are one too many, by the pairs inside clusters
 * w_loss = min(1, n2 / (2 H))         joins that a missed pair is worth, if contents were lost singly
 * w_seen = missed joins / missed pairs, by the pairs across clusters of one component; at most w_loss
 *
 * best  = C - (w_loss + w_seen) / 2 (M - H)+
 * e     = 0.3 d + 0.5 / sqrt(M)
 * lower = C (1 - 0.005) - w_loss (M (1 + e) - H)+
 * upper = C (1 + 0.005) - w_seen (M (1 - e) - H)+ + 1.5 (J + 2 sqrt(J))
 * }</pre>
 *
 * <p>Losing one content of a person with k takes k - 1 pairs away and adds one cluster, whence
 * w_loss; where a person falls into two halves many pairs are missed for one join, whence w_seen.
 *
 * <p>Where more than half of M was never compared, the fields cannot tell namesakes from one
 * person, and the interval is what is possible at all.
 *
 * <p>Units: persons. Errors: M rests on the independence of fields inside each class of pairs. The
 * numbers were chosen on simulated leaks; on 100 others the interval held the truth in 98. It is no
 * confidence interval by derivation.
 *
 * <p>Source: own.
 */
public final class EstimateMatching {

  private static final double ERROR_PER_DOUBT = 0.3;
  private static final double ERROR_OF_CHANCE = 0.5;
  private static final double LEAST_RATIO = 0.005;
  private static final double FALSE_JOINS_FACTOR = 1.5;

  private static final String ASSUMPTIONS =
      "Mentions are joined by the probability that they are one person; the count is corrected for"
          + " links that no comparison could find. Fields agree independently of each other among"
          + " mentions of one person, of a household, of neighbours and of strangers. The interval is"
          + " calibrated on simulated leaks.";

  private static final double MOST_UNSEEN_RATIO = 0.5;
  private static final double LITTLE_RATIO = 0.05;

  private static final String NOT_IDENTIFIABLE =
      "Not identifiable: most pairs that the model takes for one person share nothing that comparison"
          + " starts from, so the fields cannot tell namesakes from one person. The interval is what is"
          + " possible at all. Needed: a birth date, an id, a phone or an e-mail in most records.";

  private final double clusters;
  private final double contents;
  private final double expectedPairs;
  private final double heldPairs;
  private final double joinsOfLostPair;
  private final double joinsOfSeenPair;
  private final double falseJoins;
  private final double errorPairs;

  private EstimateMatching(
      MatchFindings findings, SortedMap<Long, Long> clustersBySize, LinkDoubts doubts) {
    double clusterCount = 0;
    double contentCount = 0;
    double inPairs = 0;
    double pairs = 0;
    for (var size : clustersBySize.entrySet()) {
      double members = (double) size.getValue() * size.getKey();
      clusterCount += size.getValue();
      contentCount += members;
      inPairs += size.getKey() > 1 ? members : 0;
      pairs += members * (size.getKey() - 1) / 2;
    }
    clusters = clusterCount;
    contents = contentCount;
    heldPairs = pairs;
    expectedPairs = findings.model().expectedSamePairs();
    joinsOfLostPair = pairs > 0 ? Math.min(1, inPairs / (2 * pairs)) : 1;
    joinsOfSeenPair = Math.min(joinsOfLostPair, doubts.joinsOfMissedPair().orElse(joinsOfLostPair));
    falseJoins = doubts.falseJoins();
    errorPairs =
        ERROR_PER_DOUBT * findings.doubtRatio() * expectedPairs
            + ERROR_OF_CHANCE * Math.sqrt(expectedPairs);
  }

  /**
   * Persons of the sample.
   *
   * @param clustersBySize clusters by their number of signatures
   * @param doubts what may be wrong with the clusters
   * @param unattributable mentions too thin to be anyone, and organisations: one person each at the
   *     upper end
   */
  public static LinkageBounds estimate(
      MatchFindings findings,
      SortedMap<Long, Long> clustersBySize,
      LinkDoubts doubts,
      long unattributable) {
    if (clustersBySize.values().stream().allMatch(count -> count == 0)) {
      return new LinkageBounds(0, 0, unattributable, ASSUMPTIONS);
    }
    EstimateMatching estimate = new EstimateMatching(findings, clustersBySize, doubts);
    if (findings.unseenRatio() > MOST_UNSEEN_RATIO && estimate.leansOnTheUnseen()) {
      return estimate.notIdentifiable(unattributable);
    }
    long best = Math.round(estimate.best());
    return new LinkageBounds(
        Math.min((long) Math.floor(estimate.lower()), best),
        best,
        Math.addExact(Math.max((long) Math.ceil(estimate.upper()), best), unattributable),
        ASSUMPTIONS);
  }

  /** Whether the count changes by more than a little for pairs that no cluster holds. */
  private boolean leansOnTheUnseen() {
    return joinsOfLostPair * missing(expectedPairs) > LITTLE_RATIO * clusters;
  }

  private LinkageBounds notIdentifiable(long unattributable) {
    return new LinkageBounds(
        1,
        Math.round(clusters),
        Math.addExact(Math.round(contents), unattributable),
        NOT_IDENTIFIABLE);
  }

  private double best() {
    double joins = (joinsOfLostPair + joinsOfSeenPair) / 2;
    return possible(clusters - joins * missing(expectedPairs));
  }

  private double lower() {
    return possible(
        clusters * (1 - LEAST_RATIO) - joinsOfLostPair * missing(expectedPairs + errorPairs));
  }

  private double upper() {
    return possible(
        clusters * (1 + LEAST_RATIO)
            - joinsOfSeenPair * missing(expectedPairs - errorPairs)
            + FALSE_JOINS_FACTOR * (falseJoins + 2 * Math.sqrt(falseJoins)));
  }

  private double missing(double pairs) {
    return Math.max(0, pairs - heldPairs);
  }

  /** At least one person, and not more than contents. */
  private double possible(double persons) {
    return Math.max(1, Math.min(contents, persons));
  }
}
