package leakcensus.person;

/**
 * Year of birth and sex in ten bits, as a count of persons is keyed by them.
 *
 * @param birthYear year of birth, 0 where unknown
 * @param sex sex
 */
public record BirthAndSex(int birthYear, Sex sex) {

  private static final int SEX_BITS = 2;
  private static final int FIRST_YEAR = 1800;
  private static final int LAST_INDEX = 255;

  /** As a number from 0 to 1023; years outside 1801 to 2055 count as the nearest of these. */
  public long packed() {
    int index = birthYear == 0 ? 0 : Math.max(1, Math.min(LAST_INDEX, birthYear - FIRST_YEAR));
    return (long) index << SEX_BITS | sex.ordinal();
  }

  /** What a number stands for. */
  public static BirthAndSex of(long packed) {
    int index = (int) (packed >>> SEX_BITS);
    return new BirthAndSex(
        index == 0 ? 0 : index + FIRST_YEAR, Sex.at((int) packed & ((1 << SEX_BITS) - 1)));
  }
}
