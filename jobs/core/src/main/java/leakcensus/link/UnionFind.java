package leakcensus.link;

import java.util.Arrays;

/**
 * Disjoint sets of the numbers 0 to n - 1, by path halving; the smallest number of a set stands for
 * it, so the result does not depend on the order of the unions.
 *
 * <p>Source: R. E. Tarjan and J. van Leeuwen (1984), J. ACM 31, 245-281.
 */
public final class UnionFind {

  private final int[] parents;

  /** Sets of one element each. */
  public UnionFind(int elements) {
    parents = new int[elements];
    Arrays.setAll(parents, element -> element);
  }

  private UnionFind(int[] parents) {
    this.parents = parents;
  }

  UnionFind copy() {
    return new UnionFind(parents.clone());
  }

  /** The smallest number in the set of an element. */
  public int find(int element) {
    int node = element;
    while (parents[node] != node) {
      parents[node] = parents[parents[node]];
      node = parents[node];
    }
    return node;
  }

  /** Makes one set of two; whether they were two. */
  public boolean union(int left, int right) {
    int leftRoot = find(left);
    int rightRoot = find(right);
    if (leftRoot == rightRoot) {
      return false;
    }
    parents[Math.max(leftRoot, rightRoot)] = Math.min(leftRoot, rightRoot);
    return true;
  }
}
