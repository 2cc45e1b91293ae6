package leakcensus.match;

/**
 * What shows, without labels, how far a model can be believed. It changes no count.
 *
 * @param decoys how many pairs of two persons the model would join
 * @param bands how common values are, for pairs whose values nobody has counted
 */
public record MatchChecks(DecoyMatches decoys, TypicalBands bands) {

  /** The checks of nothing. */
  public static MatchChecks none() {
    return new MatchChecks(new DecoyMatches(0, 0, 0, 0), new TypicalBands(0));
  }
}
