package leakcensus.compare;

import java.util.Locale;

/** What two mentions must share to be compared at all. */
public enum BlockingRule {
  NATIONAL_ID,
  PHONE,
  EMAIL,
  EMAIL_LOCAL_PART,
  ADDRESS,
  BIRTH_DATE,
  NAME_SOUNDS,
  NAME_BIRTH_YEAR,
  NAME_BIRTH_DAY,
  NAME_DECADE_DAY,
  NAME_NEAR_YEAR_LOCALITY,
  NAME_LOCALITY,
  NAME_POSTAL_CODE,
  MIN_HASH;

  private static final BlockingRule[] RULES = values();
  private static final long MASK = 0xF;
  private static final long REPEATS = 0x10;

  /** A key of this rule. */
  long key(long token) {
    return (token & ~(MASK | REPEATS)) | ordinal();
  }

  /** A key marked as one that brings together those whom another key does, and nobody else. */
  public static long repeating(long key) {
    return key | REPEATS;
  }

  /** Whether another key brings the same contents together. */
  public static boolean isRepeating(long key) {
    return (key & REPEATS) != 0;
  }

  /** The rule of a key. */
  public static BlockingRule of(long key) {
    return RULES[(int) (key & MASK)];
  }

  /** Most contents that may share a key of this rule, given the most that may share any. */
  public long largestBlock(long maxBlock) {
    // What many contents have in common in a few grams is their town, not their person.
    return this == MIN_HASH ? Math.max(2, maxBlock / 4) : maxBlock;
  }

  /** The name in tables, such as {@code name-birth-year}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
