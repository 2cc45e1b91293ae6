package leakcensus.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import leakcensus.block.LongTable;

/** What was read of each file: the accounting of the sample. */
public final class Intake {

  private final List<SourceFile> files;
  private final Map<List<Long>, Long> counts = new TreeMap<>(Intake::compareKeys);
  private final Map<RecordFault, TreeSet<QuarantinePosition>> positions = new TreeMap<>();
  private final Map<Integer, DetectedCharset> charsets = new TreeMap<>();

  private Intake(List<SourceFile> files) {
    this.files = List.copyOf(files);
  }

  /** The intake of some files, from the tallies of all their splits. */
  public static Intake of(List<SourceFile> files, LongTable tallies) {
    Intake intake = new Intake(files);
    for (int row = 0; row < tallies.size(); row++) {
      intake.add(tallies, row);
    }
    return intake;
  }

  /** All files, by number. */
  public List<SourceFile> files() {
    return files;
  }

  /** One count of a file. */
  public long count(int fileId, IntakeMeasure measure) {
    return count(fileId, measure, 0);
  }

  /** Records of a file that are in quarantine. */
  public long quarantined(int fileId) {
    long sum = 0;
    for (RecordFault fault : RecordFault.values()) {
      sum = Math.addExact(sum, quarantined(fileId, fault));
    }
    return sum;
  }

  /** Records of a file that are in quarantine for one reason. */
  public long quarantined(int fileId, RecordFault fault) {
    return count(fileId, IntakeMeasure.RECORDS_QUARANTINED, fault.ordinal());
  }

  /** The charset that was found for a file, where none was declared. */
  public Optional<DetectedCharset> charset(int fileId) {
    return Optional.ofNullable(charsets.get(fileId));
  }

  /** One count of all files of a source. */
  public long ofSource(int source, IntakeMeasure measure) {
    return files.stream()
        .filter(file -> file.source() == source)
        .mapToLong(file -> count(file.id(), measure))
        .reduce(0, Math::addExact);
  }

  /** Records of a source that are in quarantine for one reason. */
  public long quarantinedOfSource(int source, RecordFault fault) {
    return files.stream()
        .filter(file -> file.source() == source)
        .mapToLong(file -> quarantined(file.id(), fault))
        .reduce(0, Math::addExact);
  }

  /** One count of all files. */
  public long total(IntakeMeasure measure) {
    return files.stream().mapToLong(file -> count(file.id(), measure)).reduce(0, Math::addExact);
  }

  /** How long the records of all files are; what has no length is left out. */
  public RecordLengths recordLengths() {
    SortedMap<Integer, Long> classes = new TreeMap<>();
    counts.forEach(
        (key, records) -> {
          if (key.get(1) == IntakeMeasure.RECORD_LENGTHS.ordinal()) {
            classes.merge(key.get(2).intValue(), records, Math::addExact);
          }
        });
    return new RecordLengths(classes, total(IntakeMeasure.RECORD_BYTES));
  }

  /** Where the first records of a source with this fault stand. */
  public List<QuarantinePosition> firstPositions(int source, RecordFault fault, int limit) {
    List<QuarantinePosition> found = new ArrayList<>();
    for (QuarantinePosition position : positions.getOrDefault(fault, new TreeSet<>())) {
      if (found.size() < limit && files.get(position.fileId()).source() == source) {
        found.add(position);
      }
    }
    return found;
  }

  /** What became of a file. */
  public FileStatus status(int fileId) {
    SourceFile file = files.get(fileId);
    if (file.duplicate()) {
      return FileStatus.DUPLICATE;
    }
    if (file.bytes() == 0) {
      return FileStatus.EMPTY;
    }
    if (count(fileId, IntakeMeasure.UNREADABLE) > 0) {
      return FileStatus.UNREADABLE;
    }
    return count(fileId, IntakeMeasure.PARTIAL) > 0 ? FileStatus.PARTIAL : FileStatus.READ;
  }

  /**
   * The extent of each file in the unit of its positions: accounted bytes, or rows where no bytes
   * are accounted.
   */
  public long[] extents() {
    long[] extents = new long[files.size()];
    for (int fileId = 0; fileId < extents.length; fileId++) {
      long bytes =
          Math.addExact(
              count(fileId, IntakeMeasure.RECORD_BYTES),
              Math.addExact(
                  count(fileId, IntakeMeasure.SEPARATOR_BYTES),
                  count(fileId, IntakeMeasure.HEADER_BYTES)));
      extents[fileId] = bytes > 0 ? bytes : count(fileId, IntakeMeasure.RECORDS_READ);
    }
    return extents;
  }

  private void add(LongTable tallies, int row) {
    IntakeMeasure measure = IntakeMeasure.values()[(int) tallies.at(row, SplitTally.MEASURE)];
    long fileId = tallies.at(row, SplitTally.FILE);
    long key = tallies.at(row, SplitTally.KEY);
    long value = tallies.at(row, SplitTally.VALUE);
    if (measure == IntakeMeasure.QUARANTINE_POSITION) {
      positions
          .computeIfAbsent(RecordFault.values()[(int) key], unseen -> new TreeSet<>())
          .add(new QuarantinePosition((int) fileId, value));
    } else if (measure == IntakeMeasure.CHARSET) {
      charsets.put(
          (int) fileId, new DetectedCharset(TextCharset.ofCode((int) key), Math.toIntExact(value)));
    } else {
      counts.merge(List.of(fileId, (long) measure.ordinal(), key), value, Math::addExact);
    }
  }

  private long count(long fileId, IntakeMeasure measure, long key) {
    return counts.getOrDefault(List.of(fileId, (long) measure.ordinal(), key), 0L);
  }

  private static int compareKeys(List<Long> left, List<Long> right) {
    for (int i = 0; i < left.size(); i++) {
      int order = Long.compare(left.get(i), right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
