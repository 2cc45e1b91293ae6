package leakcensus.cluster;

import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import java.util.function.LongUnaryOperator;
import leakcensus.block.LongTable;
import leakcensus.link.LinkRows;
import leakcensus.link.Node;
import leakcensus.link.NodeKind;

/**
 * What the nodes of one bucket weigh where components may have one identity at most: nodes that
 * share a valid national id are one identity, which the smallest of them stands for; any other node
 * of a valid national id is one of its own.
 */
public final class IdentityWeights implements LongUnaryOperator {

  private final Long2LongOpenHashMap smallest = new Long2LongOpenHashMap();

  /**
   * The weights of one bucket.
   *
   * @param identities nodes of the bucket that share national ids with others, each with the
   *     smallest of them, itself included
   */
  public IdentityWeights(LongTable identities) {
    for (int row = 0; row < identities.size(); row++) {
      smallest.put(
          identities.at(row, LinkRows.ASSIGNED_NODE),
          identities.at(row, LinkRows.ASSIGNED_COMPONENT));
    }
  }

  /** What a node weighs: 1 where it stands for an identity, else 0. */
  @Override
  public long applyAsLong(long node) {
    if (smallest.containsKey(node)) {
      return smallest.get(node) == node ? 1 : 0;
    }
    return Node.kind(node) == NodeKind.NATIONAL_ID ? 1 : 0;
  }
}
