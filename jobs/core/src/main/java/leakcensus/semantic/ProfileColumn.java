package leakcensus.semantic;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts what the values of one column look like, and forgets them.
 *
 * <p>Memory: 16 to 24 bytes a different value, and at most 2,000 shapes. Give it a bounded sample,
 * in the order of the file.
 */
public final class ProfileColumn {

  private static final int MOST_SHAPES = 2_000;

  private final String name;
  private final Map<ValueTest, Long> passes = new EnumMap<>(ValueTest.class);
  private final Map<String, Long> shapes = new HashMap<>();
  private final LongOpenHashSet hashes = new LongOpenHashSet();
  private final PhoneRegions regions = new PhoneRegions();
  private final NumberFacts numbers = new NumberFacts();
  private long values;
  private long blanks;
  private long characters;
  private int shortest = Integer.MAX_VALUE;
  private int longest;
  private long dayFirst;
  private long monthFirst;

  /** Begins a column; its name is empty where the files have none. */
  public ProfileColumn(String name) {
    this.name = name;
  }

  /** Takes in the next value; what stands for "no value" counts as blank. */
  public void add(String value) {
    if (DateTests.isBlank(value)) {
      blanks++;
      return;
    }
    SampledValue sampled = SampledValue.of(value);
    values++;
    characters += value.length();
    shortest = Math.min(shortest, value.length());
    longest = Math.max(longest, value.length());
    hashes.add(hash(sampled.text()));
    numbers.add(sampled.text());
    regions.add(sampled);
    dayFirst += DateTests.isDayFirst(sampled) ? 1 : 0;
    monthFirst += DateTests.isMonthFirst(sampled) ? 1 : 0;
    countShape(ValueShape.of(sampled.text()));
    for (ValueTest test : ValueTest.values()) {
      if (test.passes(sampled)) {
        passes.merge(test, 1L, Math::addExact);
      }
    }
  }

  /** The counts so far. */
  public ColumnProfile profile() {
    return new ColumnProfile(
        name,
        new ColumnCounts(
            values,
            blanks,
            hashes.size(),
            values == 0 ? 0 : shortest,
            longest,
            values == 0 ? 0 : (double) characters / values),
        Map.copyOf(passes),
        Map.copyOf(shapes),
        regions.valid(),
        regions.tried(),
        numbers,
        dayFirst,
        monthFirst);
  }

  private void countShape(String shape) {
    if (shapes.containsKey(shape) || shapes.size() < MOST_SHAPES) {
      shapes.merge(shape, 1L, Math::addExact);
    }
  }

  /** FNV-1a of 64 bits: it stays in this object and serves to tell values apart. */
  private static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int index = 0; index < text.length(); index++) {
      hash = (hash ^ text.charAt(index)) * 0x100000001b3L;
    }
    return hash;
  }
}
