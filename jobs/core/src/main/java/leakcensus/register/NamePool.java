package leakcensus.register;

/**
 * The names that people can have, and how common the commonest are.
 *
 * @param names number of different names, 10 to 100,000
 * @param exponent exponent of Zipf's law, 0 (all equally common) to 2
 */
public record NamePool(int names, double exponent) {

  private static final int LEAST_NAMES = 10;
  private static final int MOST_NAMES = 100_000;
  private static final double MOST_EXPONENT = 2;

  public NamePool {
    if (names < LEAST_NAMES || names > MOST_NAMES) {
      throw new IllegalArgumentException(
          "Invalid pool of names: %d names (must be %d to %d)"
              .formatted(names, LEAST_NAMES, MOST_NAMES));
    }
    if (!(exponent >= 0 && exponent <= MOST_EXPONENT)) {
      throw new IllegalArgumentException(
          "Invalid exponent of names: %s (must be 0 to %s)".formatted(exponent, MOST_EXPONENT));
    }
  }
}
