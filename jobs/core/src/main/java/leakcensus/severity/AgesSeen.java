package leakcensus.severity;

/**
 * Whether children and old people are known to be among the persons of the sample, at the day of
 * the leak. No numbers: beside the ages of a population they would tell those of a single year.
 *
 * @param dayKnown whether the day of the leak is stated
 * @param minors whether as many as may be told were under 18
 * @param old whether as many were 65 or older
 */
public record AgesSeen(boolean dayKnown, boolean minors, boolean old) {

  /** From this age on nobody is a minor: Convention on the Rights of the Child, article 1. */
  public static final int ADULT = 18;

  /** From this age on people count as old in the statistics of the United Nations. */
  public static final int OLD = 65;

  /** Where no day of the leak is stated. */
  public static AgesSeen unknown() {
    return new AgesSeen(false, false, false);
  }
}
