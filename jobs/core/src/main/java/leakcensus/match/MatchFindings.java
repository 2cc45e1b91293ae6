package leakcensus.match;

/**
 * What the matching has learnt, beside the persons it forms.
 *
 * @param model the model
 * @param signatures number of different contents that were compared
 * @param comparedPairs pairs that were compared
 * @param comparedSamePairs pairs of one person to expect among them
 * @param doubtfulPairs pairs that the model puts on the wrong side, to expect among them
 */
public record MatchFindings(
    MatchModel model,
    long signatures,
    long comparedPairs,
    double comparedSamePairs,
    double doubtfulPairs) {

  /** Share of the pairs of one person of which nothing certain is known; a ratio. */
  public double doubtRatio() {
    double all = model.expectedSamePairs();
    return (doubtfulPairs + Math.max(0, all - comparedSamePairs)) / all;
  }
}
