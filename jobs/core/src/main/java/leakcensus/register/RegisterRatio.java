package leakcensus.register;

import java.util.Locale;

/**
 * How often something happens in a made-up register. Each is a ratio from 0 to its own limit; a
 * register that varies draws it between 0 and another limit.
 *
 * <p>The ordinal is a place in the tally; new ratios go to the end.
 */
public enum RegisterRatio {
  /** Values of a record, its names apart, that are left out. */
  MISSING(0.9, 0.4),
  /** Records without given name or without surname, never without both. */
  MISSING_NAME(0.5, 0.06),
  /** Stated names with a slip. */
  NAME_TYPO(0.9, 0.3),
  /** Stated birth dates with a slip in their digits. */
  DATE_TYPO(0.9, 0.15),
  /** Stated phones with a slip. */
  PHONE_TYPO(0.9, 0.15),
  /** Stated e-mail addresses with a slip. */
  EMAIL_TYPO(0.9, 0.1),
  /** Stated addresses with a slip. */
  ADDRESS_TYPO(0.9, 0.3),
  /** Stated national ids with a slip. */
  ID_TYPO(0.9, 0.15),
  /** Records with given name and surname in each other's place. */
  SWAPPED_NAMES(0.9, 0.1),
  /** Given names of which the first letter alone is stated. */
  INITIAL(0.9, 0.2),
  /** Records that state another home of the person: address, postcode and locality. */
  MOVED(0.9, 0.4),
  /** Stated phones that are another one of the person. */
  PHONE_CHANGED(0.9, 0.4),
  /** Stated surnames that are another one of the person, such as by marriage. */
  SURNAME_CHANGED(0.9, 0.15),
  /** Households of two and more who live at one address. */
  SHARED_ADDRESS(1, 1),
  /** Households of two and more with one phone for all. */
  SHARED_PHONE(1, 0.6),
  /** Households of two and more with one e-mail address for all. */
  SHARED_EMAIL(1, 0.4),
  /** Members of a household behind the first who bear the surname of the first. */
  SAME_SURNAME(1, 1),
  /** Households of two and more whose last two members are twins. */
  TWINS(1, 0.06),
  /** Households of two and more whose second member is a child with the name of the first. */
  NAMESAKES(1, 0.12),
  /** Persons with an e-mail address. */
  EMAIL(1, 1),
  /** Records that the files hold a second time, word for word. */
  DUPLICATE(0.9, 0.15),
  /** Stated national ids that are placeholders. */
  JUNK_ID(0.9, 0.05),
  /** Stated phones that are placeholders. */
  JUNK_PHONE(0.9, 0.05),
  /** Stated birth dates that are placeholders. */
  DEFAULT_DATE(0.9, 0.05),
  /**
   * Records that carry a resident id of mainland China with a right check digit. Above 0 the
   * register has no other ids, and no id has a slip or is a placeholder.
   */
  TRUSTED(1, 0);

  private static final RegisterRatio[] RATIOS = values();

  /** Number of ratios. */
  static final int COUNT = RATIOS.length;

  private final double most;
  private final double variedMost;

  RegisterRatio(double most, double variedMost) {
    this.most = most;
    this.variedMost = variedMost;
  }

  /** The name in the configuration, such as {@code name-typo-ratio}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-') + "-ratio";
  }

  /** Whether it tells of persons and households, not of records. */
  boolean isOfPersons() {
    return ordinal() >= SHARED_ADDRESS.ordinal() && ordinal() <= EMAIL.ordinal();
  }

  /** The largest value that is accepted. */
  double most() {
    return most;
  }

  /** The largest value that a register that varies can have. */
  double variedMost() {
    return variedMost;
  }
}
