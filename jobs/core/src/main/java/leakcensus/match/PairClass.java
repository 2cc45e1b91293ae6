package leakcensus.match;

/**
 * What a pair of mentions is. Without the classes in the middle, families and neighbours would be
 * taken either for one person or for strangers who agree by an improbable chance.
 */
public enum PairClass {
  /** One person. */
  SAME,
  /** Two people who may share surname, home and phone. */
  HOUSEHOLD,
  /** Two people who share where they live, and nothing else. */
  NEIGHBOURS,
  /** Two people. */
  UNRELATED;

  private static final PairClass[] CLASSES = values();

  /** Number of classes. */
  public static final int COUNT = CLASSES.length;
}
