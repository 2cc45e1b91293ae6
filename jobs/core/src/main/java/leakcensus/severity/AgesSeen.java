package leakcensus.severity;

import java.util.Objects;
import java.util.OptionalLong;

/**
 * Children and old people among the persons of the sample, at the day of the leak.
 *
 * @param known persons whose year of birth is known, in persons
 * @param minors those under 18, in persons; absent where the day is not known, or they are few
 * @param old those of 65 and more, likewise
 * @param dayKnown whether the day of the leak is stated
 */
public record AgesSeen(long known, OptionalLong minors, OptionalLong old, boolean dayKnown) {

  /** From this age on nobody is a minor: Convention on the Rights of the Child, article 1. */
  public static final int ADULT = 18;

  /** From this age on people count as old in the statistics of the United Nations. */
  public static final int OLD = 65;

  public AgesSeen {
    Objects.requireNonNull(minors, "minors");
    Objects.requireNonNull(old, "old");
  }

  /** Where no day of the leak is stated. */
  public static AgesSeen unknown() {
    return new AgesSeen(0, OptionalLong.empty(), OptionalLong.empty(), false);
  }
}
