package leakcensus.spark.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import leakcensus.spark.stage.Procedure;
import leakcensus.spark.table.SecretTable;
import leakcensus.spark.table.TableSchema;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Writes a table of many rows as encrypted Parquet files, one a partition. Not by Spark's own
 * writer: it would take the key from its settings, which are broadcast and so may reach a disk. The
 * key travels inside each task.
 *
 * <p>Every attempt at a task has a file of its own; the driver removes those of attempts that came
 * to nothing.
 */
final class WriteParts implements Procedure<Dataset<Row>, Void> {

  private final TableSchema table;
  private final Path folder;
  private final byte[] key;

  /**
   * A writer.
   *
   * @param table the table, of cells that are never empty
   * @param folder where its files go
   * @param key key of the table
   */
  WriteParts(TableSchema table, Path folder, byte[] key) {
    this.table = table;
    this.folder = folder;
    this.key = key.clone();
  }

  @Override
  public String name() {
    return "write-parts";
  }

  @Override
  public Void run(Dataset<Row> input) {
    table.require(input);
    SerializableConfiguration hadoop =
        new SerializableConfiguration(input.sparkSession().sparkContext().hadoopConfiguration());
    JavaRDD<Row> rows = input.javaRDD();
    JavaRDD<byte[]> secrets = SecretTable.of(input.sparkSession(), key, rows.getNumPartitions());
    List<String> written =
        rows.zipPartitions(secrets, new WritePart(table, folder.toString(), hadoop)).collect();
    try {
      removeOthers(new HashSet<>(written), hadoop.value());
    } catch (IOException fault) {
      throw new UncheckedIOException("Cannot remove what failed tasks have left", fault);
    }
    return null;
  }

  private void removeOthers(Set<String> written, Configuration hadoop) throws IOException {
    FileSystem files = folder.getFileSystem(hadoop);
    for (FileStatus file : files.listStatus(folder)) {
      if (!written.contains(file.getPath().getName())) {
        files.delete(file.getPath(), false);
      }
    }
  }

  /** Writes the rows of one partition; no file for none, but in the first, so that there is one. */
  private static final class WritePart
      implements FlatMapFunction2<Iterator<Row>, Iterator<byte[]>, String> {

    private static final long serialVersionUID = 1;

    private final TableSchema table;
    private final String folder;
    private final SerializableConfiguration hadoop;

    WritePart(TableSchema table, String folder, SerializableConfiguration hadoop) {
      this.table = table;
      this.folder = folder;
      this.hadoop = hadoop;
    }

    @Override
    public Iterator<String> call(Iterator<Row> rows, Iterator<byte[]> secret) throws IOException {
      int partition = TaskContext.getPartitionId();
      if (partition > 0 && !rows.hasNext()) {
        return List.<String>of().iterator();
      }
      String name = "part-%05d-%d.parquet".formatted(partition, TaskContext.get().taskAttemptId());
      MessageType schema = PartGroups.schema(table);
      SimpleGroupFactory groups = new SimpleGroupFactory(schema);
      Path file = new Path(folder, name);
      file.getFileSystem(hadoop.value()).setWriteChecksum(false);
      try (ParquetWriter<Group> writer =
          ExampleParquetWriter.builder(HadoopOutputFile.fromPath(file, hadoop.value()))
              .withType(schema)
              .withConf(hadoop.value())
              .withCompressionCodec(CompressionCodecName.ZSTD)
              .withWriteMode(ParquetFileWriter.Mode.CREATE)
              .withEncryption(TableCipher.encryption(secret.next()))
              .build()) {
        while (rows.hasNext()) {
          writer.write(PartGroups.fill(groups.newGroup(), rows.next()));
        }
      }
      return List.of(name).iterator();
    }
  }
}
