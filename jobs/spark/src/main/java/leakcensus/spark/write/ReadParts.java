package leakcensus.spark.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import leakcensus.spark.table.SecretTable;
import leakcensus.spark.table.TableSchema;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;

/** Reads what {@link WriteParts} has written; the key travels inside each task. */
final class ReadParts {

  private ReadParts() {}

  /**
   * The rows, one file a partition.
   *
   * @param spark the session
   * @param table the table
   * @param files paths of its files
   * @param key key of the table
   */
  static Dataset<Row> of(SparkSession spark, TableSchema table, List<String> files, byte[] key) {
    SerializableConfiguration hadoop =
        new SerializableConfiguration(spark.sparkContext().hadoopConfiguration());
    return spark.createDataFrame(
        SecretTable.of(spark, key, files.size())
            .mapPartitions(new ReadPart(table, List.copyOf(files), hadoop)),
        table.columns());
  }

  /** Reads the file of one partition. */
  private static final class ReadPart implements FlatMapFunction<Iterator<byte[]>, Row> {

    private static final long serialVersionUID = 1;

    private final TableSchema table;
    private final List<String> files;
    private final SerializableConfiguration hadoop;

    ReadPart(TableSchema table, List<String> files, SerializableConfiguration hadoop) {
      this.table = table;
      this.files = files;
      this.hadoop = hadoop;
    }

    @Override
    public Iterator<Row> call(Iterator<byte[]> secret) throws IOException {
      ParquetReader<Group> reader =
          ParquetReader.builder(
                  new GroupReadSupport(), new Path(files.get(TaskContext.getPartitionId())))
              .withConf(hadoop.value())
              .withDecryption(TableCipher.decryption(secret.next()))
              .build();
      TaskContext.get().addTaskCompletionListener((TaskCompletionListener) end -> close(reader));
      return new Rows(reader, table);
    }

    private static void close(ParquetReader<Group> reader) {
      try {
        reader.close();
      } catch (IOException fault) {
        throw new UncheckedIOException("Cannot close a file of an encrypted table", fault);
      }
    }
  }

  /** The rows of a file, one ahead. */
  private static final class Rows implements Iterator<Row> {

    private final ParquetReader<Group> reader;
    private final TableSchema table;
    private Group next;

    Rows(ParquetReader<Group> reader, TableSchema table) throws IOException {
      this.reader = reader;
      this.table = table;
      next = reader.read();
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public Row next() {
      if (next == null) {
        throw new NoSuchElementException("no row left");
      }
      Row row = PartGroups.row(next, table.columns());
      try {
        next = reader.read();
      } catch (IOException fault) {
        throw new UncheckedIOException("Cannot read a file of an encrypted table", fault);
      }
      return row;
    }
  }
}
