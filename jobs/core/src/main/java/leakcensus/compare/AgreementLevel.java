package leakcensus.compare;

/**
 * How far two values of a field agree, from nothing known to different.
 *
 * <p>Equal values are told apart by how many mentions hold them: two people called Smith agree by
 * chance, two with the same rare name hardly do. A placeholder that a thousand records share ends
 * up in the commonest band, and so weighs little without anybody having to list it.
 */
public final class AgreementLevel {

  /** One of the values is absent. */
  public static final int MISSING = 0;

  /** Equal, and held by at most two mentions; the next numbers are the bands of commoner values. */
  public static final int EXACT = 1;

  /** Number of bands of equal values. */
  public static final int BANDS = 8;

  /** One edit apart, one character lost on each side, or equal in another spelling. */
  public static final int NEAR = EXACT + BANDS;

  /** Alike. */
  public static final int SIMILAR = NEAR + 1;

  /** Somewhat alike. */
  public static final int WEAK = SIMILAR + 1;

  /** Different. */
  public static final int DIFFERENT = WEAK + 1;

  /** Number of levels, {@link #MISSING} included. */
  public static final int COUNT = DIFFERENT + 1;

  private static final long[] LARGEST_OF_BAND = {2, 4, 10, 30, 120, 600, 5_000};

  private AgreementLevel() {}

  /** The band of a value that this many mentions hold, 0 the rarest. */
  public static int band(long mentions) {
    int band = 0;
    while (band < LARGEST_OF_BAND.length && mentions > LARGEST_OF_BAND[band]) {
      band++;
    }
    return band;
  }

  /** Whether values at this level are equal. */
  public static boolean isExact(int level) {
    return level >= EXACT && level < NEAR;
  }

  /** The name in tables, such as {@code exact-2} or {@code near}. */
  public static String key(int level) {
    if (isExact(level)) {
      return "exact-" + (level - EXACT);
    }
    return switch (level) {
      case MISSING -> "missing";
      case NEAR -> "near";
      case SIMILAR -> "similar";
      case WEAK -> "weak";
      case DIFFERENT -> "different";
      default -> throw new IllegalArgumentException("Unknown agreement level: " + level);
    };
  }
}
