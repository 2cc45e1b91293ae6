package leakcensus.match;

import it.unimi.dsi.fastutil.longs.Long2LongMap;
import it.unimi.dsi.fastutil.longs.Long2LongSortedMap;

/** Fits the model to all pairs of the signatures, and says how much of them it leaves in doubt. */
public final class LearnFromPairs {

  private LearnFromPairs() {}

  /**
   * What is learnt.
   *
   * @param pairsByPattern compared pairs by pattern
   * @param sample pairs of a random part of the signatures that were not compared
   * @param signatures number of signatures
   */
  public static MatchFindings learn(
      Long2LongSortedMap pairsByPattern, CompareSample sample, long signatures) {
    PatternWeights weights = new PatternWeights();
    long compared = 0;
    for (Long2LongMap.Entry entry : pairsByPattern.long2LongEntrySet()) {
      weights.add(entry.getLongKey(), entry.getLongValue());
      compared = Math.addExact(compared, entry.getLongValue());
    }
    sample.addTo(weights, Math.max(0, signatures * (signatures - 1.0) / 2 - compared));
    MatchModel model = FitMatchModel.fit(weights, signatures);
    double same = 0;
    double doubtful = 0;
    for (Long2LongMap.Entry entry : pairsByPattern.long2LongEntrySet()) {
      double probability = 1 / (1 + Math.exp(-model.logOdds(entry.getLongKey())));
      same += entry.getLongValue() * probability;
      doubtful += entry.getLongValue() * Math.min(probability, 1 - probability);
    }
    return new MatchFindings(model, signatures, compared, same, doubtful);
  }
}
