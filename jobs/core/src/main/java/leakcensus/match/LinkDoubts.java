package leakcensus.match;

import java.util.OptionalDouble;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;

/**
 * The sums of each {@link LinkDoubt} over all components.
 *
 * @param missedPairs expected pairs of one person across clusters
 * @param missedJoins joins of clusters that they amount to
 * @param falseJoins expected joins that are one too many
 */
public record LinkDoubts(double missedPairs, double missedJoins, double falseJoins) {

  public LinkDoubts {
    if (!(missedPairs >= 0 && missedJoins >= 0 && falseJoins >= 0)) {
      throw new IllegalArgumentException(
          "Invalid doubts: %s missed pairs, %s missed joins, %s false joins (must be numbers >= 0)"
              .formatted(missedPairs, missedJoins, falseJoins));
    }
  }

  /** The doubts that were counted. */
  public static LinkDoubts of(CountTable counts) {
    return new LinkDoubts(
        sum(counts, LinkDoubt.MISSED_PAIRS),
        sum(counts, LinkDoubt.MISSED_JOINS),
        sum(counts, LinkDoubt.FALSE_JOINS));
  }

  /** Joins that a missed pair is worth, a ratio; nothing where no pair is missed. */
  OptionalDouble joinsOfMissedPair() {
    return missedPairs > 0 ? OptionalDouble.of(missedJoins / missedPairs) : OptionalDouble.empty();
  }

  private static double sum(CountTable counts, LinkDoubt doubt) {
    return LinkDoubt.value(counts.at(Measure.LINK_DOUBT, CountTable.ALL_SOURCES, doubt.ordinal()));
  }
}
