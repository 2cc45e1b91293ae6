package leakcensus.match;

import leakcensus.block.LongTable;

/** Columns of the tables in which pairs for review get the positions of their mentions. */
public final class ReviewColumns {

  /** Pair that is offered: node of one side. */
  public static final int LEFT = 0;

  /** Pair that is offered: node of the other side. */
  public static final int RIGHT = 1;

  /** Half that is located: node of the side that is not. */
  public static final int OPEN = 0;

  static final int OFFERED_LOG_ODDS = 2;

  static final int HALF_LOG_ODDS = 1;
  static final int HALF_FILE = 2;
  static final int HALF_POSITION = 3;
  static final int HALF_SLOT = 4;

  static final int LOG_ODDS = 0;
  static final int LEFT_FILE = 1;
  static final int LEFT_POSITION = 2;
  static final int LEFT_SLOT = 3;
  static final int RIGHT_FILE = 4;
  static final int RIGHT_POSITION = 5;
  static final int RIGHT_SLOT = 6;

  private ReviewColumns() {}

  /** An empty table of positions of mentions: file, offset and slot. */
  public static LongTable positions() {
    return new LongTable(3);
  }

  /** An empty table of pairs that are offered: both nodes and the bits of the log odds. */
  public static LongTable offered() {
    return new LongTable(3);
  }

  /** An empty table of pairs of which one side has its position. */
  public static LongTable halves() {
    return new LongTable(5);
  }

  /** An empty table of pairs of which both sides have their position. */
  public static LongTable located() {
    return new LongTable(7);
  }
}
