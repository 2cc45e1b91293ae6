package leakcensus.spark.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import leakcensus.config.InputException;
import leakcensus.container.Sniff;
import leakcensus.source.Source;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;

/**
 * Finds the files of all sources and numbers them by source and path.
 *
 * <p>What an entry names, see {@link FindFiles}. Behind {@code !/} stands which parts of a packed
 * file are meant, see {@link leakcensus.container.EntryPattern}.
 */
public final class ListFiles {

  private final Configuration hadoop;

  /** Lists through file systems of this configuration. */
  public ListFiles(Configuration hadoop) {
    this.hadoop = hadoop;
  }

  /**
   * The files of all sources.
   *
   * @throws InputException if an entry of a source finds nothing
   */
  public InputFiles list(List<Source> sources) {
    List<InputFile> files = new ArrayList<>();
    for (int source = 0; source < sources.size(); source++) {
      TreeMap<InputName, FileStamp> found = new TreeMap<>();
      for (int entry = 0; entry < sources.get(source).files().size(); entry++) {
        find(sources.get(source), entry, found);
      }
      for (var file : found.entrySet()) {
        int id = files.size();
        files.add(
            new InputFile(
                id,
                source,
                file.getKey().path(),
                file.getKey().parts(),
                file.getValue().bytes(),
                file.getValue().modified(),
                compression(file.getKey().path(), id),
                id));
      }
    }
    return MarkDuplicates.mark(new InputFiles(files), hadoop);
  }

  private void find(Source source, int entry, TreeMap<InputName, FileStamp> found) {
    FindFiles files = new FindFiles(hadoop);
    InputName named;
    TreeMap<String, FileStamp> ofEntry = new TreeMap<>();
    try {
      named = InputName.of(source.files().get(entry), files::isFolder);
      ofEntry.putAll(files.find(named.path()));
    } catch (IOException | UncheckedIOException | IllegalArgumentException fault) {
      throw new InputException(
          InputException.Kind.UNREADABLE,
          "Cannot list entry %d of files of source %s: %s. Check sources.%s.files."
              .formatted(entry + 1, source.name(), reason(fault), source.name()));
    }
    if (ofEntry.isEmpty()) {
      throw new InputException(
          InputException.Kind.UNREADABLE,
          "Cannot find any file for entry %d of files of source %s. Check sources.%s.files."
              .formatted(entry + 1, source.name(), source.name()));
    }
    ofEntry.forEach((path, stamp) -> found.put(new InputName(path, named.parts()), stamp));
  }

  private static String reason(Exception fault) {
    Throwable reason = fault instanceof UncheckedIOException ? fault.getCause() : fault;
    return reason.getClass().getSimpleName();
  }

  private FilePacking compression(String file, int id) {
    Path path = new Path(file);
    try (FSDataInputStream input = SampleFileSystem.of(path, hadoop).open(path)) {
      return FilePacking.of(input.readNBytes(Sniff.HEAD_BYTES));
    } catch (IOException fault) {
      throw new InputException(
          InputException.Kind.UNREADABLE,
          "Cannot open file %d: %s. Check its permissions, or leave it out."
              .formatted(id, fault.getClass().getSimpleName()));
    }
  }
}
