package leakcensus.synthetic;

import java.util.Arrays;

/**
 * How large a dump is, before any sample is drawn from it. Tallies of disjoint ranges of persons
 * add up.
 */
public final class DumpTally {

  private final long[] counts;

  DumpTally(int sources) {
    this(new long[1 + 2 * sources]);
  }

  private DumpTally(long[] counts) {
    this.counts = counts;
  }

  /** The tally with these numbers, as {@link #toArray()} gives them. */
  public static DumpTally of(long[] counts) {
    if (counts.length < 3 || counts.length % 2 == 0) {
      throw new IllegalArgumentException(
          "Invalid dump tally: %d numbers (must be 1 and 2 a source)".formatted(counts.length));
    }
    return new DumpTally(counts.clone());
  }

  /** Persons whom at least one source covers. */
  public long persons() {
    return counts[0];
  }

  /** Persons whom a source covers; each has at least one record there. */
  public long persons(int source) {
    return counts[1 + 2 * source];
  }

  /** Records of a source, duplicates and broken ones included. */
  public long records(int source) {
    return counts[2 + 2 * source];
  }

  /** Records of all sources. */
  public long records() {
    long sum = 0;
    for (int at = 2; at < counts.length; at += 2) {
      sum = Math.addExact(sum, counts[at]);
    }
    return sum;
  }

  /** The sum of two tallies. */
  public DumpTally plus(DumpTally other) {
    return new DumpTally(LongArrays.sum(counts, other.counts));
  }

  /** The numbers of this tally. */
  public long[] toArray() {
    return counts.clone();
  }

  void addPerson() {
    counts[0]++;
  }

  void addPerson(int source) {
    counts[1 + 2 * source]++;
  }

  void addRecord(int source) {
    counts[2 + 2 * source]++;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DumpTally tally && Arrays.equals(counts, tally.counts);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(counts);
  }

  @Override
  public String toString() {
    return "DumpTally" + Arrays.toString(counts);
  }
}
