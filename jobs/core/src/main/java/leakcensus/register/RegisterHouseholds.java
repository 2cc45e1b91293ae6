package leakcensus.register;

import leakcensus.synthetic.RandomStream;
import leakcensus.synthetic.RandomStream.Purpose;

/**
 * Who lives with whom: neighbours in the numbering of persons, in households of one to eight.
 *
 * <p>The number of members less one is binomial, out of seven. Blocks of 48 persons are cut on
 * their own, so that one person's household needs no other block; the last household of a block may
 * be cut short.
 */
final class RegisterHouseholds {

  private static final int BLOCK = 48;
  private static final int MOST_OTHERS = 7;

  private final long seed;
  private final long persons;
  private final double[] othersUpTo = new double[MOST_OTHERS];

  RegisterHouseholds(RegisterSettings settings) {
    this.seed = settings.seed();
    this.persons = settings.persons();
    double chance = (settings.householdPersons() - 1) / MOST_OTHERS;
    double probability = Math.pow(1 - chance, MOST_OTHERS);
    double sum = 0;
    for (int others = 0; others < MOST_OTHERS; others++) {
      sum += probability;
      othersUpTo[others] = sum;
      probability *= (MOST_OTHERS - others) / (others + 1.0) * chance / (1 - chance);
    }
  }

  /** A person's household. */
  RegisterHousehold of(long person) {
    long block = person / BLOCK;
    long end = Math.min(persons, (block + 1) * BLOCK);
    RandomStream random = RandomStream.of(seed, Purpose.REGISTER_HOUSEHOLD, block);
    long head = block * BLOCK;
    long next = head + size(random);
    while (next <= person) {
      head = next;
      next += size(random);
    }
    return new RegisterHousehold(head, (int) (Math.min(next, end) - head));
  }

  private int size(RandomStream random) {
    double draw = random.nextRatio();
    int others = 0;
    while (others < MOST_OTHERS && draw >= othersUpTo[others]) {
      others++;
    }
    return 1 + others;
  }
}
