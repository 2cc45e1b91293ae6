package leakcensus.cluster;

import java.util.function.LongUnaryOperator;
import leakcensus.link.Node;
import leakcensus.link.NodeKind;

/** What is counted of the nodes of a component to tell whether it is too heavy to be believed. */
public enum NodeWeight implements LongUnaryOperator {
  /** Every node. */
  ANY,
  /** Nodes of valid national ids. */
  NATIONAL_ID;

  /** What a node weighs. */
  @Override
  public long applyAsLong(long node) {
    return this == ANY || Node.kind(node) == NodeKind.NATIONAL_ID ? 1 : 0;
  }
}
