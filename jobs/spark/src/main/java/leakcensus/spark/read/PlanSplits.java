package leakcensus.spark.read;

import java.util.ArrayList;
import java.util.List;
import leakcensus.container.BzipIndex;
import leakcensus.source.RecordFormat;
import leakcensus.source.Source;
import leakcensus.source.Split;

/** Cuts files into splits and packs small ones together, one list of splits a task. */
public final class PlanSplits {

  /** What opening a file costs, in bytes that could be read meanwhile. */
  private static final long OPEN_COST_BYTES = 1 << 20;

  private PlanSplits() {}

  /** The splits of each task, where no packed file is read in parts. */
  public static List<List<Split>> plan(InputFiles files, List<Source> sources, long splitBytes) {
    return plan(files, sources, splitBytes, BlockIndexes.none());
  }

  /** The splits of each task; those of an indexed file are parts of its text. */
  public static List<List<Split>> plan(
      InputFiles files, List<Source> sources, long splitBytes, BlockIndexes indexes) {
    List<List<Split>> tasks = new ArrayList<>();
    List<Split> task = new ArrayList<>();
    long taskBytes = 0;
    for (InputFile file : files.files()) {
      RecordFormat format = sources.get(file.source()).format();
      long bytes = indexes.of(file.id()).map(BzipIndex::textBytes).orElse(file.bytes());
      boolean cut =
          format.isSplittable()
              && (file.compression() == FilePacking.NONE || indexes.of(file.id()).isPresent());
      for (Split split : splits(file, bytes, cut, splitBytes)) {
        // The end of a compressed file's split is open, so the file's length bounds it.
        long cost = Math.min(split.end(), bytes) - split.start() + OPEN_COST_BYTES;
        if (!task.isEmpty() && taskBytes + cost > splitBytes + OPEN_COST_BYTES) {
          tasks.add(List.copyOf(task));
          task.clear();
          taskBytes = 0;
        }
        task.add(split);
        taskBytes += cost;
      }
    }
    if (!task.isEmpty()) {
      tasks.add(List.copyOf(task));
    }
    return tasks;
  }

  /** What each task reads, in bytes of the files as they lie there. */
  public static List<Long> bytes(InputFiles files, BlockIndexes indexes, List<List<Split>> tasks) {
    return tasks.stream()
        .map(
            task ->
                task.stream()
                    .mapToLong(split -> bytes(files.file(split.fileId()), indexes, split))
                    .reduce(0, Math::addExact))
        .toList();
  }

  private static long bytes(InputFile file, BlockIndexes indexes, Split split) {
    long whole = indexes.of(file.id()).map(BzipIndex::textBytes).orElse(file.bytes());
    // Rounded at both borders, so that the splits of a file come to its length.
    return packed(Math.min(split.end(), whole), whole, file) - packed(split.start(), whole, file);
  }

  private static long packed(long position, long whole, InputFile file) {
    return Math.round((double) position / whole * file.bytes());
  }

  private static List<Split> splits(InputFile file, long bytes, boolean cut, long splitBytes) {
    List<Split> splits = new ArrayList<>();
    if (file.isDuplicate() || file.bytes() == 0) {
      return splits;
    }
    if (!cut) {
      splits.add(new Split(file.source(), file.id(), 0, Long.MAX_VALUE));
      return splits;
    }
    // No unit of a charset is longer than eight bytes, so none is cut.
    long step = Math.max(8, splitBytes / 8 * 8);
    for (long start = 0; start < bytes; start += step) {
      long end = Math.min(bytes, start + step);
      splits.add(new Split(file.source(), file.id(), start, end));
    }
    return splits;
  }
}
