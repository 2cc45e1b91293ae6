package leakcensus.synthetic;

import leakcensus.synthetic.RandomStream.Purpose;

/**
 * Who lives with whom: neighbours in the numbering of persons, in households of one to five.
 *
 * <p>Blocks of twelve persons are cut on their own, so that one person's household needs no other
 * block; the last household of a block may be cut short.
 */
final class Households {

  private static final int BLOCK = 12;

  /**
   * Households with at most 1, 2, 3 and 4 persons, as a ratio (census of 2020: 25.4 % of households
   * have one person, 29.7 % two, 21.0 % three, 13.2 % four).
   */
  private static final double[] SIZE_UP_TO = {0.254, 0.551, 0.761, 0.893};

  private final long seed;

  Households(long seed) {
    this.seed = seed;
  }

  /** The first member of a person's household, who stands for it. */
  long head(long person) {
    long block = person / BLOCK;
    RandomStream random = RandomStream.of(seed, Purpose.HOUSEHOLD, block);
    long head = block * BLOCK;
    long next = head + size(random);
    while (next <= person) {
      head = next;
      next += size(random);
    }
    return head;
  }

  private static int size(RandomStream random) {
    double draw = random.nextRatio();
    int size = 1;
    while (size <= SIZE_UP_TO.length && draw >= SIZE_UP_TO[size - 1]) {
      size++;
    }
    return size;
  }
}
