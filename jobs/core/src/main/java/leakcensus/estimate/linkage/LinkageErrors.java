package leakcensus.estimate.linkage;

/**
 * What is known of the links behind a table of counts: how often strangers were joined, and how
 * often a person was missed.
 *
 * @param decoyPairs pairs of a record and a person who cannot exist that were compared
 * @param decoyJoinedPairs those of them that were joined, each of them falsely
 * @param plantedPairs pairs of a record and a planted copy of it, drawn as pairs of one person are
 * @param plantedJoinedPairs those of them that were joined
 * @param householdPairs expected false pairs of people who are no strangers to each other: twins,
 *     households, namesakes; no decoy stands for them
 */
public record LinkageErrors(
    long decoyPairs,
    long decoyJoinedPairs,
    long plantedPairs,
    long plantedJoinedPairs,
    double householdPairs) {

  public LinkageErrors {
    if (!(decoyPairs >= 1)) {
      throw new IllegalArgumentException(
          "Invalid decoy pairs: %d (must be >= 1)".formatted(decoyPairs));
    }
    if (!(0 <= decoyJoinedPairs && decoyJoinedPairs <= decoyPairs)) {
      throw new IllegalArgumentException(
          "Invalid joined decoy pairs: %d (must be 0 to the %d compared)"
              .formatted(decoyJoinedPairs, decoyPairs));
    }
    if (!(1 <= plantedJoinedPairs && plantedJoinedPairs <= plantedPairs)) {
      throw new IllegalArgumentException(
          "Invalid joined planted pairs: %d (must be 1 to the %d planted)"
              .formatted(plantedJoinedPairs, plantedPairs));
    }
    if (!(householdPairs >= 0 && householdPairs < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Invalid household pairs: %s (must be finite and >= 0)".formatted(householdPairs));
    }
  }

  /** False links per pair of strangers, as counted; a ratio. */
  public double falseRatio() {
    return (double) decoyJoinedPairs / decoyPairs;
  }

  /** Pairs of one person that are joined, as counted; a ratio. */
  public double foundRatio() {
    return (double) plantedJoinedPairs / plantedPairs;
  }
}
