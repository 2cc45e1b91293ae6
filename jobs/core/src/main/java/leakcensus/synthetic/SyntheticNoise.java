package leakcensus.synthetic;

import java.io.Serializable;

/**
 * What is wrong in a synthetic leak, and how often. All ratios lie in [0, 0.9].
 *
 * @param exactDuplicateRatio chance that the dump holds a record a second time, word for word
 * @param nearDuplicateRatio chance that the dump holds a record a second time, written otherwise
 * @param nameTypoRatio chance that a stated name has a slip
 * @param invalidIdRatio chance that a stated national id has a wrong character
 * @param junkPhoneRatio chance that a stated phone is a placeholder that many records share
 * @param brokenRatio chance that a record of a text file cannot be parsed
 */
public record SyntheticNoise(
    double exactDuplicateRatio,
    double nearDuplicateRatio,
    double nameTypoRatio,
    double invalidIdRatio,
    double junkPhoneRatio,
    double brokenRatio)
    implements Serializable {

  private static final double MOST_RATIO = 0.9;

  public SyntheticNoise {
    requireNoise("exact duplicates", exactDuplicateRatio);
    requireNoise("near duplicates", nearDuplicateRatio);
    requireNoise("name typos", nameTypoRatio);
    requireNoise("invalid ids", invalidIdRatio);
    requireNoise("junk phones", junkPhoneRatio);
    requireNoise("broken records", brokenRatio);
  }

  /** A leak without any fault. */
  public static SyntheticNoise none() {
    return new SyntheticNoise(0, 0, 0, 0, 0, 0);
  }

  static void requireNoise(String what, double ratio) {
    if (!(ratio >= 0 && ratio <= MOST_RATIO)) {
      throw new IllegalArgumentException(
          "Invalid ratio of %s: %s (must be 0 to %s)".formatted(what, ratio, MOST_RATIO));
    }
  }
}
