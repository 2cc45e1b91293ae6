package leakcensus.cluster;

import leakcensus.block.LongTable;

/** Columns of the tables that connecting in rounds moves as blocks. */
public final class StarRows {

  /** Pair: a node. */
  public static final int NODE = 0;

  /** Pair: a smaller node that it is connected with. */
  public static final int NEIGHBOUR = 1;

  /** Message: the node that it is for, in whose bucket it is read. */
  public static final int TO = 0;

  /** Message: the node that it is about, or that wants an answer. */
  public static final int ABOUT = 1;

  /** Message: what it says. */
  public static final int VALUE = 2;

  private StarRows() {}

  /** An empty table of pairs. */
  public static LongTable pairs() {
    return new LongTable(2);
  }

  /** An empty table of messages. */
  public static LongTable messages() {
    return new LongTable(3);
  }

  /** Pairs each once and sorted; sorts those given, too. */
  public static LongTable distinctPairs(LongTable pairs) {
    pairs.sort();
    LongTable distinct = new LongTable(2, pairs.size());
    for (int row = 0; row < pairs.size(); row++) {
      int last = distinct.size() - 1;
      if (last < 0
          || distinct.at(last, NODE) != pairs.at(row, NODE)
          || distinct.at(last, NEIGHBOUR) != pairs.at(row, NEIGHBOUR)) {
        distinct.append(pairs.at(row, NODE), pairs.at(row, NEIGHBOUR));
      }
    }
    return distinct;
  }

  /** The first row of a sorted table whose first column is at least a number. */
  static int firstRow(LongTable sorted, long number) {
    int low = 0;
    int high = sorted.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted.at(middle, 0) < number) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
