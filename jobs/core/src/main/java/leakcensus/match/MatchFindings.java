package leakcensus.match;

import it.unimi.dsi.fastutil.longs.Long2LongMap;
import it.unimi.dsi.fastutil.longs.Long2LongSortedMap;
import java.util.List;
import java.util.Optional;
import leakcensus.compare.BlockingRule;
import leakcensus.compare.Signature;

/**
 * What the matching has learnt, beside the persons it forms.
 *
 * @param model the model
 * @param signatures number of different contents that were compared
 * @param tally the pairs that were compared
 * @param checks what shows, without labels, how far the model can be believed
 * @param labels what labels have changed, if there were any
 */
public record MatchFindings(
    MatchModel model,
    long signatures,
    PairTally tally,
    MatchChecks checks,
    Optional<LabelEffect> labels) {

  /** What was learnt without labels, and not checked. */
  public MatchFindings(MatchModel model, long signatures, PairTally tally) {
    this(model, signatures, tally, MatchChecks.none(), Optional.empty());
  }

  /** The same findings, checked against a sample of the signatures. */
  public MatchFindings checked(List<Signature> sample) {
    return new MatchFindings(
        model,
        signatures,
        tally,
        new MatchChecks(CompareDecoys.compare(sample, model, signatures), TypicalBands.of(sample)),
        labels);
  }

  /**
   * The same under a corrected model. It expects as many pairs of one person more as it finds among
   * those compared; of the others labels say nothing.
   */
  MatchFindings calibrated(Calibration calibration) {
    if (calibration.equals(Calibration.NONE)) {
      return this;
    }
    MatchFindings corrected = withModel(model.calibrated(calibration, 0));
    double compared = corrected.comparedSamePairs();
    double expected =
        Math.max(compared, model.expectedSamePairs() + compared - comparedSamePairs());
    return withModel(model.calibrated(calibration, expected - model.expectedSamePairs()));
  }

  /** The same with what labels have changed. */
  MatchFindings with(LabelEffect effect) {
    return new MatchFindings(model, signatures, tally, checks, Optional.of(effect));
  }

  private MatchFindings withModel(MatchModel other) {
    return new MatchFindings(other, signatures, tally, checks, labels);
  }

  /** Number of pairs that were compared. */
  public long comparedPairs() {
    return tally.pairs().values().longStream().reduce(0, Math::addExact);
  }

  /** Pairs of one person to expect among those compared. */
  public double comparedSamePairs() {
    return samePairs(tally.pairs());
  }

  /** Pairs of one person to expect among those that a blocking rule brought together. */
  public double samePairs(BlockingRule rule) {
    return samePairs(tally.pairs(rule));
  }

  /** The compared pairs by how probable it is that they are one person. */
  public List<ProbabilityBand> bands() {
    return ProbabilityBand.of(model, tally.pairs());
  }

  /** Share of the pairs of one person of which nothing certain is known; a ratio, 0 of no pair. */
  public double doubtRatio() {
    if (model.expectedSamePairs() == 0) {
      return 0;
    }
    double doubtful = 0;
    for (ProbabilityBand band : bands()) {
      doubtful += band.expectedFalseMerges() + band.expectedFalseSplits();
    }
    return doubtful / model.expectedSamePairs() + unseenRatio();
  }

  /** Share of the pairs of one person that no comparison saw; a ratio. */
  public double unseenRatio() {
    double all = model.expectedSamePairs();
    return Math.max(0, all - comparedSamePairs()) / all;
  }

  private double samePairs(Long2LongSortedMap pairsByPattern) {
    double same = 0;
    for (Long2LongMap.Entry entry : pairsByPattern.long2LongEntrySet()) {
      same += entry.getLongValue() * model.sameProbability(entry.getLongKey());
    }
    return same;
  }
}
