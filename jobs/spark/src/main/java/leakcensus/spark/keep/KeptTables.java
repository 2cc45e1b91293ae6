package leakcensus.spark.keep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import leakcensus.pseudonym.SealKey;
import leakcensus.spark.table.BlockTable;
import leakcensus.spark.table.SecretTable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
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
 * <p>What lies there are tokens, masks and counts, never a value. Modes are 0700 and 0600 where the
 * file system knows modes.
 */
public final class KeptTables {

  private static final FsPermission OWNER_ONLY = new FsPermission((short) 0600);
  private static final FsPermission OWNER_FOLDER = new FsPermission((short) 0700);
  private static final String SEALED = ".sealed";

  private final SparkSession spark;
  private final Path folder;
  private final SealKey key;
  private final FileSystem files;
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
    files = folder.getFileSystem(settings);
    files.setWriteChecksum(false);
    this.folder = files.makeQualified(folder);
    hadoop = new SerializableConfiguration(settings);
  }

  /** Whether a table, or a content, is there. */
  public boolean has(String name) throws IOException {
    return files.exists(sealed(name));
  }

  /** Writes all blocks of a table; a job. */
  public void write(String name, Dataset<Row> table) throws IOException {
    Path target = new Path(folder, name);
    makeFolder(folder);
    files.delete(sealed(name), false);
    files.delete(target, true);
    makeFolder(target);
    JavaRDD<Row> rows = table.javaRDD();
    JavaRDD<byte[]> secrets = SecretTable.of(spark, key.secret(), rows.getNumPartitions());
    List<KeptFile> written =
        rows.zipPartitions(secrets, new WriteBlocks(name, target.toString(), hadoop)).collect();
    for (String left : KeptFile.others(names(target), written)) {
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
    List<KeptFile> written = KeptFile.decode(content(name));
    JavaRDD<Row> rows =
        SecretTable.of(spark, key.secret(), written.size())
            .mapPartitions(
                new ReadBlocks(name, new Path(folder, name).toString(), written, hadoop));
    return spark.createDataFrame(rows, BlockTable.ROWS.schema());
  }

  /** Writes a small content under a name. */
  public void put(String name, byte[] content) throws IOException {
    makeFolder(folder);
    Path file = sealed(name);
    Path unfinished = new Path(folder, "." + name);
    try (FSDataOutputStream out = FileSystem.create(files, unfinished, OWNER_ONLY)) {
      out.write(key.seal(content, place(name)));
    }
    files.delete(file, false);
    if (!files.rename(unfinished, file)) {
      throw new IOException("Cannot rename what is kept of " + name);
    }
  }

  /** A small content, if it is there. */
  public Optional<byte[]> get(String name) throws IOException {
    return has(name) ? Optional.of(content(name)) : Optional.empty();
  }

  /** Removes all tables. */
  public void delete() throws IOException {
    files.delete(folder, true);
  }

  private byte[] content(String name) throws IOException {
    try (FSDataInputStream input = files.open(sealed(name))) {
      return key.open(input.readAllBytes(), place(name));
    }
  }

  private String[] names(Path target) throws IOException {
    FileStatus[] found = files.listStatus(target);
    String[] names = new String[found.length];
    for (int i = 0; i < found.length; i++) {
      names[i] = found[i].getPath().getName();
    }
    return names;
  }

  private void makeFolder(Path path) throws IOException {
    files.mkdirs(path, OWNER_FOLDER);
    files.setPermission(path, OWNER_FOLDER);
  }

  private Path sealed(String name) {
    return new Path(folder, name + SEALED);
  }

  private static byte[] place(String name) {
    return name.getBytes(StandardCharsets.UTF_8);
  }
}
