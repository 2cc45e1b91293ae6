package leakcensus.overlap;

import java.util.Locale;

/** What tells whether a person of one run is a person of another. */
public enum Trait {
  /** Valid national ids. */
  NATIONAL_ID,
  /** Valid phone numbers. */
  PHONE,
  /** Valid e-mail addresses. */
  EMAIL,
  /** Whole names, which join nobody but may keep apart. */
  NAME,
  /** Valid dates of birth, which join nobody but may keep apart. */
  BIRTH_DATE;

  private static final Trait[] TRAITS = values();

  /** Number of traits. */
  public static final int COUNT = TRAITS.length;

  /** Number of those that are identifiers; they come first. */
  public static final int IDENTIFIERS = 3;

  /** Whether two persons that share it may be one. */
  public boolean isIdentifier() {
    return ordinal() < IDENTIFIERS;
  }

  /** The trait with this ordinal. */
  public static Trait at(int ordinal) {
    return TRAITS[ordinal];
  }

  /** The name for programs, such as {@code national-id}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
