package leakcensus.cluster;

import leakcensus.link.Node;
import leakcensus.link.NodeKind;

/** What is counted of the nodes of a component to tell whether it is too heavy to be believed. */
public enum NodeWeight {
  /** Every node. */
  ANY,
  /** Nodes of valid national ids. */
  NATIONAL_ID;

  /** What a node weighs. */
  long of(long node) {
    return this == ANY || Node.kind(node) == NodeKind.NATIONAL_ID ? 1 : 0;
  }
}
