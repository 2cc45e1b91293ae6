package leakcensus.spark.resolve;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import leakcensus.block.LongTable;
import leakcensus.link.MentionGroups;
import leakcensus.link.TrustSettings;
import leakcensus.match.ChooseReview;
import leakcensus.match.LocateReview;
import leakcensus.match.ReviewBand;
import leakcensus.match.ReviewColumns;
import leakcensus.spark.function.BlockFunction;
import leakcensus.spark.function.MentionBlocks;
import leakcensus.spark.function.ZipFunction;
import leakcensus.spark.stage.Stage;
import leakcensus.spark.table.BlockTable;
import leakcensus.spark.table.TableSchema;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Gives pairs for review the position of their right side, and keeps no more of each band than can
 * be chosen.
 */
public final class LocateRightMentions implements Stage {

  private final Dataset<Row> halves;
  private final TrustSettings trust;
  private final int limit;

  /**
   * A plan for the pairs whose left side is located.
   *
   * @param halves pairs by their right node, bucket i in partition i
   * @param trust the limits of trust that the nodes were formed with
   * @param limit most pairs that are chosen
   */
  public LocateRightMentions(Dataset<Row> halves, TrustSettings trust, int limit) {
    BlockTable.REVIEW.require(halves);
    this.halves = halves;
    this.trust = trust;
    this.limit = limit;
  }

  @Override
  public String name() {
    return "locate-right-mentions";
  }

  @Override
  public TableSchema reads() {
    return BlockTable.MENTION;
  }

  @Override
  public TableSchema writes() {
    return BlockTable.REVIEW;
  }

  @Override
  public Dataset<Row> plan(Dataset<Row> mentions) {
    return ZipFunction.zip(mentions, halves, new LocateBucket(trust, limit), BlockTable.REVIEW)
        .repartitionById(ReviewBand.COUNT, functions.col(BlockTable.BUCKET))
        .mapPartitions(new ChooseBand(limit), BlockTable.ROWS);
  }

  /** Locates the right nodes of one bucket. */
  private static final class LocateBucket implements ZipFunction {

    private static final long serialVersionUID = 1;

    private final TrustSettings trust;
    private final int limit;

    LocateBucket(TrustSettings trust, int limit) {
      this.trust = trust;
      this.limit = limit;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> mentions, Iterator<Row> halfRows) {
      LongTable halves = ReviewColumns.halves();
      halfRows.forEachRemaining(row -> halves.appendEncoded(BlockTable.block(row)));
      ChooseReview choosing = new ChooseReview(limit);
      choosing.add(
          new LocateReview(new MentionGroups(MentionBlocks.gather(mentions), trust))
              .locateRight(halves));
      return rows(choosing);
    }
  }

  /** Chooses among what the buckets have kept of one band. */
  private static final class ChooseBand implements BlockFunction {

    private static final long serialVersionUID = 1;

    private final int limit;

    ChooseBand(int limit) {
      this.limit = limit;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> blocks) {
      ChooseReview choosing = new ChooseReview(limit);
      blocks.forEachRemaining(row -> choosing.add(LongTable.decode(BlockTable.block(row))));
      return rows(choosing);
    }
  }

  private static Iterator<Row> rows(ChooseReview choosing) {
    List<Row> rows = new ArrayList<>();
    for (int band = 0; band < ReviewBand.COUNT; band++) {
      LongTable kept = choosing.kept(band);
      if (kept.size() > 0) {
        rows.add(BlockTable.row(band, BlockTable.REVIEWS, kept.encode()));
      }
    }
    return rows.iterator();
  }
}
