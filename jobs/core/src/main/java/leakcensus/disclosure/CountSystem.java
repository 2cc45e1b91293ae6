package leakcensus.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import leakcensus.population.RoundCounts;

/**
 * Counts of persons, what is told of each, and how they add up: all that an outsider can reckon
 * with. Not thread-safe.
 */
public final class CountSystem {

  private final long mostPersons;
  private final RoundCounts rounding;
  private final List<CountKey> keys = new ArrayList<>();
  private final List<OptionalLong> values = new ArrayList<>();
  private final List<CountState> states = new ArrayList<>();
  private final List<CountSum> zeros = new ArrayList<>();
  private final List<CountSum> notNegative = new ArrayList<>();

  /**
   * No counts yet.
   *
   * @param mostPersons what no count exceeds, in persons
   */
  CountSystem(long mostPersons) {
    this(mostPersons, RoundCounts.NONE);
  }

  /**
   * No counts yet.
   *
   * @param rounding how counts that stand in a table are rounded, all but exact ones
   */
  CountSystem(long mostPersons, RoundCounts rounding) {
    this.mostPersons = mostPersons;
    this.rounding = rounding;
  }

  /** Adds a count that stands in a table; without a value it is withheld. */
  int add(CountKey key, OptionalLong value) {
    if (value.isEmpty()) {
      return add(key, value, CountState.WITHHELD);
    }
    return add(key, value, told(value.getAsLong(), CountState.SHOWN, CountState.ROUNDED));
  }

  /** Adds a count that stands in a table and is not this system's to withhold. */
  int addFixed(CountKey key, OptionalLong value) {
    return value.isPresent()
        ? add(key, value, told(value.getAsLong(), CountState.EXEMPT, CountState.ROUNDED_EXEMPT))
        : add(key, value, CountState.WITHHELD);
  }

  /** Adds a count of structure, which is never rounded. */
  int addExact(CountKey key, long value) {
    return add(key, OptionalLong.of(value), CountState.EXEMPT);
  }

  private CountState told(long value, CountState exact, CountState rounded) {
    if (value == 0) {
      return CountState.EXEMPT;
    }
    return rounding.isOn() ? rounded : exact;
  }

  /** Adds a count that must not follow from the tables if it is small. */
  int addDifference(CountKey key) {
    return add(key, OptionalLong.empty(), CountState.DIFFERENCE);
  }

  /** Adds a count that stands in no table. */
  int addUnseen() {
    return add(new CountKey("", "", ""), OptionalLong.empty(), CountState.UNSEEN);
  }

  private int add(CountKey key, OptionalLong value, CountState state) {
    keys.add(key);
    values.add(value);
    states.add(state);
    return keys.size() - 1;
  }

  /** States that a sum is zero. */
  void isZero(CountSum sum) {
    zeros.add(sum);
  }

  /** States that a sum is zero or more. */
  void isNotNegative(CountSum sum) {
    notNegative.add(sum);
  }

  /** Withholds a count that was told. */
  void withhold(int count) {
    if (states.get(count) != CountState.SHOWN) {
      throw new IllegalStateException(
          "Cannot withhold %s: it is %s".formatted(keys.get(count), states.get(count)));
    }
    states.set(count, CountState.WITHHELD);
  }

  /** The same counts with everything withheld that may be. */
  CountSystem withAllWithheld() {
    CountSystem all = new CountSystem(mostPersons, rounding);
    all.keys.addAll(keys);
    all.values.addAll(values);
    states.forEach(state -> all.states.add(state.mayBeWithheld() ? CountState.WITHHELD : state));
    all.zeros.addAll(zeros);
    all.notNegative.addAll(notNegative);
    return all;
  }

  long mostPersons() {
    return mostPersons;
  }

  RoundCounts rounding() {
    return rounding;
  }

  int size() {
    return keys.size();
  }

  CountKey key(int count) {
    return keys.get(count);
  }

  OptionalLong value(int count) {
    return values.get(count);
  }

  CountState state(int count) {
    return states.get(count);
  }

  List<CountSum> zeros() {
    return zeros;
  }

  List<CountSum> notNegative() {
    return notNegative;
  }

  /** Whether the count is told to be zero. */
  boolean isZero(int count) {
    return states.get(count).isKnown() && values.get(count).orElseThrow() == 0;
  }

  /** The smallest value that a count can have for all that is told of it alone, in persons. */
  long lowest(int count) {
    return switch (states.get(count)) {
      case EXEMPT, SHOWN -> values.get(count).orElseThrow();
      case ROUNDED, ROUNDED_EXEMPT -> rounding.fewest(values.get(count).orElseThrow());
      case WITHHELD -> 1;
      case DIFFERENCE, UNSEEN -> 0;
    };
  }

  /** The largest, in persons. */
  long highest(int count) {
    CountState state = states.get(count);
    if (state.isRounded()) {
      return rounding.most(values.get(count).orElseThrow());
    }
    return state.isKnown() ? values.get(count).orElseThrow() : mostPersons;
  }
}
