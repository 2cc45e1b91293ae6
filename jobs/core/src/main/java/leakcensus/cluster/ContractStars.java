package leakcensus.cluster;

import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import leakcensus.block.LongTable;

/**
 * One bucket of a graph whose components are found by alternating large and small stars: the nodes
 * of the bucket, each with the smaller nodes that it is connected with.
 *
 * <pre>{@code
 * m(u)         the smallest of u and its neighbours
 * large star   each v with v > u, u a neighbour, is connected with m(u) instead of u
 * small star   u and each neighbour v < u are connected with m(u) instead of with each other
 * }</pre>
 *
 * <p>A round is one large and one small star. Where a round changes nothing, each node but the
 * smallest of its component is connected with that one alone. What comes out depends on no order
 * and on no number of buckets.
 *
 * <p>A pair stands in the bucket of its larger node. So m(u) is known in the bucket of u without
 * its larger neighbours, which may be all nodes of a giant component: each bucket asks once for
 * those of its neighbours, however many of its nodes have them. No table grows: a round makes no
 * more pairs than it was given.
 *
 * <p>Rounds: O(log^2 n) are proven, about log2 of the longest way seen. Memory: the pairs, which
 * are 16 bytes each, three times.
 *
 * <p>Source: R. Kiveris, S. Lattanzi, V. Mirrokni, V. Rastogi, S. Vassilvitskii (2014), Connected
 * components in MapReduce and beyond, Proc. ACM Symposium on Cloud Computing, 18:1-18:13.
 */
public final class ContractStars {

  private final LongTable pairs;
  private long changes;

  /** A bucket of {@link StarRows#distinctPairs}; all pairs of a larger node are in one bucket. */
  public ContractStars(LongTable pairs) {
    this.pairs = pairs;
  }

  /** Asks each neighbour once for the smallest of its own neighbours. */
  public LongTable questions() {
    LongTable questions = StarRows.messages();
    LongOpenHashSet asked = new LongOpenHashSet();
    for (int row = 0; row < pairs.size(); row++) {
      long neighbour = pairs.at(row, StarRows.NEIGHBOUR);
      if (asked.add(neighbour)) {
        questions.append(neighbour, pairs.at(row, StarRows.NODE), 0);
      }
    }
    return questions;
  }

  /** Answers what other buckets ask; a node that has no smaller neighbour needs no answer. */
  public LongTable replies(LongTable questions) {
    LongTable replies = StarRows.messages();
    for (int row = 0; row < questions.size(); row++) {
      long asked = questions.at(row, StarRows.TO);
      int first = StarRows.firstRow(pairs, asked);
      if (first < pairs.size() && pairs.at(first, StarRows.NODE) == asked) {
        replies.append(
            questions.at(row, StarRows.ABOUT), asked, pairs.at(first, StarRows.NEIGHBOUR));
      }
    }
    return replies;
  }

  /** The pairs after a large and a small star, given all answers to the questions. */
  public LongTable contracted(LongTable replies) {
    LongTable large = largeStar(replies);
    LongTable contracted = new LongTable(2, large.size());
    for (int start = 0; start < large.size(); ) {
      long node = large.at(start, StarRows.NODE);
      long least = large.at(start, StarRows.NEIGHBOUR);
      contracted.append(node, least);
      int row = start + 1;
      while (row < large.size() && large.at(row, StarRows.NODE) == node) {
        contracted.append(large.at(row, StarRows.NEIGHBOUR), least);
        changes++;
        row++;
      }
      start = row;
    }
    return contracted;
  }

  /** Pairs of this bucket that the last round changed; none in all buckets ends the rounds. */
  public long changes() {
    return changes;
  }

  private LongTable largeStar(LongTable replies) {
    Long2LongOpenHashMap leastOf = new Long2LongOpenHashMap();
    for (int row = 0; row < replies.size(); row++) {
      leastOf.put(replies.at(row, StarRows.ABOUT), replies.at(row, StarRows.VALUE));
    }
    changes = 0;
    LongTable large = new LongTable(2, pairs.size());
    for (int row = 0; row < pairs.size(); row++) {
      long neighbour = pairs.at(row, StarRows.NEIGHBOUR);
      long least = leastOf.getOrDefault(neighbour, neighbour);
      large.append(pairs.at(row, StarRows.NODE), least);
      changes += least == neighbour ? 0 : 1;
    }
    return StarRows.distinctPairs(large);
  }
}
