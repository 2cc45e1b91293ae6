package leakcensus.match;

import it.unimi.dsi.fastutil.longs.Long2LongMap;
import it.unimi.dsi.fastutil.longs.Long2LongRBTreeMap;
import it.unimi.dsi.fastutil.longs.Long2LongSortedMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
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

  /** All pairs by pattern. */
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
    append(MatchRows.ANY_RULE, pairs(), rows);
    for (BlockingRule rule : RULES) {
      append(rule.ordinal(), pairs(rule), rows);
    }
    return rows;
  }

  private long[] pairs(long pattern) {
    return pairsByPattern.computeIfAbsent(pattern, unseen -> new long[RULES.length + 1]);
  }

  private Long2LongSortedMap column(int column) {
    Long2LongSortedMap pairs = new Long2LongRBTreeMap();
    for (Long2ObjectMap.Entry<long[]> entry : pairsByPattern.long2ObjectEntrySet()) {
      if (entry.getValue()[column] > 0) {
        pairs.put(entry.getLongKey(), entry.getValue()[column]);
      }
    }
    return pairs;
  }

  private static void append(int rule, Long2LongSortedMap pairs, LongTable rows) {
    for (Long2LongMap.Entry entry : pairs.long2LongEntrySet()) {
      rows.append(rule, entry.getLongKey(), entry.getLongValue());
    }
  }
}
