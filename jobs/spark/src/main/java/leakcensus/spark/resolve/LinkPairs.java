package leakcensus.spark.resolve;

import java.util.Iterator;
import leakcensus.block.LongTable;
import leakcensus.link.LinkRows;
import leakcensus.match.MatchModel;
import leakcensus.match.MatchRows;
import leakcensus.spark.function.BlockFunction;
import leakcensus.spark.function.LongBlocks;
import leakcensus.spark.stage.Stage;
import leakcensus.spark.table.BlockTable;
import leakcensus.spark.table.TableSchema;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Keeps the pairs that may be one person. */
public final class LinkPairs implements Stage {

  private final MatchModel model;
  private final double minLogOdds;

  /** A plan that keeps pairs of at least this evidence, in natural log odds. */
  public LinkPairs(MatchModel model, double minLogOdds) {
    this.model = model;
    this.minLogOdds = minLogOdds;
  }

  @Override
  public String name() {
    return "link-pairs";
  }

  @Override
  public TableSchema reads() {
    return BlockTable.PAIR;
  }

  @Override
  public TableSchema writes() {
    return BlockTable.LINK;
  }

  @Override
  public Dataset<Row> plan(Dataset<Row> pairs) {
    return pairs.mapPartitions(new LinkBucket(model, minLogOdds), BlockTable.ROWS);
  }

  /** Weighs the pairs of one bucket. */
  private static final class LinkBucket implements BlockFunction {

    private static final long serialVersionUID = 1;

    private final MatchModel model;
    private final double minLogOdds;

    LinkBucket(MatchModel model, double minLogOdds) {
      this.model = model;
      this.minLogOdds = minLogOdds;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> blocks) {
      LongTable links = LinkRows.links();
      while (blocks.hasNext()) {
        Row row = blocks.next();
        if (BlockTable.content(row) == BlockTable.PAIRS) {
          link(LongTable.decode(BlockTable.block(row)), links);
        }
      }
      return LongBlocks.rows(0, BlockTable.LINKS, links).iterator();
    }

    private void link(LongTable pairs, LongTable links) {
      for (int row = 0; row < pairs.size(); row++) {
        double logOdds = model.logOdds(pairs.at(row, MatchRows.PATTERN));
        if (logOdds >= minLogOdds) {
          links.append(
              pairs.at(row, MatchRows.LEFT),
              pairs.at(row, MatchRows.RIGHT),
              Double.doubleToLongBits(logOdds));
        }
      }
    }
  }
}
