package leakcensus.match;

import java.util.Arrays;
import java.util.Map;
import leakcensus.compare.CompareSignatures;
import leakcensus.compare.Signature;

/** Holds what the model says of labelled pairs against the labels, and calibrates it by them. */
public final class CalibrateByLabels {

  private final MatchFindings findings;
  private final Map<MentionPosition, Signature> signatures;
  private final PairLabels labels;
  private final double[] logOdds;
  private final boolean[] same;
  private int used;
  private long usedSame;
  private long notFound;
  private long decided;

  private CalibrateByLabels(
      MatchFindings findings, Map<MentionPosition, Signature> signatures, PairLabels labels) {
    this.findings = findings;
    this.signatures = signatures;
    this.labels = labels;
    logOdds = new double[labels.pairs().size()];
    same = new boolean[labels.pairs().size()];
  }

  /**
   * The findings with a calibrated model; with the same model where no label can be used.
   *
   * @param findings what was learnt without labels
   * @param signatures the signatures of labelled mentions, as far as there are any
   * @param labels the labels
   */
  public static MatchFindings calibrate(
      MatchFindings findings, Map<MentionPosition, Signature> signatures, PairLabels labels) {
    return new CalibrateByLabels(findings, signatures, labels).calibrated();
  }

  private MatchFindings calibrated() {
    labels.pairs().forEach(this::weigh);
    Calibration calibration =
        FitCalibration.fit(Arrays.copyOf(logOdds, used), Arrays.copyOf(same, used));
    MatchFindings calibrated = findings.calibrated(calibration);
    return calibrated.with(
        new LabelEffect(
            labels.pairs().size(),
            labels.unanswered(),
            notFound,
            decided,
            used,
            usedSame,
            calibration,
            findings.model().expectedSamePairs(),
            calibrated.model().expectedSamePairs()));
  }

  private void weigh(LabelledPair pair) {
    Signature one = signatures.get(pair.left());
    Signature other = signatures.get(pair.right());
    if (one == null || other == null) {
      notFound++;
    } else if (one.node() == other.node() || !ComparePairs.isComparable(one, other)) {
      decided++;
    } else {
      logOdds[used] = findings.model().logOdds(CompareSignatures.pattern(one, other));
      same[used] = pair.isSame();
      used++;
      usedSame += pair.isSame() ? 1 : 0;
    }
  }
}
