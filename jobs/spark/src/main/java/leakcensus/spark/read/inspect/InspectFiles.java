package leakcensus.spark.read.inspect;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import leakcensus.config.InputException;
import leakcensus.inspect.FileLook;
import leakcensus.spark.read.FileStamp;
import leakcensus.spark.read.FindFiles;
import org.apache.hadoop.conf.Configuration;

/**
 * Looks into all files of some folders, several at a time, and tells of them in the order of their
 * paths, so that the outcome is the same whatever the number of threads.
 *
 * <p>Memory: what is seen of a few files a thread.
 */
public final class InspectFiles {

  private static final int AHEAD = 4;

  private final Configuration hadoop;
  private final ProbeSettings settings;
  private final int threads;

  /**
   * Will look into files.
   *
   * @param hadoop reaches the file systems
   * @param mostBytes how far one text or table is read, in bytes as unpacked
   * @param threads files that are looked into at a time
   */
  public InspectFiles(Configuration hadoop, long mostBytes, int threads) {
    this.hadoop = hadoop;
    this.settings = new ProbeSettings(mostBytes);
    this.threads = threads;
  }

  /**
   * Looks into every file that the entries name, each once.
   *
   * @param entries files, folders with all below them, or patterns
   * @param each takes what was seen of each file, in order
   * @throws InputException if an entry names no file
   */
  public void inspect(List<String> entries, Consumer<FileLook> each) {
    List<FoundFile> files = find(entries);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      Deque<Future<FileLook>> looking = new ArrayDeque<>();
      LookIntoFile look = new LookIntoFile(hadoop, settings);
      for (FoundFile file : files) {
        if (looking.size() == AHEAD * threads) {
          each.accept(looking.remove().get());
        }
        looking.add(pool.submit(() -> look.look(file)));
      }
      while (!looking.isEmpty()) {
        each.accept(looking.remove().get());
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while looking into files", stop);
    } catch (ExecutionException fault) {
      throw new IllegalStateException(
          "Cannot look into a file (%s)".formatted(fault.getCause().getClass().getName()));
    } finally {
      pool.shutdownNow();
    }
  }

  private List<FoundFile> find(List<String> entries) {
    SortedMap<String, FileStamp> found = new TreeMap<>();
    for (int entry = 0; entry < entries.size(); entry++) {
      SortedMap<String, FileStamp> ofEntry = new TreeMap<>();
      try {
        ofEntry.putAll(new FindFiles(hadoop).find(entries.get(entry)));
      } catch (IOException | IllegalArgumentException fault) {
        throw new InputException(
            InputException.Kind.UNREADABLE,
            "Cannot list path %d: %s. Check that it exists and may be read."
                .formatted(entry + 1, fault.getClass().getSimpleName()));
      }
      if (ofEntry.isEmpty()) {
        throw new InputException(
            InputException.Kind.UNREADABLE,
            "Cannot find any file for path %d. Check its spelling.".formatted(entry + 1));
      }
      found.putAll(ofEntry);
    }
    List<FoundFile> files = new ArrayList<>();
    found.forEach((path, stamp) -> files.add(new FoundFile(files.size() + 1, path, stamp.bytes())));
    return files;
  }
}
