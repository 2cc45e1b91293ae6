package leakcensus.disclosure;

/** What an outsider is told of a count. */
enum CountState {
  /** Told, and never withheld: a count of structure, or zero. */
  EXEMPT,
  /** Told. */
  SHOWN,
  /** Not told, though it is told that it is not zero. */
  WITHHELD,
  /** Stands in no table, but must not follow from them if it is small. */
  DIFFERENCE,
  /** Stands in no table and says nothing of its own. */
  UNSEEN;

  boolean isKnown() {
    return this == EXEMPT || this == SHOWN;
  }

  boolean isGuarded() {
    return this == WITHHELD || this == DIFFERENCE;
  }
}
