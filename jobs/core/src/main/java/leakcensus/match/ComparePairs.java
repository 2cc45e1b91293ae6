package leakcensus.match;

import java.util.List;
import leakcensus.block.Bucket;
import leakcensus.block.LongTable;
import leakcensus.compare.BlockingRule;
import leakcensus.compare.CompareSignatures;
import leakcensus.compare.Signature;

/**
 * Compares the signatures that share a blocking key, each pair once however many keys it shares:
 * under the smallest of them that repeats no other.
 */
public final class ComparePairs {

  private final LongTable pairs = MatchRows.pairs();
  private final PairTally tally = new PairTally();

  /**
   * Compares the pairs of one bucket.
   *
   * @param signatures all signatures with a key in the bucket, each once
   * @param bucket the bucket
   * @param buckets number of buckets over which keys are spread
   * @throws IllegalStateException if a signature has no key in the bucket: its pairs would be lost
   */
  public void compare(List<Signature> signatures, int bucket, int buckets) {
    LongTable members = new LongTable(2);
    for (int at = 0; at < signatures.size(); at++) {
      Signature signature = signatures.get(at);
      int before = members.size();
      for (int key = 0; key < signature.keyCount(); key++) {
        if (!BlockingRule.isRepeating(signature.key(key))
            && Bucket.of(signature.key(key), buckets) == bucket) {
          members.append(signature.key(key), at);
        }
      }
      if (members.size() == before) {
        throw new IllegalStateException(
            "Invalid bucket %d of %d: a signature has no key in it".formatted(bucket, buckets));
      }
    }
    members.sort();
    for (int start = 0; start < members.size(); ) {
      int end = start + 1;
      while (end < members.size() && members.at(end, 0) == members.at(start, 0)) {
        end++;
      }
      compare(signatures, members, start, end);
      start = end;
    }
  }

  /** Pairs of different nodes, with their patterns. */
  public LongTable pairs() {
    return pairs;
  }

  /** How many pairs show which pattern, those inside one node included. */
  public PairTally tally() {
    return tally;
  }

  private void compare(List<Signature> signatures, LongTable members, int start, int end) {
    long key = members.at(start, 0);
    for (int left = start; left < end; left++) {
      Signature one = signatures.get((int) members.at(left, 1));
      for (int right = left + 1; right < end; right++) {
        Signature other = signatures.get((int) members.at(right, 1));
        if (isComparable(one, other) && firstCommonKey(one, other) == key) {
          add(one, other);
        }
      }
    }
  }

  private void add(Signature one, Signature other) {
    long pattern = CompareSignatures.pattern(one, other);
    tally.add(pattern, commonRules(one, other));
    if (one.node() != other.node()) {
      boolean inOrder = one.node() < other.node();
      pairs.append(
          inOrder ? one.node() : other.node(), inOrder ? other.node() : one.node(), pattern);
    }
  }

  /** Two persons told apart by trusted ids need no comparison. */
  static boolean isComparable(Signature one, Signature other) {
    return one.node() == other.node()
        || !CountPostings.isTrusted(one.node())
        || !CountPostings.isTrusted(other.node());
  }

  /** Rules of which two signatures share a key, as a mask. */
  static int commonRules(Signature one, Signature other) {
    int rules = 0;
    int left = 0;
    int right = 0;
    while (left < one.keyCount() && right < other.keyCount()) {
      long leftKey = one.key(left);
      long rightKey = other.key(right);
      if (leftKey == rightKey) {
        rules |= 1 << BlockingRule.of(leftKey).ordinal();
      }
      left += leftKey <= rightKey ? 1 : 0;
      right += leftKey >= rightKey ? 1 : 0;
    }
    return rules;
  }

  /** The smallest key of both that repeats no other, 0 where they share none. */
  static long firstCommonKey(Signature one, Signature other) {
    int left = 0;
    int right = 0;
    while (left < one.keyCount() && right < other.keyCount()) {
      long leftKey = one.key(left);
      long rightKey = other.key(right);
      if (leftKey == rightKey && !BlockingRule.isRepeating(leftKey)) {
        return leftKey;
      }
      left += leftKey <= rightKey ? 1 : 0;
      right += leftKey >= rightKey ? 1 : 0;
    }
    return 0;
  }
}
