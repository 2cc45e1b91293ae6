package leakcensus.spark.keep;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import leakcensus.pseudonym.SealKey;
import leakcensus.spark.table.BlockTable;
import leakcensus.spark.table.SecretTable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Tables of blocks that outlive their run, in files that only the holder of the key can read: each
 * block is sealed for its place in its table. A table is there once its list of files is, which is
 * written last.
 *
 * <p>What lies there are tokens, masks and counts, never a value.
 */
public final class KeptTables {

  private final SparkSession spark;
  private final SealKey key;
  private final SealedContents contents;
  private final SerializableConfiguration hadoop;

  /**
   * The tables of a folder, which need not be there yet.
   *
   * @param spark the session
   * @param folder a folder for these tables alone
   * @param key seals and opens them
   * @throws IOException if the file system cannot be reached
   */
  public KeptTables(SparkSession spark, Path folder, SealKey key) throws IOException {
    Configuration settings = spark.sparkContext().hadoopConfiguration();
    this.spark = spark;
    this.key = key;
    contents = new SealedContents(settings, folder, key);
    hadoop = new SerializableConfiguration(settings);
  }

  /** Whether a table, or a content, is there. */
  public boolean has(String name) throws IOException {
    return contents.has(name);
  }

  /** Writes all blocks of a table; a job. */
  public void write(String name, Dataset<Row> table) throws IOException {
    FileSystem files = contents.files();
    Path target = new Path(contents.folder(), name);
    contents.makeFolder(contents.folder());
    contents.remove(name);
    files.delete(target, true);
    contents.makeFolder(target);
    JavaRDD<Row> rows = table.javaRDD();
    JavaRDD<byte[]> secrets = SecretTable.of(spark, key.secret(), rows.getNumPartitions());
    List<KeptFile> written =
        rows.zipPartitions(secrets, new WriteBlocks(name, target.toString(), hadoop)).collect();
    for (String left : KeptFile.others(names(files, target), written)) {
      files.delete(new Path(target, left), false);
    }
    put(name, KeptFile.encode(written));
  }

  /**
   * A table as it was written: the same blocks in the same partitions, read anew by each job.
   *
   * @throws IOException if it is not there, or another key sealed it
   */
  public Dataset<Row> read(String name) throws IOException {
    List<KeptFile> written =
        KeptFile.decode(
            get(name).orElseThrow(() -> new FileNotFoundException("Missing table " + name)));
    JavaRDD<Row> rows =
        SecretTable.of(spark, key.secret(), written.size())
            .mapPartitions(
                new ReadBlocks(
                    name, new Path(contents.folder(), name).toString(), written, hadoop));
    return spark.createDataFrame(rows, BlockTable.ROWS.schema());
  }

  /** Writes a small content under a name. */
  public void put(String name, byte[] content) throws IOException {
    contents.put(name, content);
  }

  /** A small content, if it is there. */
  public Optional<byte[]> get(String name) throws IOException {
    return contents.get(name);
  }

  /** Removes all tables. */
  public void delete() throws IOException {
    contents.delete();
  }

  private static String[] names(FileSystem files, Path target) throws IOException {
    FileStatus[] found = files.listStatus(target);
    String[] names = new String[found.length];
    for (int i = 0; i < found.length; i++) {
      names[i] = found[i].getPath().getName();
    }
    return names;
  }
}
