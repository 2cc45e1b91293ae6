package leakcensus.match;

import it.unimi.dsi.fastutil.longs.Long2LongLinkedOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2LongSortedMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrays;
import leakcensus.block.LongTable;
import leakcensus.compare.BlockingRule;

/**
 * How many compared pairs show which pattern: each pair once, and once for every blocking rule that
 * brought it together. Tallies of different pairs add up. Not thread-safe.
 */
public final class PairTally {

  private static final BlockingRule[] RULES = BlockingRule.values();
  private static final int ALL = RULES.length;

  private final Long2ObjectOpenHashMap<long[]> pairsByPattern = new Long2ObjectOpenHashMap<>();

  /**
   * Counts a pair.
   *
   * @param pattern its agreement pattern
   * @param rules rules of which it shares a key, as a mask of their ordinals
   */
  public void add(long pattern, int rules) {
    long[] pairs = pairs(pattern);
    pairs[ALL]++;
    for (int left = rules; left != 0; left &= left - 1) {
      pairs[Integer.numberOfTrailingZeros(left)]++;
    }
  }

  /** Adds all pairs of a table of tallies. */
  public void addAll(LongTable tallies) {
    for (int row = 0; row < tallies.size(); row++) {
      int rule = (int) tallies.at(row, MatchRows.TALLIED_RULE);
      pairs(tallies.at(row, MatchRows.TALLIED_PATTERN))[rule == MatchRows.ANY_RULE ? ALL : rule] +=
          tallies.at(row, MatchRows.TALLIED_PAIRS);
    }
  }

  /** All pairs by pattern, in ascending order of patterns. */
  public Long2LongSortedMap pairs() {
    return column(ALL);
  }

  /** Pairs that a rule brought together, by pattern. */
  public Long2LongSortedMap pairs(BlockingRule rule) {
    return column(rule.ordinal());
  }

  /** All counts as a table. */
  public LongTable rows() {
    LongTable rows = MatchRows.tallies();
    long[] patterns = patterns();
    append(MatchRows.ANY_RULE, ALL, patterns, rows);
    for (BlockingRule rule : RULES) {
      append(rule.ordinal(), rule.ordinal(), patterns, rows);
    }
    return rows;
  }

  private long[] pairs(long pattern) {
    return pairsByPattern.computeIfAbsent(pattern, unseen -> new long[RULES.length + 1]);
  }

  private long[] patterns() {
    long[] patterns = pairsByPattern.keySet().toLongArray();
    LongArrays.unstableSort(patterns);
    return patterns;
  }

  private Long2LongSortedMap column(int column) {
    Long2LongSortedMap pairs = new Long2LongLinkedOpenHashMap();
    for (long pattern : patterns()) {
      long ofColumn = pairsByPattern.get(pattern)[column];
      if (ofColumn > 0) {
        pairs.put(pattern, ofColumn);
      }
    }
    return pairs;
  }

  private void append(int rule, int column, long[] patterns, LongTable rows) {
    for (long pattern : patterns) {
      long pairs = pairsByPattern.get(pattern)[column];
      if (pairs > 0) {
        rows.append(rule, pattern, pairs);
      }
    }
  }
}
