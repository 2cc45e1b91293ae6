package leakcensus.person;

/**
 * Where a person belongs, packed into one number: a country, and in China and the United States a
 * region of it. The country is that of an id, a postal code or else a phone number, never known to
 * be that of residence.
 */
public final class Place {

  /** No place is known. */
  public static final int UNKNOWN = 0;

  /** ISO 3166-1 number of China. */
  public static final int CHINA = 156;

  /** ISO 3166-1 number of the United States of America. */
  public static final int UNITED_STATES = 840;

  /** Regions of the United States stand behind the two-digit prefixes of China. */
  private static final int FIRST_STATE = 100;

  private static final int REGION_BITS = 7;
  private static final int REGION_MASK = (1 << REGION_BITS) - 1;

  private Place() {}

  /** A country by its ISO 3166-1 number, without a region. */
  public static int ofCountry(int number) {
    return number << REGION_BITS;
  }

  /** Two-digit prefix of a Chinese resident id, which tells the region that issued it. */
  public static int ofProvince(int prefix) {
    return CHINA << REGION_BITS | prefix;
  }

  /** A state. */
  public static int ofState(UsState state) {
    return UNITED_STATES << REGION_BITS | state.ordinal() + 1;
  }

  /** ISO 3166-1 number of the country, 0 where unknown. */
  public static int country(int place) {
    return place >>> REGION_BITS;
  }

  /** A number for the region, other in every country; 0 where unknown. */
  public static int region(int place) {
    int region = place & REGION_MASK;
    return region > 0 && country(place) == UNITED_STATES ? FIRST_STATE + region : region;
  }

  /** Two-digit prefix of a Chinese region of this number, 0 where it is none. */
  public static int province(int region) {
    return region <= FIRST_STATE ? region : 0;
  }

  /** Key of a state of this region number, such as {@code IL}; empty where it is none. */
  public static String state(int region) {
    return region > FIRST_STATE ? UsState.values()[region - FIRST_STATE - 1].name() : "";
  }

  /**
   * The better of two places of one person: an id tells more than a postal code, that more than a
   * phone; then the smaller number.
   */
  public static int better(int left, int right) {
    int leftRank = rank(left);
    int rightRank = rank(right);
    if (leftRank != rightRank) {
      return leftRank > rightRank ? left : right;
    }
    return Math.min(left, right);
  }

  private static int rank(int place) {
    if (place == UNKNOWN) {
      return 0;
    }
    if ((place & REGION_MASK) == 0) {
      return 1;
    }
    return country(place) == CHINA ? 3 : 2;
  }
}
