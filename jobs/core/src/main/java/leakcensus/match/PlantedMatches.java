package leakcensus.match;

import java.util.Map;
import leakcensus.compare.BlockingRule;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;

/**
 * What became of pairs of a mention and a copy of it with so many slips planted.
 *
 * @param slips slips in the copy
 * @param pairs pairs planted
 * @param foundPairs those that share a blocking key
 * @param joinedPairs those of them that are more likely one person than two, by the model
 */
public record PlantedMatches(int slips, long pairs, long foundPairs, long joinedPairs) {

  /** Most slips in a copy. */
  public static final int MOST_SLIPS = 2;

  /** A pattern is longer than the second key of a count; the rest goes into the first. */
  private static final int PATTERN_BITS = 42;

  private static final int SLIPS_BITS = 2;
  private static final int FLAG_BITS = SLIPS_BITS + 1;
  private static final int HIGH_PATTERNS = 1 << 2;

  /** Counts a pair. */
  static void add(int slips, long pattern, int rules, CountTable counts) {
    int all = CountTable.ALL_SOURCES;
    long low = pattern & ((1L << PATTERN_BITS) - 1);
    long first = first(slips, rules != 0, pattern >>> PATTERN_BITS);
    counts.add(Measure.PLANTED_PATTERN_PAIRS, all, first, low, 1);
    for (BlockingRule rule : BlockingRule.values()) {
      if ((rules >>> rule.ordinal() & 1) != 0) {
        counts.add(Measure.PLANTED_RULE_PAIRS, all, slips, rule.ordinal(), 1);
      }
    }
  }

  /** What became of the pairs that were counted, with so many slips. */
  public static PlantedMatches of(CountTable counts, int slips, MatchFindings findings) {
    long pairs = 0;
    long found = 0;
    long joined = 0;
    for (long high = 0; high < HIGH_PATTERNS; high++) {
      pairs = Math.addExact(pairs, sum(patterns(counts, slips, false, high)));
      Map<Long, Long> foundByPattern = patterns(counts, slips, true, high);
      found = Math.addExact(found, sum(foundByPattern));
      for (Map.Entry<Long, Long> entry : foundByPattern.entrySet()) {
        long pattern = findings.checks().bands().of(high << PATTERN_BITS | entry.getKey());
        if (findings.model().sameProbability(pattern) >= ProbabilityBand.EVEN) {
          joined = Math.addExact(joined, entry.getValue());
        }
      }
    }
    return new PlantedMatches(slips, Math.addExact(pairs, found), found, joined);
  }

  /** Planted pairs with so many slips that share a key of a rule. */
  public static long foundPairs(CountTable counts, int slips, BlockingRule rule) {
    return counts.at(Measure.PLANTED_RULE_PAIRS, CountTable.ALL_SOURCES, slips, rule.ordinal());
  }

  private static Map<Long, Long> patterns(
      CountTable counts, int slips, boolean found, long highPattern) {
    return counts.bySecond(
        Measure.PLANTED_PATTERN_PAIRS, CountTable.ALL_SOURCES, first(slips, found, highPattern));
  }

  private static long first(int slips, boolean found, long highPattern) {
    return highPattern << FLAG_BITS | (found ? 1L : 0L) << SLIPS_BITS | slips;
  }

  private static long sum(Map<Long, Long> counted) {
    return counted.values().stream().reduce(0L, Math::addExact);
  }
}
