package leakcensus.match;

import it.unimi.dsi.fastutil.HashCommon;
import leakcensus.block.LongTable;
import leakcensus.compare.AgreementLevel;
import leakcensus.compare.BlockingRule;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.link.Node;
import leakcensus.link.NodeKind;

/**
 * Counts how many signatures share a blocking key or a value, and answers those who have to know.
 *
 * <p>A key that more signatures share than the limit brings nobody together: it would cost the
 * square of their number and say little. How many pairs that leaves out is counted. Two signatures
 * under different trusted ids need no comparison, so a key that brings only such signatures
 * together is of no use either; contents of one id are compared, since from them it is learnt how
 * much the mentions of one person differ.
 */
public final class CountPostings {

  private final long maxBlock;
  private final LongTable answers = MatchRows.answers();
  private final CountTable counts = new CountTable();

  /** A counter that lets at most this many signatures share a key. */
  public CountPostings(long maxBlock) {
    this.maxBlock = maxBlock;
  }

  /** Counts postings of keys, of which all of one key must be there. */
  public void countKeys(LongTable postings) {
    postings.sort();
    for (int start = 0; start < postings.size(); ) {
      int end = start + 1;
      long key = postings.at(start, MatchRows.KEY);
      while (end < postings.size() && postings.at(end, MatchRows.KEY) == key) {
        end++;
      }
      countKey(postings, start, end);
      start = end;
    }
  }

  /** Counts postings of values, of which all of one value must be there. */
  public void countValues(LongTable postings) {
    postings.sort();
    for (int start = 0; start < postings.size(); ) {
      int end = start;
      long signatures = 0;
      long value = postings.at(start, MatchRows.VALUE);
      while (end < postings.size() && postings.at(end, MatchRows.VALUE) == value) {
        boolean another =
            end == start
                || postings.at(end, MatchRows.VALUE_SIGNATURE)
                    != postings.at(end - 1, MatchRows.VALUE_SIGNATURE);
        signatures += another ? 1 : 0;
        end++;
      }
      int band = AgreementLevel.band(signatures);
      for (int row = start; band > 0 && row < end; row++) {
        answers.append(
            postings.at(row, MatchRows.VALUE_SIGNATURE),
            postings.at(row, MatchRows.VALUE_FIELD),
            band);
      }
      start = end;
    }
  }

  /** The answers. */
  public LongTable answers() {
    return answers;
  }

  /** Pairs that keys bring together, and that were left out. */
  public CountTable counts() {
    return counts;
  }

  private void countKey(LongTable postings, int start, int end) {
    long all = end - start;
    long pairs = all * (all - 1) / 2 - pairsOfTwoIds(postings, start, end);
    if (pairs == 0) {
      return;
    }
    long key = postings.at(start, MatchRows.KEY);
    boolean useful = all <= BlockingRule.of(key).largestBlock(maxBlock);
    counts.add(
        useful ? Measure.BLOCKED_PAIRS : Measure.BLOCK_SKIPPED_PAIRS,
        CountTable.ALL_SOURCES,
        BlockingRule.of(key).ordinal(),
        pairs);
    counts.add(
        useful ? Measure.BLOCK_KEYS : Measure.BLOCK_SKIPPED_KEYS,
        CountTable.ALL_SOURCES,
        BlockingRule.of(key).ordinal(),
        1);
    if (useful) {
      long sharers = sharers(postings, start, end);
      for (int row = start; row < end; row++) {
        answers.append(postings.at(row, MatchRows.KEY_SIGNATURE), key, sharers);
      }
    }
  }

  /** A name of a set of signatures: equal sets have equal names, a negative number. */
  private static long sharers(LongTable postings, int start, int end) {
    long sum = 0;
    for (int row = start; row < end; row++) {
      sum += HashCommon.murmurHash3(postings.at(row, MatchRows.KEY_SIGNATURE));
    }
    return sum | Long.MIN_VALUE;
  }

  /** Pairs under two trusted ids; signatures ascend, so those of one id stand together. */
  private static long pairsOfTwoIds(LongTable postings, int start, int end) {
    long pairs = 0;
    long trusted = 0;
    long ofThisId = 0;
    long last = 0;
    for (int row = start; row < end; row++) {
      long signature = postings.at(row, MatchRows.KEY_SIGNATURE);
      if (isTrusted(signature)) {
        ofThisId = trusted > 0 && Node.shareId(last, signature) ? ofThisId + 1 : 1;
        trusted++;
        pairs += trusted - ofThisId;
        last = signature;
      }
    }
    return pairs;
  }

  static boolean isTrusted(long signatureOrNode) {
    return Node.kind(signatureOrNode) == NodeKind.NATIONAL_ID;
  }
}
