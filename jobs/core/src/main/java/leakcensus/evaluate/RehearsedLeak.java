package leakcensus.evaluate;

/**
 * What a census made of a leak whose truth is known.
 *
 * <pre>{@code
 * interval score = (upper - lower) + 2 / a (lower - truth)  where the truth lies below
 *                                  + 2 / a (truth - upper)  where it lies above
 * a = 1 - confidence
 * }</pre>
 *
 * <p>Units: persons; widths, errors and scores as ratios to the true persons.
 *
 * <p>Errors: an interval without an upper end has an infinite width and score.
 *
 * <p>Sources: T. Gneiting, A. Raftery (2007), J. Amer. Statist. Assoc. 102, 359-378.
 *
 * @param name name of the leak
 * @param records records that the census kept
 * @param truePersons persons behind its mentions, at least 1
 * @param persons best count
 * @param lowerPersons lower end of the interval
 * @param upperPersons upper end of the interval, infinite where there is none
 * @param confidence nominal coverage of the interval, a ratio in (0, 1)
 * @param agreement how its persons agree with the true ones
 * @param seconds how long the census took
 */
public record RehearsedLeak(
    String name,
    long records,
    long truePersons,
    double persons,
    double lowerPersons,
    double upperPersons,
    double confidence,
    ClusterAgreement agreement,
    double seconds) {

  public RehearsedLeak {
    if (truePersons < 1) {
      throw new IllegalArgumentException(
          "Invalid truth: %d persons (must be at least 1)".formatted(truePersons));
    }
    if (!(0 <= lowerPersons && lowerPersons <= persons && persons <= upperPersons)) {
      throw new IllegalArgumentException(
          "Invalid interval: %s in [%s, %s] (must be ordered, from 0)"
              .formatted(persons, lowerPersons, upperPersons));
    }
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException(
          "Invalid confidence: %s (must be a ratio inside (0, 1))".formatted(confidence));
    }
  }

  /** Whether the interval holds the truth. */
  public boolean covered() {
    return lowerPersons <= truePersons && truePersons <= upperPersons;
  }

  /** How far the count is off, relative to the truth; below 0 where it is too low. */
  public double relativeError() {
    return (persons - truePersons) / truePersons;
  }

  /** Width of the interval, relative to the truth. */
  public double relativeWidth() {
    return (upperPersons - lowerPersons) / truePersons;
  }

  /** Interval score, relative to the truth; smaller is better. */
  public double relativeScore() {
    double outside = Math.max(0, Math.max(lowerPersons - truePersons, truePersons - upperPersons));
    return relativeWidth() + 2 / (1 - confidence) * outside / truePersons;
  }
}
