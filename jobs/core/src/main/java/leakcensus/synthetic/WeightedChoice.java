package leakcensus.synthetic;

import java.util.Arrays;
import java.util.List;

/** Values of which each is drawn in proportion to its weight. */
final class WeightedChoice<T> {

  private final List<T> values;
  private final long[] upTo;

  WeightedChoice(List<T> values, List<Long> weights) {
    this.values = List.copyOf(values);
    this.upTo = new long[weights.size()];
    long sum = 0;
    for (int i = 0; i < upTo.length; i++) {
      sum = Math.addExact(sum, weights.get(i));
      upTo[i] = sum;
    }
  }

  T draw(RandomStream random) {
    long place = random.below(upTo[upTo.length - 1]);
    int found = Arrays.binarySearch(upTo, place + 1);
    return values.get(found < 0 ? -found - 1 : found);
  }
}
