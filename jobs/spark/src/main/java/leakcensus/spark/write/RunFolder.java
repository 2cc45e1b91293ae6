package leakcensus.spark.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import leakcensus.spark.table.SummaryRows;
import leakcensus.spark.table.TableSchema;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * The folder of one run under the output: tables first, the manifest last.
 *
 * <p>Beside it stand {@code status/}, which also tells of failed runs, {@code latest.json}, which
 * points to the newest committed run, and {@code private/}, whose lists of paths are for the owner
 * alone.
 */
public final class RunFolder {

  private static final FsPermission OWNER_ONLY = new FsPermission((short) 0600);
  private static final FsPermission OWNER_FOLDER = new FsPermission((short) 0700);
  private static final long UNCOUNTED = -1;

  private final Configuration hadoop;
  private final Path output;
  private final String runId;
  private final FileSystem files;
  private final List<Manifest.TableEntry> written = new ArrayList<>();
  private final Set<String> beside = new LinkedHashSet<>();

  /**
   * The folder of a run that begins.
   *
   * @throws IOException if the output cannot be reached, or has a run of this id
   */
  public RunFolder(Configuration hadoop, String output, String runId) throws IOException {
    this.hadoop = hadoop;
    this.runId = runId;
    Path root = new Path(output);
    files = root.getFileSystem(hadoop);
    files.setWriteChecksum(false);
    this.output = files.makeQualified(root);
    if (files.exists(path())) {
      throw new IOException("Cannot start run " + runId + ": the output has a run of this id");
    }
  }

  /** The folder of the run. */
  public Path path() {
    return new Path(new Path(output, "runs"), runId);
  }

  /** Writes a table; it does not exist for readers until {@link #commit}. */
  public void write(SummaryRows rows) throws IOException {
    Path file = new Path(path(), rows.table().name() + ".parquet");
    new WriteTable(hadoop).write(rows, file);
    StoredTable stored = StoredTable.of(files, file);
    written.add(
        new Manifest.TableEntry(
            rows.table().name(),
            file.getName(),
            rows.rows().size(),
            stored.bytes(),
            stored.sha256(),
            ContentHash.of(rows),
            Manifest.columns(rows.table())));
  }

  /** Adds a table that Spark has written as a folder of files; its content is not hashed. */
  public void add(TableSchema table) throws IOException {
    StoredTable stored = StoredTable.of(files, new Path(path(), table.name()));
    written.add(
        new Manifest.TableEntry(
            table.name(),
            table.name(),
            UNCOUNTED,
            stored.bytes(),
            stored.sha256(),
            "",
            Manifest.columns(table)));
  }

  /**
   * Writes a text beside the tables.
   *
   * @param path its path below the folder of the run; a folder on it is listed as one
   */
  public void write(String path, String text) throws IOException {
    try (FSDataOutputStream out = files.create(new Path(path(), path), false)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    beside.add(path.contains(Path.SEPARATOR) ? path.substring(0, path.indexOf('/')) : path);
  }

  /** What the manifest will say of the tables so far. */
  public Manifest tables() {
    return Manifest.of(runId, written);
  }

  /** Publishes the tables: writes the manifest, then points to the run. */
  public Manifest commit() throws IOException {
    List<Manifest.FileEntry> entries = new ArrayList<>();
    for (String name : beside) {
      StoredTable stored = StoredTable.of(files, new Path(path(), name));
      entries.add(new Manifest.FileEntry(name, stored.bytes(), stored.sha256()));
    }
    Manifest manifest = Manifest.of(runId, written, entries);
    publish(new Path(path(), Manifest.FILE), manifest.json());
    publish(
        new Path(output, "latest.json"),
        "{\"run_id\":\"%s\",\"path\":\"runs/%s\"}%n".formatted(runId, runId));
    return manifest;
  }

  /** Removes what was written of a run that is not published. */
  public void discard() throws IOException {
    files.delete(path(), true);
  }

  /** Writes the status of the run, over any earlier one. */
  public void writeStatus(String json) throws IOException {
    publish(new Path(new Path(output, "status"), runId + ".json"), json);
  }

  /** Writes a list for the owner alone, such as the paths of the files. */
  public void writePrivate(String name, String text) throws IOException {
    Path folder = new Path(output, PrivateFileList.FOLDER);
    files.mkdirs(folder, OWNER_FOLDER);
    files.setPermission(folder, OWNER_FOLDER);
    try (FSDataOutputStream out =
        FileSystem.create(files, new Path(folder, runId + "." + name), OWNER_ONLY)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Readers see the old content or the new, never a part. */
  private void publish(Path file, String text) throws IOException {
    Path unfinished = new Path(file.getParent(), "." + file.getName() + "." + runId);
    try (FSDataOutputStream out = files.create(unfinished, true)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    FileContext.getFileContext(file.toUri(), hadoop)
        .rename(unfinished, file, Options.Rename.OVERWRITE);
  }
}
