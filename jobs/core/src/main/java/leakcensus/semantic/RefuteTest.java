package leakcensus.semantic;

/**
 * What a column as a whole says against a type that its single values allow: a sex has few
 * different values, an age a mean, a postal code one length.
 */
final class RefuteTest {

  private static final long MOST_SEXES = 8;
  private static final long MOST_SEX_CODES = 4;
  private static final double NOISE_RATIO = 0.05;
  private static final long ENOUGH_VALUES = 50;
  private static final long LEAST_AGES = 12;
  private static final double LEAST_MEAN_AGE = 15;
  private static final double MOST_MEAN_AGE = 75;
  private static final double ONE_SHAPE = 0.9;
  private static final double YEARS = 0.9;
  private static final double COUNTER_DISTINCT = 0.95;
  private static final double COUNTER_ASCENTS = 0.9;
  private static final double MOST_COUNTER_CHARACTERS = 24;
  private static final double MANY_DISTINCT = 0.4;

  private RefuteTest() {}

  static boolean isRefuted(ValueTest test, ColumnProfile column) {
    long distinct = column.counts().distinct();
    boolean enough = column.counts().values() >= ENOUGH_VALUES;
    return switch (test) {
      case SEX_WORD -> distinct > MOST_SEXES + noise(column);
      case SEX_CODE -> distinct > MOST_SEX_CODES + noise(column) || enough && distinct < 2;
      case YEARS_OF_AGE ->
          enough && distinct < LEAST_AGES
              || column.numbers().mean() < LEAST_MEAN_AGE
              || column.numbers().mean() > MOST_MEAN_AGE;
      case POSTAL_PLAIN ->
          column.commonShapeRatio() < ONE_SHAPE || column.numbers().yearRatio() > YEARS;
      case OPAQUE_ID, PASSPORT_PLAIN, LOGIN, LOGIN_WORD, IMSI_SHAPE, SSN ->
          enough && column.counts().distinctRatio() < MANY_DISTINCT;
      case NUMBERED, PREFIXED -> enough && column.counts().distinctRatio() < COUNTER_DISTINCT;
      default -> false;
    };
  }

  /** Whether the values count up. */
  static boolean isCounter(ColumnProfile column) {
    return column.counts().values() >= ENOUGH_VALUES
        && column.counts().distinctRatio() >= COUNTER_DISTINCT
        && column.numbers().ascentRatio() >= COUNTER_ASCENTS
        && column.counts().meanCharacters() <= MOST_COUNTER_CHARACTERS;
  }

  /** Different values that may be noise. */
  private static long noise(ColumnProfile column) {
    return Math.round(NOISE_RATIO * column.counts().values());
  }
}
