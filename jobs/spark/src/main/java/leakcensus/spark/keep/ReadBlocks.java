package leakcensus.spark.keep;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import leakcensus.pseudonym.SealKey;
import leakcensus.spark.table.BlockTable;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;

/** Reads the blocks of one partition back, one at a time. */
final class ReadBlocks implements FlatMapFunction<Iterator<byte[]>, Row> {

  private static final long serialVersionUID = 1;

  /** No block of a table is nearly as long; a longer one means that the file is no such file. */
  private static final int LONGEST_BYTES = 1 << 30;

  private final String table;
  private final String folder;
  private final List<String> names;
  private final List<Long> blocks;
  private final SerializableConfiguration hadoop;

  ReadBlocks(String table, String folder, List<KeptFile> files, SerializableConfiguration hadoop) {
    this.table = table;
    this.folder = folder;
    this.names = files.stream().map(KeptFile::name).toList();
    this.blocks = files.stream().map(KeptFile::blocks).toList();
    this.hadoop = hadoop;
  }

  @Override
  public Iterator<Row> call(Iterator<byte[]> secret) {
    int partition = TaskContext.getPartitionId();
    DataInputStream input = open(new Path(folder, names.get(partition)));
    TaskContext.get().addTaskCompletionListener((TaskCompletionListener) end -> close(input));
    return new Blocks(input, SealKey.of(secret.next()), partition);
  }

  private DataInputStream open(Path file) {
    try {
      return file.getFileSystem(hadoop.value()).open(file);
    } catch (IOException fault) {
      throw unreadable(fault);
    }
  }

  private static void close(DataInputStream input) {
    try {
      input.close();
    } catch (IOException fault) {
      throw unreadable(fault);
    }
  }

  private static IllegalStateException unreadable(IOException fault) {
    IllegalStateException reworded =
        new IllegalStateException(
            "Cannot read what an earlier run has kept (%s). Remove its folder below private/kept, and start again."
                .formatted(fault.getClass().getSimpleName()));
    reworded.setStackTrace(fault.getStackTrace());
    return reworded;
  }

  /** The blocks in the order in which they were written. */
  private final class Blocks implements Iterator<Row> {

    private final DataInputStream input;
    private final SealKey key;
    private final int partition;
    private long read;

    Blocks(DataInputStream input, SealKey key, int partition) {
      this.input = input;
      this.key = key;
      this.partition = partition;
    }

    @Override
    public boolean hasNext() {
      return read < blocks.get(partition);
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException("no block left");
      }
      try {
        int length = input.readInt();
        if (length < SealKey.OVERHEAD_BYTES || length > LONGEST_BYTES) {
          throw new EOFException("no block");
        }
        byte[] sealed = input.readNBytes(length);
        if (sealed.length < length) {
          throw new EOFException("half a block");
        }
        ByteBuffer content =
            ByteBuffer.wrap(key.open(sealed, KeptFile.place(table, partition, read)));
        read++;
        int bucket = content.getInt();
        int kind = content.getInt();
        byte[] block = new byte[content.remaining()];
        content.get(block);
        return BlockTable.row(bucket, kind, block);
      } catch (IOException fault) {
        throw unreadable(fault);
      }
    }
  }
}
