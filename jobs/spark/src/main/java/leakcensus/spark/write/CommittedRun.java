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
import leakcensus.spark.table.CensusTables;
import leakcensus.spark.table.SummaryRows;
import leakcensus.spark.table.SummaryTable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** A run that is committed, as its folder holds it. */
public final class CommittedRun {

  private final Configuration hadoop;
  private final FileSystem files;
  private final Path folder;
  private final Manifest manifest;

  private CommittedRun(Configuration hadoop, FileSystem files, Path folder, Manifest manifest) {
    this.hadoop = hadoop;
    this.files = files;
    this.folder = folder;
    this.manifest = manifest;
  }

  /**
   * The run in a folder, or the newest one of an output folder.
   *
   * @throws InputException if there is no committed run
   */
  public static CommittedRun open(String folder, Configuration hadoop) {
    try {
      Path path = new Path(folder);
      FileSystem files = path.getFileSystem(hadoop);
      Path latest = new Path(path, "latest.json");
      if (files.exists(latest)) {
        path =
            new Path(path, new ObjectMapper().readTree(text(files, latest)).path("path").asText());
      }
      Manifest manifest = Manifest.parse(text(files, new Path(path, Manifest.FILE)));
      return new CommittedRun(hadoop, files, path, manifest);
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

  /** Folder of one of its tables. */
  public String tablePath(String name) {
    return new Path(folder, name).toString();
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
    try {
      return new ReadTable(hadoop).read(table, new Path(folder, entry.file()));
    } catch (IOException | RuntimeException fault) {
      throw unreadable(table, fault);
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
    try {
      return new ReadTable(hadoop).columns(table, new Path(folder, entry.file()));
    } catch (IOException | RuntimeException fault) {
      throw unreadable(table, fault);
    }
  }

  /** Names of all that lies in the folder of the run. */
  List<String> names() throws IOException {
    return Arrays.stream(files.listStatus(folder)).map(file -> file.getPath().getName()).toList();
  }

  private InputException unreadable(SummaryTable table, Exception fault) {
    return new InputException(
        InputException.Kind.UNREADABLE,
        "Cannot read table %s of run %s: %s. Restore it, or run the census again."
            .formatted(table.name(), manifest.runId(), fault.getClass().getSimpleName()));
  }

  private static String text(FileSystem files, Path file) throws IOException {
    try (FSDataInputStream input = files.open(file)) {
      return new String(input.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
