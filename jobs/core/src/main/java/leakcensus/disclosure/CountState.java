package leakcensus.disclosure;

/** What an outsider is told of a count. */
enum CountState {
  /** Told, and never withheld: a count of structure, or zero. */
  EXEMPT,
  /** Told. */
  SHOWN,
  /** Told as a multiple of the base of rounding. */
  ROUNDED,
  /** The same, and never withheld. */
  ROUNDED_EXEMPT,
  /** Not told, though it is told that it is not zero. */
  WITHHELD,
  /** Stands in no table, but must not follow from them if it is small. */
  DIFFERENCE,
  /** Stands in no table and says nothing of its own. */
  UNSEEN;

  boolean isKnown() {
    return this == EXEMPT || this == SHOWN;
  }

  boolean isRounded() {
    return this == ROUNDED || this == ROUNDED_EXEMPT;
  }

  /** Whether less could be told of it. */
  boolean mayBeWithheld() {
    return this == SHOWN || this == ROUNDED;
  }

  boolean isGuarded() {
    return this == WITHHELD || this == DIFFERENCE;
  }
}
