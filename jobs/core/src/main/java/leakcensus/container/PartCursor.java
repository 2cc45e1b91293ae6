package leakcensus.container;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Goes through the plain parts of a file, in the order of its archives; a file that is no container
 * is one part. The same file and limits give the same parts with the same numbers.
 *
 * <p>Memory: that of the decoders on the way to the part, and what {@link
 * ContainerLimits#maxHeldBytes} permits. An office document of the kind OOXML or ODF, and Parquet,
 * is one part.
 *
 * <p>Not for several threads.
 */
public final class PartCursor implements Closeable {

  private final MeteredBytes file;
  private final Budget budget;
  private final Refusals refusals = new Refusals();
  private final Deque<Level> levels = new ArrayDeque<>();
  private Optional<PartInput> current = Optional.empty();
  private Optional<HeldBytes> held = Optional.empty();
  private int part = -1;
  private String name = "";
  private Content content = Content.UNKNOWN;

  PartCursor(SeekableBytes file, ContainerLimits limits) {
    this.file = new MeteredBytes(file);
    budget = new Budget(limits, file.size());
    levels.push(new Level(new WholeFile(this.file), List.of(), "", 0, List.of()));
  }

  /**
   * Goes to the next plain part, whether the one before was read to its end or not.
   *
   * @return whether there is one
   * @throws IOException if the file itself cannot be read; what its content does is in {@link
   *     #refused}
   */
  public boolean next() throws IOException {
    leavePart();
    while (!levels.isEmpty()) {
      Level level = levels.peek();
      if (!advance(level)) {
        levels.pop().close();
      } else if (enter(level)) {
        return true;
      }
    }
    return false;
  }

  /** Running number of the part, from 0. */
  public int part() {
    return part;
  }

  /**
   * Names of the entries that lead to the part, joined by {@code !/}; empty for the file itself.
   * For matching alone: names hold values.
   */
  public String name() {
    return name;
  }

  /** What the part is, by its first bytes. */
  public Content content() {
    return content;
  }

  /**
   * The bytes of the part, the same stream at each call. Where the content breaks off the stream
   * throws {@link BrokenPartException}; what it gave before stands. Any other exception is one of
   * the file itself.
   */
  public InputStream bytes() {
    return current.orElseThrow(
        () -> new IllegalStateException("Cannot read a packed part: the cursor is on none"));
  }

  /**
   * Holds the part in memory, for a format that has to be read at any position, in place of {@link
   * #bytes}. It is held until the cursor goes on.
   *
   * @return empty where the part is larger than may be held, or breaks off; either is in {@link
   *     #refused}
   * @throws IOException if the file itself cannot be read
   */
  public Optional<SeekableBytes> hold() throws IOException {
    PartInput whole =
        current.orElseThrow(
            () -> new IllegalStateException("Cannot hold a packed part: the cursor is on none"));
    HeldBytes bytes = HeldBytes.of(whole, budget);
    if (bytes.isFull()) {
      whole.refuse(EntryFault.TOO_LARGE_TO_HOLD);
    }
    if (bytes.isFull() || bytes.broken().isPresent()) {
      bytes.release();
      return Optional.empty();
    }
    held = Optional.of(bytes);
    return Optional.of(bytes);
  }

  /** What was refused or lost so far; of each fault the first 1,000. */
  public List<RefusedEntry> refused() {
    return refusals.located();
  }

  /** How often there was a fault so far. */
  public long refused(EntryFault fault) {
    return refusals.count(fault);
  }

  /** Bytes of the file read so far; what is read twice counts twice. */
  public long bytesRead() {
    return file.bytesIn();
  }

  /** Bytes that all layers together have given so far, held against the limits. */
  public long bytesUnpacked() {
    return budget.unpackedBytes();
  }

  @Override
  public void close() throws IOException {
    leavePart();
    while (!levels.isEmpty()) {
      levels.pop().close();
    }
  }

  private void leavePart() throws IOException {
    held.ifPresent(HeldBytes::release);
    held = Optional.empty();
    if (current.isPresent()) {
      PartInput left = current.get();
      current = Optional.empty();
      left.leave();
    }
  }

  private boolean advance(Level level) throws IOException {
    try {
      return level.next();
    } catch (BrokenPartException fault) {
      refusals.add(level.entryPlace(), fault.fault(), 0);
      return false;
    }
  }

  private boolean enter(Level level) throws IOException {
    List<Integer> place = level.entryPlace();
    EntryCursor entry = level.entries();
    if (level.depth() > 0 && !budget.takeEntry()) {
      refusals.add(place, EntryFault.TOO_MANY_ENTRIES, 0);
      close();
      return false;
    }
    if (entry.isFolder()) {
      return false;
    }
    Optional<EntryFault> refusal = entry.refusal();
    if (refusal.isPresent()) {
      refusals.add(place, refusal.get(), entry.declaredBytes());
      return false;
    }
    try {
      return open(level, place);
    } catch (BrokenPartException fault) {
      refusals.add(place, fault.fault(), entry.declaredBytes());
      return false;
    }
  }

  /** Opens the current entry, as a part or as another level; whether it is a part. */
  private boolean open(Level level, List<Integer> place) throws IOException {
    Peeled peeled = Peeled.of(level.entries().open(), level.depth(), budget, unread(place));
    try {
      return switch (peeled.sniff().archive()) {
        case NONE -> openPart(peeled, level.entryName(), place);
        case TAR -> {
          TarEntries tar = new TarEntries(peeled.in(), budget, unread(place));
          yield push(tar, peeled, level, place, peeled);
        }
        case ZIP -> openZip(peeled, level, place);
        case SEVEN_ZIP -> openSevenZip(peeled, level, place);
      };
    } catch (IOException | RuntimeException fault) {
      peeled.close();
      throw fault;
    }
  }

  private boolean openPart(Peeled peeled, String partName, List<Integer> place) throws IOException {
    if (peeled.sniff().content() == Content.UNSUPPORTED_ARCHIVE) {
      throw new BrokenPartException(EntryFault.UNSUPPORTED_FORMAT);
    }
    return give(peeled.in(), peeled.sniff().content(), partName, place, peeled);
  }

  private boolean openSevenZip(Peeled peeled, Level level, List<Integer> place) throws IOException {
    if (isWholeFile(peeled, level)) {
      return push(SevenZipEntries.open(file, file, budget), peeled, level, place, peeled);
    }
    HeldBytes held = HeldBytes.of(peeled.in(), budget);
    try {
      if (held.isFull()) {
        throw new BrokenPartException(EntryFault.TOO_LARGE_TO_HOLD);
      }
      if (held.broken().isPresent()) {
        throw held.broken().get();
      }
      SevenZipEntries entries = SevenZipEntries.open(held, file, budget);
      return push(entries, peeled, level, place, held::release, peeled);
    } catch (IOException | RuntimeException fault) {
      held.release();
      throw fault;
    }
  }

  private boolean openZip(Peeled peeled, Level level, List<Integer> place) throws IOException {
    if (isWholeFile(peeled, level)) {
      return openZip(file, () -> {}, peeled, level, place);
    }
    HeldBytes held = HeldBytes.of(peeled.in(), budget);
    try {
      if (!held.isFull() && held.broken().isEmpty()) {
        return openZip(held, held::release, peeled, level, place);
      }
      InputStream whole = new SequenceInputStream(held.drain(), peeled.in());
      return streamZip(whole, held::release, peeled, level, place);
    } catch (IOException | RuntimeException fault) {
      held.release();
      throw fault;
    }
  }

  private boolean openZip(
      SeekableBytes bytes, Closeable held, Peeled peeled, Level level, List<Integer> place)
      throws IOException {
    ZipEntries entries;
    try {
      entries = ZipEntries.open(bytes, file, budget, unread(place));
    } catch (BrokenPartException fault) {
      return streamZip(bytes.openAt(0), held, peeled, level, place);
    }
    Content kind = entries.content();
    if (kind != Content.UNKNOWN) {
      InputStream whole = bytes.openAt(0);
      return give(whole, kind, level.entryName(), place, both(entries, whole, held, peeled));
    }
    if (entries.leadingBytes() > 0) {
      refusals.add(place, EntryFault.UNREAD_BYTES, entries.leadingBytes());
    }
    return push(entries, peeled, level, place, held, peeled);
  }

  private boolean streamZip(
      InputStream whole, Closeable held, Peeled peeled, Level level, List<Integer> place)
      throws IOException {
    Content kind = Sniff.zipContent(peeled.in().head());
    if (kind != Content.UNKNOWN) {
      return give(whole, kind, level.entryName(), place, both(whole, held, peeled));
    }
    refusals.add(place, EntryFault.LOCAL_HEADERS, 0);
    StreamedZipEntries entries = new StreamedZipEntries(whole, budget, unread(place));
    return push(entries, peeled, level, place, whole, held, peeled);
  }

  /** Whether an archive can be read at any position, since nothing is around it. */
  private static boolean isWholeFile(Peeled peeled, Level level) {
    return level.depth() == 0 && !peeled.wasPacked();
  }

  private boolean give(
      InputStream bytes, Content kind, String partName, List<Integer> place, Closeable below) {
    current = Optional.of(new PartInput(bytes, place, refusals, below));
    content = kind;
    name = partName;
    part++;
    return true;
  }

  private boolean push(
      EntryCursor entries, Peeled peeled, Level level, List<Integer> place, Closeable... below)
      throws IOException {
    int inside = peeled.depthInside(budget);
    levels.push(new Level(entries, place, level.entryName(), inside, List.of(below)));
    return false;
  }

  private LongConsumer unread(List<Integer> place) {
    return bytes -> refusals.add(place, EntryFault.UNREAD_BYTES, bytes);
  }

  private static Closeable both(Closeable... all) {
    List<Closeable> each = new ArrayList<>(List.of(all));
    return () -> {
      for (Closeable one : each) {
        one.close();
      }
    };
  }
}
