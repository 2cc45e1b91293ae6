package leakcensus.semantic.validate;

/**
 * Whether a value has the form that a standard or statute prescribes.
 *
 * <p>A rule keeps no value, throws for none, and takes time linear in its length.
 */
@FunctionalInterface
public interface ValueRule {

  /** Whether this value, blanks around it dropped, has the form. */
  boolean passes(String value);

  /**
   * The part of random values that pass: of the right length and alphabet and, where the form holds
   * a date or an area, with a real one; a ratio in (0, 1]. One where nothing but the shape is
   * looked at.
   */
  default double chanceRatio() {
    return 1;
  }
}
