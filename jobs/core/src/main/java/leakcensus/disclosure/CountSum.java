package leakcensus.disclosure;

import java.util.SortedMap;
import java.util.TreeMap;

/** A sum of counts, each with a whole factor, and a constant. Not thread-safe. */
final class CountSum {

  private final SortedMap<Integer, Long> factors = new TreeMap<>();
  private long constant;

  CountSum plus(int count) {
    return times(1, count);
  }

  CountSum minus(int count) {
    return times(-1, count);
  }

  CountSum plusAll(Iterable<Integer> counts) {
    counts.forEach(this::plus);
    return this;
  }

  CountSum minusAll(Iterable<Integer> counts) {
    counts.forEach(this::minus);
    return this;
  }

  CountSum plusPersons(long persons) {
    constant = Math.addExact(constant, persons);
    return this;
  }

  SortedMap<Integer, Long> factors() {
    return factors;
  }

  long constant() {
    return constant;
  }

  private CountSum times(long factor, int count) {
    factors.merge(count, factor, Long::sum);
    return this;
  }
}
