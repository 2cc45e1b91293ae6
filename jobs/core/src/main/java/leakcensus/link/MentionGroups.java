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

  private final TrustSettings trust;
  private final LongOpenHashSet refused = new LongOpenHashSet();
  private MentionBlock mentions;
  private long[] nodes;
  private long refusedMentions;

  /** Groups all mentions of a block. */
  public MentionGroups(MentionBlock mentions, TrustSettings trust) {
    this.mentions = mentions;
    this.trust = trust;
    nodes = new long[mentions.size()];
    Arrays.setAll(nodes, row -> Node.of(mentions, row, trust.method()));
    sort();
    if (refuseJunkIds()) {
      sort();
    }
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

  private void sort() {
    int[] order = RowOrder.by(nodes, nodes.length);
    long[] ordered = new long[order.length];
    Arrays.setAll(ordered, row -> nodes[order[row]]);
    for (int start = 0; start < ordered.length; ) {
      int end = end(ordered, start);
      if (end - start > 1) {
        IntArrays.quickSort(order, start, end, this::comparePlaces);
      }
      start = end;
    }
    nodes = ordered;
    mentions = mentions.inOrder(order);
  }

  private static int end(long[] nodes, int start) {
    int end = start + 1;
    while (end < nodes.length && nodes[end] == nodes[start]) {
      end++;
    }
    return end;
  }

  /** By place in the leak, so that what comes out does not depend on what came in first. */
  private int comparePlaces(int left, int right) {
    int byFile = Integer.compare(mentions.fileId(left), mentions.fileId(right));
    if (byFile != 0) {
      return byFile;
    }
    int byPosition = Long.compare(mentions.position(left), mentions.position(right));
    return byPosition != 0
        ? byPosition
        : Integer.compare(mentions.slot(left), mentions.slot(right));
  }

  private boolean refuseJunkIds() {
    for (int start = 0; start < size(); ) {
      int end = end(start);
      if (Node.kind(node(start)) == NodeKind.NATIONAL_ID && isJunk(start, end)) {
        refused.add(node(start));
        refusedMentions += end - start;
        for (int row = start; row < end; row++) {
          nodes[row] = Node.withoutNationalId(mentions, row);
        }
      }
      start = end;
    }
    return !refused.isEmpty();
  }

  private boolean isJunk(int start, int end) {
    if (end - start > trust.maxMentions()) {
      return true;
    }
    if (end - start <= trust.maxNames()) {
      return false;
    }
    LongOpenHashSet names = new LongOpenHashSet();
    for (int row = start; row < end; row++) {
      names.add(mentions.token(row, PersonField.FULL_NAME));
    }
    names.remove(0);
    return names.size() > trust.maxNames();
  }
}
