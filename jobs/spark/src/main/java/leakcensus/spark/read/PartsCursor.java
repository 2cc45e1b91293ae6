package leakcensus.spark.read;

import java.io.Closeable;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import leakcensus.container.Content;
import leakcensus.container.EntryFault;
import leakcensus.container.EntryPattern;
import leakcensus.container.PartCursor;
import leakcensus.container.SeekableBytes;
import leakcensus.source.IntakeMeasure;
import leakcensus.source.RecordCursor;
import leakcensus.source.RecordFault;
import leakcensus.source.SplitTally;

/**
 * Goes through the records of all parts of a packed file, one part after the other. Positions count
 * on from part to part, as if all parts were one text.
 *
 * <p>What is refused of the file counts as one record in quarantine each: it is located where the
 * next part would begin.
 */
final class PartsCursor implements RecordCursor {

  private final PartCursor parts;
  private final Optional<EntryPattern> wanted;
  private final OpenRecords format;
  private final Closeable file;
  private final SplitTally tally;
  private final Map<EntryFault, Long> told = new EnumMap<>(EntryFault.class);
  private Optional<RecordCursor> current = Optional.empty();
  private long position = -1;
  private long partialBefore;
  private boolean ended;

  /**
   * A cursor before the first part.
   *
   * @param parts the parts
   * @param wanted which of them; all where there is no pattern
   * @param format how their records are read
   * @param file what is closed at last
   * @param fileId number of the file
   */
  PartsCursor(
      PartCursor parts,
      Optional<EntryPattern> wanted,
      OpenRecords format,
      Closeable file,
      int fileId) {
    this.parts = parts;
    this.wanted = wanted;
    this.format = format;
    this.file = file;
    tally = new SplitTally(fileId);
  }

  @Override
  public boolean next() throws IOException {
    while (!ended) {
      if (hasNext()) {
        position = current.orElseThrow().position();
        return true;
      }
      leave();
      ended = !openNext();
    }
    return false;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public RecordFault fault() {
    return current.orElseThrow().fault();
  }

  @Override
  public String value(int column) {
    return current.orElseThrow().value(column);
  }

  @Override
  public boolean hasSeveral(int column) {
    return current.orElseThrow().hasSeveral(column);
  }

  @Override
  public List<String> values(int column) {
    return current.orElseThrow().values(column);
  }

  @Override
  public SplitTally tally() {
    return tally;
  }

  @Override
  public void close() throws IOException {
    try (file;
        parts) {
      leave();
    }
  }

  /** Whether the part has another record; one whose header cannot be parsed has none. */
  private boolean hasNext() throws IOException {
    try {
      return current.isPresent() && current.get().next();
    } catch (UnreadablePartException unreadable) {
      // Of this part alone; others may be of the format.
      refuse(RecordFault.PART_UNREADABLE);
      return false;
    }
  }

  private void leave() throws IOException {
    if (current.isPresent()) {
      RecordCursor left = current.get();
      current = Optional.empty();
      tellUnreadable();
      left.close();
      if (format.isRows()) {
        // Damage inside rows, told already, is none of the packing around them.
        partialBefore = tally.count(IntakeMeasure.PARTIAL);
      }
    }
  }

  /** A part of an archive that is not of its format is one record; other parts were read. */
  private void tellUnreadable() {
    long unreadable = tally.count(IntakeMeasure.UNREADABLE);
    if (unreadable > 0 && !parts.name().isEmpty()) {
      tally.add(IntakeMeasure.UNREADABLE, -unreadable);
      refuse(RecordFault.PART_UNREADABLE);
    }
  }

  /** Opens the next part that is wanted and has records; whether there is one. */
  private boolean openNext() throws IOException {
    while (true) {
      boolean found = parts.next();
      tellRefused();
      if (!found) {
        return false;
      }
      if (wanted.isPresent() && !wanted.get().matches(parts.name())) {
        continue;
      }
      if (parts.content().isNoData()) {
        refuse(RecordFault.PART_WITHOUT_RECORDS);
        continue;
      }
      try {
        current = open();
        if (current.isPresent()) {
          return true;
        }
      } catch (UnreadablePartException unreadable) {
        refuse(RecordFault.PART_UNREADABLE);
      }
    }
  }

  /** The records of the part; none where it had to be held and could not, which is told later. */
  private Optional<RecordCursor> open() throws IOException {
    if (!format.isRows()) {
      return Optional.of(format.open(new PartInputStream(parts.bytes()), tally, base()));
    }
    if (parts.content() != Content.PARQUET) {
      throw new UnreadablePartException("Cannot read a packed part as Parquet");
    }
    Optional<SeekableBytes> held = parts.hold();
    return held.isPresent()
        ? Optional.of(format.rows(held.get(), tally, base()))
        : Optional.empty();
  }

  /** Where the next part begins: behind all bytes, or rows, of those before. */
  private long base() {
    long bytes =
        tally.count(IntakeMeasure.RECORD_BYTES)
            + tally.count(IntakeMeasure.SEPARATOR_BYTES)
            + tally.count(IntakeMeasure.HEADER_BYTES);
    return Math.max(bytes, position + 1);
  }

  private void tellRefused() {
    for (EntryFault fault : EntryFault.values()) {
      long now = parts.refused(fault);
      long before = told.getOrDefault(fault, 0L);
      for (long more = before; more < now; more++) {
        tell(fault);
      }
      told.put(fault, now);
    }
  }

  private void tell(EntryFault fault) {
    switch (fault) {
      case TRUNCATED, CORRUPT -> tellBroken();
      case UNREAD_BYTES -> refuse(RecordFault.PART_UNREAD);
      case ENCRYPTED -> refuse(RecordFault.PART_ENCRYPTED);
      case UNSAFE_NAME, LINK, DEVICE -> refuse(RecordFault.PART_UNSAFE);
      case UNSUPPORTED_METHOD, UNSUPPORTED_FORMAT -> refuse(RecordFault.PART_UNSUPPORTED);
      case BOMB,
          TOTAL_BYTES,
          TOO_MANY_ENTRIES,
          TOO_DEEP,
          TOO_LARGE_TO_HOLD,
          NEEDS_MEMORY,
          HEADER_TOO_LONG ->
          refuse(RecordFault.PART_OVER_LIMIT);
      case LOCAL_HEADERS -> tally.add(IntakeMeasure.PARTIAL, 1);
      default -> throw new IllegalStateException("Unknown fault of an entry: " + fault);
    }
  }

  /** The records of a part may have told already that it breaks off. */
  private void tellBroken() {
    if (tally.count(IntakeMeasure.PARTIAL) > partialBefore) {
      partialBefore = tally.count(IntakeMeasure.PARTIAL);
    } else {
      tally.add(IntakeMeasure.PARTIAL, 1);
      refuse(RecordFault.PART_BROKEN);
      partialBefore++;
    }
  }

  private void refuse(RecordFault fault) {
    tally.read(0);
    tally.quarantine(fault, base());
  }
}
