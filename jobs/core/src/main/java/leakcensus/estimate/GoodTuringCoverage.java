package leakcensus.estimate;

/**
 * How much of what a further record would show has been seen: the chance that the next record
 * belongs to a person who is in the sample already.
 *
 * <pre>{@code
 * n   records     f1  persons seen once     f2  persons seen twice
 *
 * goodTuringRatio = 1 - f1 / n
 * chaoJostRatio   = 1 - (f1 / n) (n - 1) f1 / ((n - 1) f1 + 2 f2)
 * }</pre>
 *
 * <p>Units: records and persons in, ratios 0 to 1 out. It is a share of records, not of persons.
 *
 * <p>Errors: holds for draws with replacement. A person resolved as two raises f1 and lowers both
 * ratios. Without records, and with a single one, both are 0.
 *
 * <p>Sources: I. Good (1953), Biometrika 40, 237-264; A. Chao and L. Jost (2012), Ecology 93,
 * 2533-2547.
 *
 * @param goodTuringRatio coverage after Good and Turing
 * @param chaoJostRatio coverage after Chao and Jost
 */
public record GoodTuringCoverage(double goodTuringRatio, double chaoJostRatio) {

  /** The coverage of a sample. */
  public static GoodTuringCoverage of(FrequencyOfFrequencies frequencies) {
    double records = frequencies.records();
    double once = frequencies.personsSeen(1);
    double twice = frequencies.personsSeen(2);
    if (records == 0) {
      return new GoodTuringCoverage(0, 0);
    }

    double missed = once / records;
    double seenOnce = (records - 1) * once;
    double correction = seenOnce == 0 ? 1 : seenOnce / (seenOnce + 2 * twice);
    return new GoodTuringCoverage(1 - missed, 1 - missed * correction);
  }
}
