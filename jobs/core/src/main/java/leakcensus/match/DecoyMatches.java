package leakcensus.match;

/**
 * Pairs of a person who cannot exist and a mention, none of which is one person.
 *
 * <pre>{@code
 * n  pairs compared       k  of them more likely one person than two       N  all pairs of contents
 *
 * false matches of strangers among all pairs   = k N / n
 * by the model                                 = N / n sum of P(same)
 * }</pre>
 *
 * <p>Units: pairs. Errors: with k = 0 there may still be 3 N / n (-ln 0.05, pairs taken as
 * independent). Families, twins and namesakes are no strangers, and not among these.
 *
 * @param pairs pairs compared
 * @param joinedPairs those of probability 0.5 and more
 * @param expectedPairs sum of the probabilities
 * @param allPairs pairs of all contents of the sample
 */
public record DecoyMatches(long pairs, long joinedPairs, double expectedPairs, double allPairs) {

  public DecoyMatches {
    if (!(joinedPairs >= 0 && joinedPairs <= pairs && expectedPairs >= 0 && allPairs >= 0)) {
      throw new IllegalArgumentException(
          "Invalid decoys: %d of %d pairs joined, %s expected, %s in all"
              .formatted(joinedPairs, pairs, expectedPairs, allPairs));
    }
  }

  /** False matches of strangers among all pairs, scaled from those seen. */
  public double scaledJoinedPairs() {
    return scaled(joinedPairs);
  }

  /** The same by the model. */
  public double scaledExpectedPairs() {
    return scaled(expectedPairs);
  }

  private double scaled(double ofCompared) {
    return pairs == 0 ? 0 : ofCompared / pairs * allPairs;
  }
}
