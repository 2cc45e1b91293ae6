package leakcensus.cluster;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import leakcensus.block.LongTable;
import leakcensus.link.LinkRows;

/** Tells of the nodes of one bucket which component each belongs to, and whether it is believed. */
public final class JudgeStars {

  private final LongTable stars;
  private final LongTable totals;
  private final LongOpenHashSet refused = new LongOpenHashSet();

  /**
   * A judge of one bucket.
   *
   * @param stars nodes of the bucket, each with the smallest of its component; sorted
   * @param totals what components weigh, for this bucket
   * @param limit weight above which a component is refused
   */
  public JudgeStars(LongTable stars, LongTable totals, long limit) {
    this.stars = stars;
    this.totals = totals;
    for (int row = 0; row < totals.size(); row++) {
      if (totals.at(row, StarRows.VALUE) > limit) {
        refused.add(totals.at(row, StarRows.ABOUT));
      }
    }
  }

  /** Whether a node of this bucket is in a component that is refused. */
  public boolean isRefused(long node) {
    int row = StarRows.firstRow(stars, node);
    boolean isSmallest = row == stars.size() || stars.at(row, StarRows.NODE) != node;
    return refused.contains(isSmallest ? node : stars.at(row, StarRows.NEIGHBOUR));
  }

  /** The nodes of this bucket whose component is believed, with that component. */
  public LongTable assignments() {
    LongTable assignments = LinkRows.assignments();
    for (int row = 0; row < totals.size(); row++) {
      long smallest = totals.at(row, StarRows.ABOUT);
      if (totals.at(row, StarRows.TO) == smallest && !refused.contains(smallest)) {
        assignments.append(smallest, smallest);
      }
    }
    for (int row = 0; row < stars.size(); row++) {
      long smallest = stars.at(row, StarRows.NEIGHBOUR);
      if (!refused.contains(smallest)) {
        assignments.append(stars.at(row, StarRows.NODE), smallest);
      }
    }
    return assignments;
  }
}
