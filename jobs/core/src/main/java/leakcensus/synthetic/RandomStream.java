package leakcensus.synthetic;

import java.util.List;

/**
 * Random numbers that follow from a seed and a few numbers, such as a person and a purpose, and
 * from nothing else: any task can draw them in any order.
 *
 * <p>The generator is SplitMix64, written out here because the sequence decides the bytes of a leak
 * and the JDK promises no sequence across versions.
 *
 * <p>Source: G. Steele, D. Lea, C. Flood (2014), Fast splittable pseudorandom number generators,
 * OOPSLA 2014, 453-472.
 */
public final class RandomStream {

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final double ULP = 0x1.0p-53;

  private long state;

  private RandomStream(long state) {
    this.state = state;
  }

  /** The stream of one purpose, told apart from every other by the numbers. */
  public static RandomStream of(long seed, Purpose purpose, long first, long second, long third) {
    return new RandomStream(hash(seed, purpose, first, second, third));
  }

  /** The stream of one purpose and one number. */
  public static RandomStream of(long seed, Purpose purpose, long first) {
    return of(seed, purpose, first, 0, 0);
  }

  /** One 64-bit number that follows from the seed, the purpose and the numbers. */
  public static long hash(long seed, Purpose purpose, long first, long second, long third) {
    long hash = mix(seed + GOLDEN_GAMMA * (purpose.ordinal() + 1));
    hash = mix(hash * GOLDEN_GAMMA + first);
    hash = mix(hash * GOLDEN_GAMMA + second);
    return mix(hash * GOLDEN_GAMMA + third);
  }

  /** A number in [0, 1) that follows from a hash. */
  public static double ratio(long hash) {
    return (hash >>> 11) * ULP;
  }

  static long mix(long number) {
    long mixed = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  long next() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** A number in [0, 1). */
  public double nextRatio() {
    return ratio(next());
  }

  /** A number in [0, bound), all equally likely up to 2^-31. */
  public int below(int bound) {
    return (int) below((long) bound);
  }

  /** A number in [0, bound), all equally likely up to bound / 2^63. */
  public long below(long bound) {
    return Math.multiplyHigh(next() >>> 1, bound << 1);
  }

  /** Whether something of this probability happens. */
  public boolean chance(double ratio) {
    return nextRatio() < ratio;
  }

  /** One of these, all equally likely. */
  public <T> T pick(List<T> values) {
    return values.get(below(values.size()));
  }

  /** What a stream is for; the ordinal enters the hash, so new purposes go to the end. */
  public enum Purpose {
    INHABITANT,
    PHONE,
    MAIL,
    HOUSEHOLD,
    HOUSEHOLD_NAME,
    HOUSEHOLD_HOME,
    PERSON,
    PLACE,
    SEQUENCE,
    COMMON_COVERAGE,
    COVERAGE,
    COPIES,
    DUPLICATE,
    ORDER,
    SAMPLE,
    BREAK,
    CONTENT,
    REGISTER_PERSON,
    REGISTER_NAME,
    REGISTER_BIRTH,
    REGISTER_PARENT_BIRTH,
    REGISTER_PHONE,
    REGISTER_ID,
    REGISTER_HOUSEHOLD,
    REGISTER_FAMILY,
    REGISTER_HOME,
    REGISTER_COUNT,
    REGISTER_COPY,
    REGISTER_ORDER,
    REGISTER_SHUFFLE,
    REGISTER_RECORD,
    REGISTER_POOL,
    REGISTER_VARIATION
  }
}
