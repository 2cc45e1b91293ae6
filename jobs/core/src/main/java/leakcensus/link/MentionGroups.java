package leakcensus.link;

import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.Arrays;
import leakcensus.block.RowOrder;
import leakcensus.person.MentionBlock;
import leakcensus.person.PersonField;

/**
 * The mentions of one bucket in groups of one node each, put in this order: looked up where they
 * arrived, each look would wait for memory. A national id that too many mentions or names share is
 * not believed: its mentions fall apart into nodes without it.
 */
public final class MentionGroups {

  private final MentionBlock mentions;
  private final long[] nodes;
  private final TrustSettings trust;
  private final LongOpenHashSet refused = new LongOpenHashSet();
  private long refusedMentions;

  /** Groups all mentions of a block, which it copies. */
  public MentionGroups(MentionBlock arrived, TrustSettings trust) {
    this.trust = trust;
    long[] arrivedNodes = new long[arrived.size()];
    Arrays.setAll(arrivedNodes, row -> Node.of(arrived, row, trust.method()));
    int[] order = order(arrived, arrivedNodes);
    if (refuseJunkIds(arrived, arrivedNodes, order)) {
      order = order(arrived, arrivedNodes);
    }
    mentions = arrived.inOrder(order);
    nodes = inOrder(arrivedNodes, order);
  }

  /** The mentions in the order of the groups. */
  public MentionBlock mentions() {
    return mentions;
  }

  /** Number of mentions. */
  public int size() {
    return nodes.length;
  }

  /** Node of a mention. */
  public long node(int row) {
    return nodes[row];
  }

  /** The row behind the group that starts at a row. */
  public int end(int start) {
    return end(nodes, start);
  }

  /** Number of national ids that are not believed. */
  public long refusedIds() {
    return refused.size();
  }

  /** Whether a node stands on a national id that is not believed. */
  public boolean isRefused(long node) {
    return refused.contains(node);
  }

  /** Number of mentions that carry one of them. */
  public long refusedMentions() {
    return refusedMentions;
  }

  private static int[] order(MentionBlock arrived, long[] arrivedNodes) {
    int[] order = RowOrder.by(arrivedNodes, arrivedNodes.length);
    long[] ordered = inOrder(arrivedNodes, order);
    for (int start = 0; start < ordered.length; ) {
      int end = end(ordered, start);
      if (end - start > 1) {
        IntArrays.quickSort(
            order, start, end, (left, right) -> comparePlaces(arrived, left, right));
      }
      start = end;
    }
    return order;
  }

  private static long[] inOrder(long[] arrived, int[] order) {
    long[] ordered = new long[order.length];
    Arrays.setAll(ordered, row -> arrived[order[row]]);
    return ordered;
  }

  private static int end(long[] nodes, int start) {
    int end = start + 1;
    while (end < nodes.length && nodes[end] == nodes[start]) {
      end++;
    }
    return end;
  }

  /** By place in the leak, so that what comes out does not depend on what came in first. */
  private static int comparePlaces(MentionBlock mentions, int left, int right) {
    int byFile = Integer.compare(mentions.fileId(left), mentions.fileId(right));
    if (byFile != 0) {
      return byFile;
    }
    int byPosition = Long.compare(mentions.position(left), mentions.position(right));
    return byPosition != 0
        ? byPosition
        : Integer.compare(mentions.slot(left), mentions.slot(right));
  }

  /** Gives mentions of an id that is not believed nodes without it; whether there are any. */
  private boolean refuseJunkIds(MentionBlock arrived, long[] arrivedNodes, int[] order) {
    long[] ordered = inOrder(arrivedNodes, order);
    for (int start = 0; start < ordered.length; ) {
      int end = end(ordered, start);
      if (Node.kind(ordered[start]) == NodeKind.NATIONAL_ID && isJunk(arrived, order, start, end)) {
        refused.add(ordered[start]);
        refusedMentions += end - start;
        for (int place = start; place < end; place++) {
          arrivedNodes[order[place]] = Node.withoutNationalId(arrived, order[place]);
        }
      }
      start = end;
    }
    return !refused.isEmpty();
  }

  private boolean isJunk(MentionBlock arrived, int[] order, int start, int end) {
    if (end - start > trust.maxMentions()) {
      return true;
    }
    if (end - start <= trust.maxNames()) {
      return false;
    }
    LongOpenHashSet names = new LongOpenHashSet();
    for (int place = start; place < end; place++) {
      names.add(arrived.token(order[place], PersonField.FULL_NAME));
    }
    names.remove(0);
    return names.size() > trust.maxNames();
  }
}
