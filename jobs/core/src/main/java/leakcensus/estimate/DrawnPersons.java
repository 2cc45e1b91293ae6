package leakcensus.estimate;

import java.util.List;

/**
 * The row of the persons in partitions that were drawn by the probability of their links.
 *
 * <pre>{@code
 * persons = median over draws      interval = quantiles of the draws at (1 - confidence) / 2 and above
 * }</pre>
 *
 * <p>Units: persons. Errors: says how sure the links are that were looked at, and nothing of links
 * that no comparison found or of a wrong model; a reference, never selected.
 */
public final class DrawnPersons {

  private DrawnPersons() {}

  /** The row of some draws, at least one. */
  public static PersonEstimate of(List<FrequencyOfFrequencies> drawn, double confidence) {
    long[] sorted =
        drawn.stream().mapToLong(FrequencyOfFrequencies::observedPersons).sorted().toArray();
    int cut = cut(sorted.length, confidence);
    return PersonEstimate.builder(EstimateScope.SAMPLE, "drawn_partitions", confidence)
        .persons(sorted[sorted.length / 2])
        .lowerPersons(sorted[cut])
        .upperPersons(sorted[sorted.length - 1 - cut])
        .assumptions(
            "Persons in partitions drawn by the probability of their links. Holds if those"
                + " probabilities are right and no link has escaped comparison.")
        .diagnostic("draws", sorted.length)
        .build();
  }

  /** How many draws lie outside the interval on each side. */
  public static int cut(int draws, double confidence) {
    return (int) Math.floor(draws * (1 - confidence) / 2);
  }
}
