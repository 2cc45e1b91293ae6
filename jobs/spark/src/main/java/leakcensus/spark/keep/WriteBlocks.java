package leakcensus.spark.keep;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import leakcensus.pseudonym.SealKey;
import leakcensus.spark.table.BlockTable;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction2;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Writes the blocks of one partition into a file of their own, each sealed. Every attempt at a task
 * has its own file, so none writes over another's, and only what the driver lists afterwards
 * counts.
 */
final class WriteBlocks implements FlatMapFunction2<Iterator<Row>, Iterator<byte[]>, KeptFile> {

  private static final long serialVersionUID = 1;
  private static final FsPermission OWNER_ONLY = new FsPermission((short) 0600);

  private final String table;
  private final String folder;
  private final SerializableConfiguration hadoop;

  /**
   * A writer.
   *
   * @param table name of the table
   * @param folder where its files go
   * @param hadoop settings of the file system
   */
  WriteBlocks(String table, String folder, SerializableConfiguration hadoop) {
    this.table = table;
    this.folder = folder;
    this.hadoop = hadoop;
  }

  @Override
  public Iterator<KeptFile> call(Iterator<Row> rows, Iterator<byte[]> secret) throws IOException {
    SealKey key = SealKey.of(secret.next());
    int partition = TaskContext.getPartitionId();
    String name = "%05d-%d".formatted(partition, TaskContext.get().taskAttemptId());
    Path file = new Path(folder, name);
    FileSystem files = file.getFileSystem(hadoop.value());
    files.setWriteChecksum(false);
    files.delete(file, false);
    long blocks = 0;
    try (DataOutputStream out = FileSystem.create(files, file, OWNER_ONLY)) {
      while (rows.hasNext()) {
        byte[] sealed = key.seal(content(rows.next()), KeptFile.place(table, partition, blocks));
        out.writeInt(sealed.length);
        out.write(sealed);
        blocks++;
      }
    }
    return List.of(new KeptFile(name, blocks)).iterator();
  }

  private static byte[] content(Row row) {
    byte[] block = BlockTable.block(row);
    return ByteBuffer.allocate(2 * Integer.BYTES + block.length)
        .putInt(BlockTable.bucket(row))
        .putInt(BlockTable.content(row))
        .put(block)
        .array();
  }
}
