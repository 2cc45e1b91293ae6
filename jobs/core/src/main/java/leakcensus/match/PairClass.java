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
      case ADDRESS -> this == SAME || this == HOUSEHOLD;
      case SURNAME, PHONE, EMAIL -> ordinal() <= HOUSEHOLD.ordinal();
      default -> ordinal() < SAME_COUNT;
    };
  }
}
