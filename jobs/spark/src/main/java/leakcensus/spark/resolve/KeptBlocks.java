package leakcensus.spark.resolve;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import leakcensus.block.LongTable;
import leakcensus.spark.function.LongBlocks;
import leakcensus.spark.table.BlockTable;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Blocks that are kept until this is closed, and that forget what they were made from as soon as a
 * job has made them: bucket i in partition i.
 *
 * <p>So neither plans nor what Spark remembers of shuffles grow with the rounds. On a cluster each
 * block lies on two executors, so that the loss of one loses nothing. Spark keeps and sends blocks
 * encrypted; a checkpoint in files would not be.
 */
final class KeptBlocks implements AutoCloseable {

  private final JavaRDD<Row> rows;

  /** Keeps blocks from the next job on, which must want all of them, as those here do. */
  KeptBlocks(JavaRDD<Row> rows) {
    boolean alone = JavaSparkContext.fromSparkContext(rows.context()).isLocal();
    this.rows =
        rows.persist(alone ? StorageLevel.MEMORY_AND_DISK() : StorageLevel.MEMORY_AND_DISK_2());
    rows.rdd().localCheckpoint();
  }

  /** The blocks. */
  JavaRDD<Row> rows() {
    return rows;
  }

  /** All rows of one content; closes this if it fails. */
  LongTable collect(int content, LongTable table) {
    return LongBlocks.gather(collect(new BlocksOf(content)).iterator(), content, table);
  }

  /** What a function finds in each partition; closes this if it fails. */
  <T> List<T> collect(FlatMapFunction<Iterator<Row>, T> function) {
    try {
      return rows.mapPartitions(function).collect();
    } catch (Throwable fault) {
      // Not RuntimeException: Spark throws checked exceptions that none of its methods declares.
      close();
      throw fault;
    }
  }

  @Override
  public void close() {
    rows.unpersist(false);
  }

  /** The blocks of one content. */
  private static final class BlocksOf implements FlatMapFunction<Iterator<Row>, Row> {

    private static final long serialVersionUID = 1;

    private final int content;

    BlocksOf(int content) {
      this.content = content;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> blocks) {
      List<Row> found = new ArrayList<>();
      while (blocks.hasNext()) {
        Row row = blocks.next();
        if (BlockTable.content(row) == content) {
          found.add(row);
        }
      }
      return found.iterator();
    }
  }
}
