package leakcensus.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was found in some folders.
 *
 * @param files number of files
 * @param bytes their bytes as stored
 * @param sources a source for each layout
 * @param leftOut names of files, by number, and of their parts, that are in no source or not wholly
 */
public record Inventory(long files, long bytes, List<ProposedSource> sources, List<Left> leftOut) {

  /**
   * Something that is in no source, or not wholly.
   *
   * @param file number of the file
   * @param name its path, as a configuration names it
   * @param what what of it, and why
   */
  public record Left(int file, String name, PartLeftOut what) {

    /** Without the path, which can hold values. */
    @Override
    public String toString() {
      return "Left[%d, %s]".formatted(file, what.reason().key());
    }
  }

  public Inventory {
    sources = List.copyOf(sources);
    leftOut = List.copyOf(leftOut);
  }

  /** Gathers an inventory, file by file in the order of their numbers. */
  public static final class Builder {

    private final GroupLayouts groups = new GroupLayouts();
    private final List<Left> leftOut = new ArrayList<>();
    private long files;
    private long bytes;

    /** Adds what was seen of a file. */
    public void add(FileLook file) {
      files++;
      bytes += file.bytes();
      groups.add(file);
      file.leftOut().forEach(what -> leftOut.add(new Left(file.number(), file.name(), what)));
    }

    /** Number of files so far. */
    public long files() {
      return files;
    }

    /** The inventory, with a source proposed for each layout. */
    public Inventory build() {
      return new Inventory(files, bytes, ProposeSources.of(groups.groups()), leftOut);
    }
  }

  /** Numbers of files that something is left out of, by reason. */
  public Map<LeftOut, List<Integer>> filesByReason() {
    Map<LeftOut, List<Integer>> files = new TreeMap<>();
    for (Left left : leftOut) {
      List<Integer> numbers =
          files.computeIfAbsent(left.what().reason(), reason -> new ArrayList<>());
      if (numbers.isEmpty() || numbers.get(numbers.size() - 1) != left.file()) {
        numbers.add(left.file());
      }
    }
    return files;
  }
}
