package leakcensus.estimate.linkage;

/**
 * How observed pairs come of true ones, if false links join strangers and some true ones are
 * missed.
 *
 * <pre>{@code
 * n  records    C = n (n - 1) / 2    O  observed pairs     T  true pairs     L  true pairs still linked
 * a  false links per pair of strangers    h  false pairs in households    s  pairs of one person found
 *
 * singly       O = L + a C + h                              L = T s
 * as groups    1 / (1 + 2 O/n) = 1 / (1 + 2 L/n) - (a (n - 1) + 2 h/n)
 *              L = T / (1 - w + w / s)
 * }</pre>
 *
 * <p>As groups: whoever is linked with one record of a person is linked with all of them. A false
 * link then joins all records of two persons, and these may be joined further; 1 + 2 O/n is the
 * mean size of a record's group, which a branching of such links gives. And a missed link inside a
 * person is healed by the others: only the part w of the true pairs that are alone in their person
 * is missed.
 *
 * <p>Errors: people link in between. Groups are a branching as long as few false links close a
 * circle.
 *
 * <p>Source: the mean group size by branching, as for random graphs in B. Bollobas, S. Janson, O.
 * Riordan (2007), Random Struct. Algorithms 31, 3-122 (not checked).
 */
sealed interface LinkedPairs {

  /** True pairs that are linked, given what was observed; may be below 0. */
  double linked(double observedPairs, double falseRatio);

  /** Pairs to be observed; infinite where everything falls into one group. */
  double observed(double linkedPairs, double falseRatio);

  /** The ratio of false links that makes the observed of the linked pairs. */
  double falseRatio(double observedPairs, double linkedPairs);

  /** True pairs over those still linked, given the ratio of pairs found. */
  double missedFactor(double foundRatio);

  /** The ratio of pairs found that makes this factor; infinite where none is low enough. */
  double foundRatio(double missedFactor);

  /** Every link by itself. */
  record Singly(double records, double householdPairs) implements LinkedPairs {

    @Override
    public double linked(double observedPairs, double falseRatio) {
      return observedPairs - falseRatio * compared() - householdPairs;
    }

    @Override
    public double observed(double linkedPairs, double falseRatio) {
      return linkedPairs + falseRatio * compared() + householdPairs;
    }

    @Override
    public double falseRatio(double observedPairs, double linkedPairs) {
      return (observedPairs - linkedPairs - householdPairs) / compared();
    }

    @Override
    public double missedFactor(double foundRatio) {
      return 1 / foundRatio;
    }

    @Override
    public double foundRatio(double missedFactor) {
      return 1 / missedFactor;
    }

    private double compared() {
      return records * (records - 1) / 2;
    }
  }

  /**
   * Whole groups.
   *
   * @param aloneRatio part of the linked pairs that are alone in their person
   */
  record AsGroups(double records, double householdPairs, double aloneRatio) implements LinkedPairs {

    @Override
    public double linked(double observedPairs, double falseRatio) {
      return pairs(inverseSize(observedPairs) + falseLinks(falseRatio));
    }

    @Override
    public double observed(double linkedPairs, double falseRatio) {
      double inverse = inverseSize(linkedPairs) - falseLinks(falseRatio);
      return inverse > 0 ? pairs(inverse) : Double.POSITIVE_INFINITY;
    }

    @Override
    public double falseRatio(double observedPairs, double linkedPairs) {
      return (inverseSize(linkedPairs) - inverseSize(observedPairs) - 2 * householdPairs / records)
          / (records - 1);
    }

    @Override
    public double missedFactor(double foundRatio) {
      return aloneRatio == 0 ? 1 : 1 - aloneRatio + aloneRatio / foundRatio;
    }

    @Override
    public double foundRatio(double missedFactor) {
      double part = missedFactor - 1 + aloneRatio;
      return part > 0 ? aloneRatio / part : Double.POSITIVE_INFINITY;
    }

    /** False links of a record. */
    private double falseLinks(double falseRatio) {
      return falseRatio * (records - 1) + 2 * householdPairs / records;
    }

    private double inverseSize(double pairs) {
      return 1 / (1 + 2 * pairs / records);
    }

    private double pairs(double inverseSize) {
      return records / 2 * (1 / inverseSize - 1);
    }
  }
}
