package leakcensus.register;

import java.util.Arrays;
import java.util.function.DoubleToIntFunction;
import leakcensus.synthetic.RandomStream;
import leakcensus.synthetic.RandomStream.Purpose;

/**
 * Which records there are, and their order. A hash puts each record into one of many segments of
 * about two million, and a shuffle of its own orders each segment: any segment can be made alone,
 * in memory that does not grow with the register.
 *
 * <p>A key is person, record and whether it is the record's duplicate, in one number.
 */
final class RegisterKeys {

  private static final int RECORD_BITS = 14;
  private static final int MOST_RECORDS_OF_PERSON = (1 << RECORD_BITS) - 1;
  private static final long SEGMENT_RECORDS = 2_000_000;
  private static final int FIRST_KEYS = 1 << 16;

  private final RegisterSettings settings;
  private final DoubleToIntFunction quantiles;
  private final int segmentsPerFile;

  RegisterKeys(RegisterSettings settings) {
    this.settings = settings;
    this.quantiles = settings.records().quantiles();
    double expected =
        settings.persons()
            * settings.records().meanRecords()
            * (1 + settings.ratio(RegisterRatio.DUPLICATE));
    this.segmentsPerFile = 1 + (int) (expected / ((double) SEGMENT_RECORDS * settings.files()));
  }

  int segmentsPerFile() {
    return segmentsPerFile;
  }

  /** Records of a person, duplicates apart. */
  int records(long person) {
    double uniform =
        RandomStream.ratio(
            RandomStream.hash(settings.seed(), Purpose.REGISTER_COUNT, person, 0, 0));
    return Math.min(quantiles.applyAsInt(uniform), MOST_RECORDS_OF_PERSON);
  }

  boolean isDuplicated(long person, int record) {
    double uniform =
        RandomStream.ratio(
            RandomStream.hash(settings.seed(), Purpose.REGISTER_COPY, person, record, 0));
    return uniform < settings.ratio(RegisterRatio.DUPLICATE);
  }

  /** The keys of a segment in their order. */
  long[] segment(int segment) {
    long[] keys = new long[FIRST_KEYS];
    int size = 0;
    for (long person = 0; person < settings.persons(); person++) {
      int records = records(person);
      for (int record = 0; record < records; record++) {
        int copies = isDuplicated(person, record) ? 2 : 1;
        for (int copy = 0; copy < copies; copy++) {
          if (segmentOf(person, record, copy) == segment) {
            keys = size == keys.length ? Arrays.copyOf(keys, 2 * size) : keys;
            keys[size++] = (person << RECORD_BITS | record) << 1 | copy;
          }
        }
      }
    }
    return shuffled(Arrays.copyOf(keys, size), segment);
  }

  static long person(long key) {
    return key >>> (RECORD_BITS + 1);
  }

  static int record(long key) {
    return (int) (key >>> 1) & MOST_RECORDS_OF_PERSON;
  }

  private int segmentOf(long person, int record, int copy) {
    long hash = RandomStream.hash(settings.seed(), Purpose.REGISTER_ORDER, person, record, copy);
    return (int) Math.multiplyHigh(hash >>> 1, 2L * segmentsPerFile * settings.files());
  }

  private long[] shuffled(long[] keys, int segment) {
    RandomStream random = RandomStream.of(settings.seed(), Purpose.REGISTER_SHUFFLE, segment);
    for (int i = keys.length - 1; i > 0; i--) {
      int other = random.below(i + 1);
      long key = keys[i];
      keys[i] = keys[other];
      keys[other] = key;
    }
    return keys;
  }
}
