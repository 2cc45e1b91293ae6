package leakcensus.match;

/**
 * What a pair of mentions is. Without the middle class, families would be taken either for one
 * person or for strangers who agree by an improbable chance.
 */
public enum PairClass {
  /** One person. */
  SAME,
  /** Two people who have something in common, such as a household. */
  RELATED,
  /** Two people. */
  UNRELATED;

  private static final PairClass[] CLASSES = values();

  /** Number of classes. */
  public static final int COUNT = CLASSES.length;
}
