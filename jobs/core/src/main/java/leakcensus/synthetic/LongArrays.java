package leakcensus.synthetic;

/** Sums of counts, place by place. */
final class LongArrays {

  private LongArrays() {}

  static long[] sum(long[] left, long[] right) {
    if (left.length != right.length) {
      throw new IllegalArgumentException(
          "Invalid tallies: %d and %d numbers (must be as many)"
              .formatted(left.length, right.length));
    }

    long[] sum = new long[left.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = Math.addExact(left[i], right[i]);
    }
    return sum;
  }
}
