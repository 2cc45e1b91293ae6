package leakcensus.match;

import leakcensus.compare.ComparisonField;

/**
 * What a pair of mentions is. Without the classes in the middle, people who have moved would be
 * taken for two, and families and neighbours either for one person or for strangers who agree by an
 * improbable chance: where somebody lives agrees or differs in several fields at once.
 */
public enum PairClass {
  /** One person at one place. */
  SAME,
  /** One person at two places. */
  MOVED,
  /** Two of a household who were born on one day. */
  TWINS,
  /** Two of a household who bear one name, as father and son. */
  NAMESAKES,
  /** Two people who may share surname, home and phone. */
  HOUSEHOLD,
  /** Two people who share where they live, and nothing else. */
  NEIGHBOURS,
  /** Two people. */
  UNRELATED;

  private static final PairClass[] CLASSES = values();

  /** Number of classes. */
  public static final int COUNT = CLASSES.length;

  /** Number of classes of one person; they come first. */
  static final int SAME_COUNT = 2;

  /** Whether the people of a class have the field in common, as a household has its address. */
  boolean shares(ComparisonField field) {
    return switch (field) {
      case POSTAL_CODE, LOCALITY -> this != UNRELATED && this != MOVED;
      case BIRTHPLACE -> this != UNRELATED;
      case ADDRESS -> ordinal() <= HOUSEHOLD.ordinal() && this != MOVED;
      case SURNAME, PHONE, EMAIL -> ordinal() <= HOUSEHOLD.ordinal();
      case BIRTH_DATE -> ordinal() < SAME_COUNT || this == TWINS;
      case GIVEN_NAME -> ordinal() < SAME_COUNT || this == NAMESAKES;
      default -> ordinal() < SAME_COUNT;
    };
  }

  /**
   * The class that shows how often a field agrees among the pairs of this one. Twins and namesakes
   * are too few to learn from: they are a household in all but what they share beside.
   */
  PairClass levelsOf(ComparisonField field) {
    return switch (this) {
      case MOVED -> shares(field) ? SAME : this;
      case TWINS -> field == ComparisonField.BIRTH_DATE ? SAME : HOUSEHOLD.levelsOf(field);
      case NAMESAKES -> field == ComparisonField.GIVEN_NAME ? SAME : HOUSEHOLD.levelsOf(field);
      case HOUSEHOLD -> shares(field) ? this : UNRELATED;
      case NEIGHBOURS -> shares(field) || field == ComparisonField.ADDRESS ? this : UNRELATED;
      default -> this;
    };
  }
}
