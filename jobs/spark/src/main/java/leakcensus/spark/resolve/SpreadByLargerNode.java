package leakcensus.spark.resolve;

import java.util.Iterator;
import leakcensus.block.LongTable;
import leakcensus.spark.function.BlockFunction;
import leakcensus.spark.function.Buckets;
import leakcensus.spark.function.LongBlocks;
import org.apache.spark.sql.Row;

/** Sends what joins two nodes to the bucket of the larger one, which comes first from then on. */
final class SpreadByLargerNode implements BlockFunction {

  private static final long serialVersionUID = 1;

  private final int content;
  private final int columns;
  private final int from;
  private final int to;
  private final int buckets;

  /**
   * A function over one kind of blocks.
   *
   * @param content content of the blocks
   * @param columns number of their columns
   * @param from column of one node, afterwards of the larger
   * @param to column of the other
   * @param buckets number of buckets
   */
  SpreadByLargerNode(int content, int columns, int from, int to, int buckets) {
    this.content = content;
    this.columns = columns;
    this.from = from;
    this.to = to;
    this.buckets = buckets;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> blocks) {
    LongTable joins = LongBlocks.gather(blocks, content, new LongTable(columns));
    for (int row = 0; row < joins.size(); row++) {
      long one = joins.at(row, from);
      long other = joins.at(row, to);
      joins.set(row, from, Math.max(one, other));
      joins.set(row, to, Math.min(one, other));
    }
    return Buckets.split(joins, from, content, buckets).iterator();
  }
}
