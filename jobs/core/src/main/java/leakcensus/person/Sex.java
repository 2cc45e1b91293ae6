package leakcensus.person;

/** Sex as a record or an identifier states it. */
public enum Sex {
  UNKNOWN,
  MALE,
  FEMALE;

  private static final Sex[] ALL = values();

  /** The sex with this ordinal. */
  public static Sex at(int ordinal) {
    return ALL[ordinal];
  }
}
