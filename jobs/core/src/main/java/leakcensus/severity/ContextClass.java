package leakcensus.severity;

import java.util.Locale;

/**
 * The four kinds of data that ENISA's method tells apart, with the score that each begins with.
 *
 * <p>Source: ENISA (2013), Recommendations for a methodology of the assessment of severity of
 * personal data breaches, data processing context.
 */
public enum ContextClass {
  /** Who somebody is and how to reach her. */
  SIMPLE(1),
  /** Where somebody goes, what she does and likes. */
  BEHAVIOURAL(2),
  /** What somebody earns, owns, owes and pays. */
  FINANCIAL(3),
  /** What the law protects most: health, beliefs, crimes and the like. */
  SENSITIVE(4);

  private final int score;

  ContextClass(int score) {
    this.score = score;
  }

  /** The score before anything else is known, 1 to 4. */
  public int score() {
    return score;
  }

  /** The class in words. */
  public String words() {
    return name().toLowerCase(Locale.ROOT);
  }
}
