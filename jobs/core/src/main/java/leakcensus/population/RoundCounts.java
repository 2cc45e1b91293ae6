package leakcensus.population;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.DoubleUnaryOperator;

/**
 * Rounds numbers of persons that are published, to multiples of a base.
 *
 * <p>A count goes to the nearest multiple, half of a base upwards; zero stays zero, and a count
 * that may be told is never rounded to zero where the base is at most twice the smallest cell. Ends
 * of intervals go outwards, so that an interval holds what it held. What is withheld is decided by
 * true counts, before; sums of rounded counts differ from rounded sums.
 *
 * <p>Units: persons in and out.
 *
 * <p>Source: A. Hundepool et al. (2012), Statistical Disclosure Control, Wiley, section 5.4
 * (conventional rounding).
 *
 * @param base what counts are multiples of; 1 leaves them as they are
 */
public record RoundCounts(long base) {

  /** Leaves all counts as they are. */
  public static final RoundCounts NONE = new RoundCounts(1);

  public RoundCounts {
    if (!(base >= 1)) {
      throw new IllegalArgumentException(
          "Invalid base of rounding: %d persons (must be >= 1)".formatted(base));
    }
  }

  /** Whether anything is rounded. */
  public boolean isOn() {
    return base > 1;
  }

  /** The nearest multiple. */
  public long nearest(long persons) {
    return isOn() ? Math.multiplyExact(Math.floorDiv(persons + base / 2, base), base) : persons;
  }

  /** The nearest multiple, or nothing. */
  public OptionalLong nearest(OptionalLong persons) {
    return persons.isPresent() ? OptionalLong.of(nearest(persons.getAsLong())) : persons;
  }

  /** Both ends outwards, what lies between to the nearest multiple. */
  public AffectedPersons outwards(AffectedPersons persons) {
    if (!isOn()) {
      return persons;
    }
    return new AffectedPersons(
        Math.floor(persons.lowerPersons() / base) * base,
        map(persons.persons(), value -> Math.floor(value / base + 0.5) * base),
        map(persons.upperPersons(), value -> Math.ceil(value / base) * base));
  }

  /** The fewest persons that a rounded count can stand for; 0 stands for none. */
  public long fewest(long rounded) {
    return rounded == 0 ? 0 : rounded - base / 2;
  }

  /** The most persons that a rounded count can stand for. */
  public long most(long rounded) {
    return rounded == 0 ? 0 : rounded + (base - 1) / 2;
  }

  private static OptionalDouble map(OptionalDouble number, DoubleUnaryOperator rounded) {
    return number.isPresent()
        ? OptionalDouble.of(rounded.applyAsDouble(number.getAsDouble()))
        : number;
  }
}
