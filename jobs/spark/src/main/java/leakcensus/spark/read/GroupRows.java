package leakcensus.spark.read;

import java.util.HashMap;
import java.util.Map;
import leakcensus.container.ContainerLimits;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ColumnPath;
import org.apache.parquet.schema.MessageType;

/**
 * How many rows a row group has. A footer can say anything: where it contradicts itself, the least
 * that it says counts, since each row that is said to be there would be read, or counted as lost.
 *
 * @param rows rows to read
 * @param sound whether all that the footer says agrees
 */
record GroupRows(long rows, boolean sound) {

  /** The rows of a row group of a file with this schema. */
  static GroupRows of(BlockMetaData group, MessageType schema) {
    Map<ColumnPath, ColumnDescriptor> leaves = new HashMap<>();
    for (ColumnDescriptor leaf : schema.getColumns()) {
      leaves.put(ColumnPath.get(leaf.getPath()), leaf);
    }
    long least = Math.max(0, group.getRowCount());
    boolean sound = least == group.getRowCount();
    for (ColumnChunkMetaData chunk : group.getColumns()) {
      ColumnDescriptor leaf = leaves.get(chunk.getPath());
      long values = chunk.getValueCount();
      // A column that repeats has a value or a mark of its absence for each row, and often more.
      boolean flat = leaf != null && leaf.getMaxRepetitionLevel() == 0;
      if (values < group.getRowCount() || flat && values != group.getRowCount()) {
        sound = false;
        least = Math.max(0, Math.min(least, values));
      }
    }
    return new GroupRows(least, sound);
  }

  /**
   * Whether the rows are a bomb: more than a packed file of these bytes may hold, were each row but
   * one byte. A page of a few bytes can stand for two billion rows without content.
   */
  boolean isBomb(BlockMetaData group, ContainerLimits limits) {
    return rows > limits.ratioFromBytes()
        && rows / limits.maxRatio() > Math.max(0, group.getCompressedSize());
  }
}
