package leakcensus.synthetic;

import java.util.Objects;

/**
 * A record of a synthetic dump before it is written out.
 *
 * @param source place of the source in the settings
 * @param person number of the person whom the record belongs to
 * @param copy running number among this person's records in this source, from 0
 * @param duplicate whether the record repeats another
 * @param order place in the source, 0 to 2^63 - 1: files hold their records by rising order
 */
public record SyntheticKey(int source, long person, int copy, Duplicate duplicate, long order) {

  public SyntheticKey {
    Objects.requireNonNull(duplicate, "duplicate");
    if (source < 0 || person < 0 || copy < 0 || order < 0) {
      throw new IllegalArgumentException(
          "Invalid key: source %d, person %d, copy %d, order %d (none may be negative)"
              .formatted(source, person, copy, order));
    }
  }

  /** The file of a source that holds this record. */
  public int file(int files) {
    return (int) ((order >>> 32) * files >>> 31);
  }

  /** Whether a record repeats another. */
  public enum Duplicate {
    /** The first of its kind. */
    NONE,
    /** The same columns word for word. */
    EXACT,
    /** The same facts, one of them written otherwise, at a later time. */
    NEAR;

    private static final Duplicate[] KINDS = values();

    /** The kind with this ordinal. */
    public static Duplicate at(int ordinal) {
      return KINDS[ordinal];
    }
  }
}
