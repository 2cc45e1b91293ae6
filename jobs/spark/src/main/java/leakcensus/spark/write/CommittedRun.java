package leakcensus.spark.write;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import leakcensus.config.InputException;
import leakcensus.pseudonym.TableKeys;
import leakcensus.spark.table.CensusTables;
import leakcensus.spark.table.SummaryRows;
import leakcensus.spark.table.SummaryTable;
import leakcensus.spark.table.TableSchema;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A run that is committed, as its folder holds it. */
public final class CommittedRun {

  private final Configuration hadoop;
  private final FileSystem files;
  private final Path folder;
  private final Manifest manifest;
  private final Optional<TableKeys> keys;

  private CommittedRun(
      Configuration hadoop,
      FileSystem files,
      Path folder,
      Manifest manifest,
      Optional<TableKeys> keys) {
    this.hadoop = hadoop;
    this.files = files;
    this.folder = folder;
    this.manifest = manifest;
    this.keys = keys;
  }

  /** A run whose tables are in clear; of another one only the manifest can be had. */
  public static CommittedRun open(String folder, Configuration hadoop) {
    return open(folder, hadoop, Optional.empty());
  }

  /**
   * The run in a folder, or the newest one of an output folder.
   *
   * @param keys open its tables, if they are encrypted
   * @throws InputException if there is no committed run
   */
  public static CommittedRun open(String folder, Configuration hadoop, Optional<TableKeys> keys) {
    try {
      Path path = new Path(folder);
      FileSystem files = path.getFileSystem(hadoop);
      Path latest = new Path(path, "latest.json");
      if (files.exists(latest)) {
        path =
            new Path(path, new ObjectMapper().readTree(text(files, latest)).path("path").asText());
      }
      Manifest manifest = Manifest.parse(text(files, new Path(path, Manifest.FILE)));
      return new CommittedRun(hadoop, files, path, manifest, keys);
    } catch (FileNotFoundException fault) {
      throw new InputException(
          InputException.Kind.UNREADABLE,
          "Cannot find a committed run: the folder has no %s. Check --run."
              .formatted(Manifest.FILE));
    } catch (IOException | IllegalArgumentException fault) {
      throw new InputException(
          InputException.Kind.UNREADABLE,
          "Cannot read the run: %s. Check --run.".formatted(fault.getClass().getSimpleName()));
    }
  }

  /** What the run has published. */
  public Manifest manifest() {
    return manifest;
  }

  /** Folder of the run. */
  public String path() {
    return folder.toString();
  }

  /**
   * The rows of a table that is a folder of files.
   *
   * @throws InputException if it is encrypted under a key that is not here, or cannot be listed
   */
  public Dataset<Row> rows(SparkSession spark, TableSchema table) {
    Path path = new Path(folder, table.name());
    Optional<byte[]> key = key(table.name());
    if (key.isEmpty()) {
      return spark.read().parquet(path.toString());
    }
    try {
      List<String> parts =
          Arrays.stream(files.listStatus(path))
              .map(part -> part.getPath().toString())
              .sorted()
              .toList();
      return ReadParts.of(spark, table, parts, key.get());
    } catch (IOException fault) {
      throw unreadable(table.name(), fault);
    }
  }

  /** Whether there are keys for its tables, needed or not. */
  boolean hasKeys() {
    return keys.isPresent();
  }

  /** Whether its tables are encrypted. */
  boolean isEncrypted() {
    return manifest.keyId().isPresent();
  }

  /**
   * Refuses a run whose tables cannot be opened.
   *
   * @throws InputException if they are encrypted, and the key is missing or another
   */
  void requireKey() {
    String id = manifest.keyId().orElse("");
    if (!isEncrypted() || keys.map(TableKeys::id).orElse("").equals(id)) {
      return;
    }
    throw new InputException(
        keys.isEmpty()
            ? "Missing key of run %s: its tables are encrypted under key %s. Name it by --key-file or --key-alias, or by output.encryption.key."
                .formatted(manifest.runId(), id)
            : "Cannot open run %s with key %s: its tables are encrypted under key %s. Name that one; leak-census key --id FILE tells which a file holds."
                .formatted(manifest.runId(), keys.get().id(), id));
  }

  /** All summary tables that this version knows. */
  public List<SummaryRows> tables() {
    List<SummaryRows> tables = new ArrayList<>();
    for (SummaryTable table : CensusTables.all()) {
      for (Manifest.TableEntry entry : manifest.tables()) {
        if (entry.name().equals(table.name())) {
          tables.add(read(table, entry));
        }
      }
    }
    return tables;
  }

  /** One table, if the run has published it. */
  public Optional<SummaryRows> table(SummaryTable table) {
    return manifest.tables().stream()
        .filter(entry -> entry.name().equals(table.name()))
        .findFirst()
        .map(entry -> read(table, entry));
  }

  /** Lines of file id, source and path, separated by tabs. */
  public String filePaths() {
    return PrivateFileList.read(path(), hadoop);
  }

  SummaryRows read(SummaryTable table, Manifest.TableEntry entry) {
    Optional<byte[]> key = key(table.name());
    try {
      return new ReadTable(hadoop, key).read(table, new Path(folder, entry.file()));
    } catch (IOException | RuntimeException fault) {
      throw unreadable(table.name(), fault);
    }
  }

  /** What lies where the manifest has a table. */
  StoredTable stored(Manifest.TableEntry entry) throws IOException {
    return stored(entry.file());
  }

  /** What lies where the manifest has a file, or a folder of files. */
  StoredTable stored(String file) throws IOException {
    return StoredTable.of(files, new Path(folder, file));
  }

  /** The columns of a table that its file has with the same type, as name and type. */
  List<String> columns(SummaryTable table, Manifest.TableEntry entry) {
    Optional<byte[]> key = key(table.name());
    try {
      return new ReadTable(hadoop, key).columns(table, new Path(folder, entry.file()));
    } catch (IOException | RuntimeException fault) {
      throw unreadable(table.name(), fault);
    }
  }

  /** Names of all that lies in the folder of the run. */
  List<String> names() throws IOException {
    return Arrays.stream(files.listStatus(folder)).map(file -> file.getPath().getName()).toList();
  }

  /** The files of a table, or the one, as they lie in the folder. */
  boolean isEncrypted(Manifest.TableEntry entry) throws IOException {
    RemoteIterator<LocatedFileStatus> found = files.listFiles(new Path(folder, entry.file()), true);
    while (found.hasNext()) {
      if (!TableCipher.isEncrypted(files, found.next().getPath())) {
        return false;
      }
    }
    return true;
  }

  private Optional<byte[]> key(String table) {
    requireKey();
    return isEncrypted() ? keys.map(all -> all.of(manifest.runId(), table)) : Optional.empty();
  }

  private InputException unreadable(String table, Exception fault) {
    return new InputException(
        InputException.Kind.UNREADABLE,
        "Cannot read table %s of run %s: %s. Restore it, or run the census again."
            .formatted(table, manifest.runId(), fault.getClass().getSimpleName()));
  }

  private static String text(FileSystem files, Path file) throws IOException {
    try (FSDataInputStream input = files.open(file)) {
      return new String(input.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
