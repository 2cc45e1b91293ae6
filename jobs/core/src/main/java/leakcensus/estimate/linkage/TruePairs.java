package leakcensus.estimate.linkage;

import leakcensus.estimate.Confidence;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.estimate.PoissonInterval;

/**
 * The pairs of records of one person that samples like this one hold in the mean, corrected for
 * links that are false and links that were missed.
 *
 * <pre>{@code
 * n   records      C  = n (n - 1) / 2    O  observed pairs    D  their dispersion
 * a = k / m   false links per pair of strangers (decoys)      s = j / p   pairs found (planted)
 * h   false pairs in households
 *
 * pairs = max(0, O - a C - h) / s
 *
 * ends: melded from  D Gamma(O/D) and D Gamma(O/D + 1),  Gamma(k + 1) / m and Gamma(k) / m,
 *                    Beta(j + 1, p - j) and Beta(j, p - j + 1)
 * upper end: links by themselves, at least Garwood's of no pair over s
 * lower end: links of whole groups, see LinkedPairs
 * w = (f2 - a C - h) / (O - a C - h), cut at 0 and 1
 * }</pre>
 *
 * <p>Units: records and pairs. Where the lower end is 0, nothing shows that there is a true pair.
 *
 * <p>Errors: false and missed links are as likely for everybody on whom decoys and planted copies
 * are not like. Copies and decoys that stand for few records many times make both ends too close.
 * False pairs in households are taken as stated.
 *
 * <p>Sources: melding M. Fay, M. Proschan, E. Brittain (2015), Biometrics 71, 146-156; correction
 * of links by their rates of error as Y. Ding, S. Fienberg (1994), Survey Methodol. 20, 149-158
 * (not checked).
 *
 * @param observedPairs pairs as linked
 * @param falsePairs those of them expected to be false
 * @param pairs true pairs; 0 where no more are observed than false ones are expected
 * @param lowerPairs lower end
 * @param upperPairs upper end
 * @param confidence nominal coverage of the interval, a ratio in (0, 1)
 */
public record TruePairs(
    double observedPairs,
    double falsePairs,
    double pairs,
    double lowerPairs,
    double upperPairs,
    double confidence) {

  public TruePairs {
    Confidence.check(confidence);
    if (!(0 <= lowerPairs && lowerPairs <= pairs && pairs <= upperPairs)) {
      throw new IllegalArgumentException(
          "Invalid true pairs: %s not inside [%s, %s]".formatted(pairs, lowerPairs, upperPairs));
    }
  }

  /** The true pairs behind a table of frequencies of at least two records. */
  public static TruePairs of(
      FrequencyOfFrequencies frequencies, LinkageErrors errors, double confidence) {
    return between(frequencies, errors, errors, confidence);
  }

  /**
   * The same where the errors are not known for certain.
   *
   * @param fewest errors that leave the fewest pairs true: they make the lower end, and the false
   *     pairs of the number
   * @param most errors that leave the most pairs true: they make the upper end, and the missed ones
   */
  public static TruePairs between(
      FrequencyOfFrequencies frequencies,
      LinkageErrors fewest,
      LinkageErrors most,
      double confidence) {
    Confidence.check(confidence);
    double records = frequencies.records();
    if (!(records >= 2)) {
      throw new IllegalArgumentException(
          "Invalid records: %d (two at least make a pair)".formatted(frequencies.records()));
    }
    double observed = frequencies.pairs();
    double falsePairs = fewest.falseRatio() * records * (records - 1) / 2 + fewest.householdPairs();
    double linked = Math.max(0, observed - falsePairs);
    double pairs = linked / most.foundRatio();
    double tail = (1 - confidence) / 2;
    return new TruePairs(
        observed,
        falsePairs,
        pairs,
        Math.min(pairs, lower(frequencies, fewest, falsePairs).quantile(tail)),
        Math.max(
            pairs, Math.max(ofNone(most, confidence), upper(frequencies, most).quantile(1 - tail))),
        confidence);
  }

  /** Whether there may be no true pair at all, so that nothing bounds the persons from above. */
  public boolean includesNone() {
    return lowerPairs == 0;
  }

  /**
   * What may be there where no true pair is seen: fewer than false ones are expected say no more.
   */
  private static double ofNone(LinkageErrors errors, double confidence) {
    return PoissonInterval.of(0, confidence).upper() / errors.foundRatio();
  }

  private static MeldedPairs lower(
      FrequencyOfFrequencies frequencies, LinkageErrors errors, double falsePairs) {
    double linked = frequencies.pairs() - falsePairs;
    double alone = frequencies.personsSeen(2) - falsePairs;
    double aloneRatio = linked <= 0 || alone <= 0 ? 0 : Math.min(1, alone / linked);
    double dispersion = frequencies.pairDispersionRatio();
    return new MeldedPairs(
        new LinkedPairs.AsGroups(frequencies.records(), errors.householdPairs(), aloneRatio),
        ConfidenceLaw.lowerOfCount(frequencies.pairs() / dispersion, dispersion),
        ConfidenceLaw.upperOfCount(errors.decoyJoinedPairs(), 1.0 / errors.decoyPairs()),
        ConfidenceLaw.upperOfRatio(errors.plantedJoinedPairs(), errors.plantedPairs()));
  }

  private static MeldedPairs upper(FrequencyOfFrequencies frequencies, LinkageErrors errors) {
    double dispersion = frequencies.pairDispersionRatio();
    return new MeldedPairs(
        new LinkedPairs.Singly(frequencies.records(), errors.householdPairs()),
        ConfidenceLaw.upperOfCount(frequencies.pairs() / dispersion, dispersion),
        ConfidenceLaw.lowerOfCount(errors.decoyJoinedPairs(), 1.0 / errors.decoyPairs()),
        ConfidenceLaw.lowerOfRatio(errors.plantedJoinedPairs(), errors.plantedPairs()));
  }
}
