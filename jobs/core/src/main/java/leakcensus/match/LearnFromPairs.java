package leakcensus.match;

import it.unimi.dsi.fastutil.longs.Long2LongMap;

/** Fits the model to all pairs of the signatures, compared or not. */
public final class LearnFromPairs {

  private LearnFromPairs() {}

  /**
   * What is learnt.
   *
   * @param tally the compared pairs
   * @param sample pairs of a random part of the signatures that were not compared
   * @param signatures number of signatures
   */
  public static MatchFindings learn(PairTally tally, CompareSample sample, long signatures) {
    PatternWeights weights = new PatternWeights();
    for (Long2LongMap.Entry entry : tally.pairs().long2LongEntrySet()) {
      weights.add(entry.getLongKey(), entry.getLongValue());
    }
    sample.addTo(weights, Math.max(0, signatures * (signatures - 1.0) / 2 - weights.pairs()));
    return new MatchFindings(FitMatchModel.fit(weights, signatures), signatures, tally);
  }
}
