package leakcensus.match;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import leakcensus.block.LongTable;
import leakcensus.link.MentionGroups;
import leakcensus.person.MentionBlock;

/** Gives pairs for review the position of the first mention of a node, one side after the other. */
public final class LocateReview {

  private static final int NOWHERE = -1;

  private final MentionBlock mentions;
  private final Long2IntOpenHashMap firstRows = new Long2IntOpenHashMap();

  /** Locates the nodes of some mentions. */
  public LocateReview(MentionGroups groups) {
    mentions = groups.mentions();
    firstRows.defaultReturnValue(NOWHERE);
    for (int start = 0; start < groups.size(); start = groups.end(start)) {
      firstRows.put(groups.node(start), start);
    }
  }

  /** Locates the left nodes of all offered pairs of these nodes, each pair once. */
  public LongTable locateLeft(LongTable offered) {
    offered.sort();
    LongTable halves = ReviewColumns.halves();
    for (int start = 0; start < offered.size(); ) {
      double logOdds = Double.NEGATIVE_INFINITY;
      int end = start;
      while (end < offered.size() && isSamePair(offered, start, end)) {
        logOdds = Math.max(logOdds, logOdds(offered, end, ReviewColumns.OFFERED_LOG_ODDS));
        end++;
      }
      if (ReviewBand.isInside(logOdds)) {
        int row = firstRow(offered.at(start, ReviewColumns.LEFT));
        halves.append(
            offered.at(start, ReviewColumns.RIGHT),
            Double.doubleToLongBits(logOdds),
            mentions.fileId(row),
            mentions.position(row),
            mentions.slot(row));
      }
      start = end;
    }
    return halves;
  }

  /** Locates the other side of all halves that wait for these nodes. */
  public LongTable locateRight(LongTable halves) {
    LongTable located = ReviewColumns.located();
    for (int half = 0; half < halves.size(); half++) {
      int row = firstRow(halves.at(half, ReviewColumns.OPEN));
      located.append(
          halves.at(half, ReviewColumns.HALF_LOG_ODDS),
          halves.at(half, ReviewColumns.HALF_FILE),
          halves.at(half, ReviewColumns.HALF_POSITION),
          halves.at(half, ReviewColumns.HALF_SLOT),
          mentions.fileId(row),
          mentions.position(row),
          mentions.slot(row));
    }
    return located;
  }

  static double logOdds(LongTable table, int row, int column) {
    return Double.longBitsToDouble(table.at(row, column));
  }

  private int firstRow(long node) {
    int row = firstRows.get(node);
    if (row == NOWHERE) {
      throw new IllegalStateException("Cannot locate a node of a compared pair: no mention has it");
    }
    return row;
  }

  private static boolean isSamePair(LongTable offered, int one, int other) {
    return offered.at(one, ReviewColumns.LEFT) == offered.at(other, ReviewColumns.LEFT)
        && offered.at(one, ReviewColumns.RIGHT) == offered.at(other, ReviewColumns.RIGHT);
  }
}
