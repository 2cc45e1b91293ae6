package leakcensus.spark.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import leakcensus.config.InputException;
import leakcensus.pseudonym.TableKeys;
import leakcensus.spark.table.SummaryRows;
import leakcensus.spark.table.TableSchema;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The folder of one run under the output: tables first, the manifest last.
 *
 * <p>Beside it stand {@code status/}, which also tells of failed runs, {@code latest.json}, which
 * points to the newest committed run, and {@code private/}, whose lists of paths are for the owner
 * alone.
 */
public final class RunFolder {

  /** Folder of the runs, under the output. */
  static final String RUNS = "runs";

  /** Folder of the status files, under the output. */
  static final String STATUS = "status";

  /** File that points to the newest committed run, under the output. */
  static final String LATEST = "latest.json";

  private static final FsPermission OWNER_FOLDER = new FsPermission((short) 0700);
  private static final long UNCOUNTED = -1;

  private final OutputFiles texts;
  private final Path output;
  private final String runId;
  private final FileSystem files;
  private final Optional<TableKeys> keys;
  private final List<Manifest.TableEntry> written = new ArrayList<>();
  private final Set<String> beside = new LinkedHashSet<>();
  private boolean committed;

  /** The folder of a run that begins, whose tables are in clear. */
  RunFolder(OutputFiles texts, String runId) throws IOException {
    this(texts, runId, Optional.empty());
  }

  /**
   * The folder of a run that begins.
   *
   * @param texts the output folder
   * @param runId id of the run
   * @param keys encrypt the tables; empty for tables in clear
   * @throws IOException if the output cannot be reached, or has a run of this id
   */
  public RunFolder(OutputFiles texts, String runId, Optional<TableKeys> keys) throws IOException {
    this.keys = keys;
    this.texts = texts;
    this.runId = runId;
    files = texts.files();
    output = texts.output();
    if (files.exists(path())) {
      throw new IOException("Cannot start run " + runId + ": the output has a run of this id");
    }
  }

  /** The folder of the run. */
  public Path path() {
    return new Path(new Path(output, RUNS), runId);
  }

  /** Writes a table; it does not exist for readers until {@link #commit}. */
  public void write(SummaryRows rows) throws IOException {
    Path file = new Path(path(), rows.table().name() + ".parquet");
    new WriteTable(texts.hadoop(), key(rows.table().name())).write(rows, file);
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

  /** Whether its tables are encrypted; what says the same in clear must not stand beside them. */
  public boolean isEncrypted() {
    return keys.isPresent();
  }

  /**
   * Writes a table of many rows as a folder of files; a job. Its content is not hashed.
   *
   * @throws IOException if it cannot be written
   */
  public void write(TableSchema table, Dataset<Row> rows) throws IOException {
    Path target = new Path(path(), table.name());
    Optional<byte[]> key = key(table.name());
    if (key.isPresent()) {
      new WriteParts(table, target, key.get()).run(rows);
    } else {
      rows.write().parquet(target.toString());
    }
    add(table);
  }

  /** Adds a table that lies there as a folder of files; its content is not hashed. */
  void add(TableSchema table) throws IOException {
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
    return Manifest.of(runId, written, List.of(), keys.map(TableKeys::id));
  }

  /**
   * Publishes the tables: writes the manifest, then points to the run.
   *
   * @param lease lease of the output folder, which the run must still hold
   * @throws LeasedException if another run holds it; nothing is published then
   * @throws InputException if anything lies there in clear that was to be encrypted; nothing is
   *     published then
   * @throws IOException if the manifest cannot be written, and then {@link #isCommitted} is false,
   *     or if nothing could be made to point to it
   */
  public Manifest commit(Lease lease) throws IOException {
    return commit(lease::requireHeld);
  }

  /** The same for who needs no lease. */
  Manifest commit() throws IOException {
    return commit(() -> {});
  }

  private Manifest commit(Permission permission) throws IOException {
    if (isEncrypted()) {
      RequireEncrypted.below(files, path());
    }
    List<Manifest.FileEntry> entries = new ArrayList<>();
    for (String name : beside) {
      StoredTable stored = StoredTable.of(files, new Path(path(), name));
      entries.add(new Manifest.FileEntry(name, stored.bytes(), stored.sha256()));
    }
    Manifest manifest = Manifest.of(runId, written, entries, keys.map(TableKeys::id));
    permission.require();
    texts.publishOnce(new Path(path(), Manifest.FILE), manifest.json(), runId);
    committed = true;
    new PointToLatest(texts).point(runId);
    return manifest;
  }

  private Optional<byte[]> key(String table) {
    return keys.map(all -> all.of(runId, table));
  }

  /** Whether the manifest is there, and with it the run for its readers. */
  public boolean isCommitted() {
    return committed;
  }

  /** What must hold when the manifest is written. */
  @FunctionalInterface
  private interface Permission {
    void require() throws IOException;
  }

  /** Removes what was written, unless the run is committed. */
  public void discard() throws IOException {
    if (!committed) {
      files.delete(path(), true);
    }
  }

  /** Writes the status of the run, over any earlier one. */
  public void writeStatus(String json) throws IOException {
    texts.publish(new Path(new Path(output, STATUS), runId + ".json"), json, runId);
  }

  /** Writes a list for the owner alone, such as the paths of the files. */
  public void writePrivate(String name, String text) throws IOException {
    Path folder = new Path(output, PrivateFileList.FOLDER);
    files.mkdirs(folder, OWNER_FOLDER);
    files.setPermission(folder, OWNER_FOLDER);
    try (FSDataOutputStream out =
        FileSystem.create(files, new Path(folder, runId + "." + name), OutputFiles.OWNER_ONLY)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
