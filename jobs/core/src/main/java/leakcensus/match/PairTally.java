package leakcensus.match;

import it.unimi.dsi.fastutil.longs.Long2LongMap;
import it.unimi.dsi.fastutil.longs.Long2LongRBTreeMap;
import it.unimi.dsi.fastutil.longs.Long2LongSortedMap;
import java.util.ArrayList;
import java.util.List;
import leakcensus.block.LongTable;
import leakcensus.compare.BlockingRule;

/**
 * How many compared pairs show which pattern: each pair once, and once for every blocking rule that
 * brought it together. Tallies of different pairs add up. Not thread-safe.
 */
public final class PairTally {

  private static final BlockingRule[] RULES = BlockingRule.values();

  private final Long2LongRBTreeMap all = new Long2LongRBTreeMap();
  private final List<Long2LongRBTreeMap> ofRule = new ArrayList<>();

  /** The tally of no pair. */
  public PairTally() {
    for (int rule = 0; rule < RULES.length; rule++) {
      ofRule.add(new Long2LongRBTreeMap());
    }
  }

  /**
   * Counts a pair.
   *
   * @param pattern its agreement pattern
   * @param rules rules of which it shares a key, as a mask of their ordinals
   */
  public void add(long pattern, int rules) {
    all.addTo(pattern, 1);
    for (int rule = 0; rule < RULES.length; rule++) {
      if ((rules >>> rule & 1) != 0) {
        ofRule.get(rule).addTo(pattern, 1);
      }
    }
  }

  /** Adds all pairs of a table of tallies. */
  public void addAll(LongTable tallies) {
    for (int row = 0; row < tallies.size(); row++) {
      int rule = (int) tallies.at(row, MatchRows.TALLIED_RULE);
      (rule == MatchRows.ANY_RULE ? all : ofRule.get(rule))
          .addTo(
              tallies.at(row, MatchRows.TALLIED_PATTERN), tallies.at(row, MatchRows.TALLIED_PAIRS));
    }
  }

  /** All pairs by pattern. */
  public Long2LongSortedMap pairs() {
    return all;
  }

  /** Pairs that a rule brought together, by pattern. */
  public Long2LongSortedMap pairs(BlockingRule rule) {
    return ofRule.get(rule.ordinal());
  }

  /** All counts as a table. */
  public LongTable rows() {
    LongTable rows = MatchRows.tallies();
    append(MatchRows.ANY_RULE, all, rows);
    for (int rule = 0; rule < RULES.length; rule++) {
      append(rule, ofRule.get(rule), rows);
    }
    return rows;
  }

  private static void append(int rule, Long2LongSortedMap pairs, LongTable rows) {
    for (Long2LongMap.Entry entry : pairs.long2LongEntrySet()) {
      rows.append(rule, entry.getLongKey(), entry.getLongValue());
    }
  }
}
