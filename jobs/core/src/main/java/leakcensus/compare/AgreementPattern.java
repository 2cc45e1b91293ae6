package leakcensus.compare;

/**
 * The levels of agreement of a pair of mentions over all fields, as one number: four bits a field.
 * Millions of pairs share a few thousand patterns, and all that is learnt is learnt from those.
 */
public final class AgreementPattern {

  private static final int BITS = 4;
  private static final int MASK = (1 << BITS) - 1;

  private AgreementPattern() {}

  /** The pattern with a level set; the field must have had {@link AgreementLevel#MISSING}. */
  public static long with(long pattern, ComparisonField field, int level) {
    return pattern | (long) level << BITS * field.ordinal();
  }

  /** The level of a field. */
  public static int level(long pattern, ComparisonField field) {
    return level(pattern, field.ordinal());
  }

  /** The level of the field with this ordinal. */
  public static int level(long pattern, int field) {
    return (int) (pattern >>> BITS * field) & MASK;
  }
}
