package leakcensus.count;

import it.unimi.dsi.fastutil.longs.Long2LongMap;
import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import leakcensus.block.LongTable;

/**
 * Counts of many kinds in one small table. Two tables add up: the counts of two parts of the data
 * are the counts of the whole, in whatever order they are added.
 *
 * <p>A key is a {@link Measure}, a source, and two whole numbers: 10 bits for the first, 42 for the
 * second. Not thread-safe.
 */
public final class CountTable {

  /** Most sources that one census can hold. */
  public static final int MAX_SOURCES = 40;

  /** Stands for all sources together. */
  public static final int ALL_SOURCES = 63;

  private static final int SOURCE_SHIFT = 52;
  private static final int MEASURE_SHIFT = 58;
  private static final int FIRST_SHIFT = 42;
  private static final int MAX_FIRST = (1 << 10) - 1;
  private static final long MAX_SECOND = (1L << 42) - 1;
  private static final int COLUMNS = 2;

  private final Long2LongOpenHashMap counts = new Long2LongOpenHashMap();

  /**
   * Adds to a count; a key is refused if it does not fit.
   *
   * @throws ArithmeticException if the count overflows; the table is of no use then
   */
  public void add(Measure measure, int source, long first, long second, long amount) {
    if (amount != 0) {
      Math.addExact(counts.addTo(key(measure, source, first, second), amount), amount);
    }
  }

  /** Adds to a count whose second key is not used. */
  public void add(Measure measure, int source, long first, long amount) {
    add(measure, source, first, 0, amount);
  }

  /** Adds all counts of another table. */
  public void addAll(CountTable other) {
    for (Long2LongMap.Entry entry : other.counts.long2LongEntrySet()) {
      counts.mergeLong(entry.getLongKey(), entry.getLongValue(), Math::addExact);
    }
  }

  /** Adds all counts that some bytes encode. */
  public void addEncoded(byte[] encoded) {
    LongTable rows = LongTable.decode(encoded);
    for (int row = 0; row < rows.size(); row++) {
      counts.mergeLong(rows.at(row, 0), rows.at(row, 1), Math::addExact);
    }
  }

  /** All counts as bytes, in the order of their keys: equal tables give equal bytes. */
  public byte[] encode() {
    LongTable rows = new LongTable(COLUMNS, counts.size());
    for (Long2LongMap.Entry entry : counts.long2LongEntrySet()) {
      rows.append(entry.getLongKey(), entry.getLongValue());
    }
    rows.sort();
    return rows.encode();
  }

  /** One count, 0 where nothing was counted. */
  public long at(Measure measure, int source, long first, long second) {
    return counts.get(key(measure, source, first, second));
  }

  /** One count whose second key is not used. */
  public long at(Measure measure, int source, long first) {
    return at(measure, source, first, 0);
  }

  /** All counts of a measure, source and first key, by the second key in ascending order. */
  public Map<Long, Long> bySecond(Measure measure, int source, long first) {
    long prefix = key(measure, source, first, 0);
    Map<Long, Long> found = new TreeMap<>();
    for (Long2LongMap.Entry entry : counts.long2LongEntrySet()) {
      if ((entry.getLongKey() & ~MAX_SECOND) == prefix) {
        found.put(entry.getLongKey() & MAX_SECOND, entry.getLongValue());
      }
    }
    return found;
  }

  /** The first keys of all counts of a measure and source, in ascending order. */
  public SortedSet<Long> firsts(Measure measure, int source) {
    long prefix = key(measure, source, 0, 0);
    SortedSet<Long> found = new TreeSet<>();
    for (long key : counts.keySet()) {
      if ((key & ~(MAX_SECOND | (long) MAX_FIRST << FIRST_SHIFT)) == prefix) {
        found.add(key >>> FIRST_SHIFT & MAX_FIRST);
      }
    }
    return found;
  }

  /** All counts of a measure and source, by the first key in ascending order, second key 0. */
  public Map<Long, Long> byFirst(Measure measure, int source) {
    Map<Long, Long> found = new TreeMap<>();
    for (long first = 0; first <= MAX_FIRST; first++) {
      long count = at(measure, source, first);
      if (count != 0) {
        found.put(first, count);
      }
    }
    return found;
  }

  private static long key(Measure measure, int source, long first, long second) {
    if (source < 0 || source > ALL_SOURCES) {
      throw new IllegalArgumentException(
          "Invalid source: %d (must be 0 to %d)".formatted(source, ALL_SOURCES));
    }
    if (first < 0 || first > MAX_FIRST) {
      throw new IllegalArgumentException(
          "Invalid first key: %d (must be 0 to %d)".formatted(first, MAX_FIRST));
    }
    if (second < 0 || second > MAX_SECOND) {
      throw new IllegalArgumentException(
          "Invalid second key: %d (must be 0 to %d)".formatted(second, MAX_SECOND));
    }
    return (long) measure.ordinal() << MEASURE_SHIFT
        | (long) source << SOURCE_SHIFT
        | first << FIRST_SHIFT
        | second;
  }
}
