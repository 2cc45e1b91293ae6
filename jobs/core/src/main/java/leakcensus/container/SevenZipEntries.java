package leakcensus.container;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;

/**
 * Goes through a 7z. Its entries share compressed blocks, so an entry that is left is first read to
 * its end, and an entry that is damaged can cost those behind it in the same block.
 */
final class SevenZipEntries implements EntryCursor {

  private static final int WINDOWS_HAS_MODE = 0x8000;

  private final SevenZFile archive;
  private final Below packed;
  private final Budget budget;
  private final List<SevenZArchiveEntry> entries = new ArrayList<>();
  private int index = -1;
  private Optional<BrokenPartException> closedBlock = Optional.empty();
  private Optional<GuardedInput> opened = Optional.empty();

  private SevenZipEntries(SevenZFile archive, Below packed, Budget budget) {
    this.archive = archive;
    this.packed = packed;
    this.budget = budget;
    archive.getEntries().forEach(entries::add);
  }

  /**
   * Reads the header.
   *
   * @param bytes the archive
   * @param file how the file below fails
   * @param budget limits of the file
   * @throws BrokenPartException if the header cannot be read
   * @throws IOException if the file below fails
   */
  static SevenZipEntries open(SeekableBytes bytes, Below file, Budget budget) throws IOException {
    if (SevenZipHeader.unpackedBytes(bytes, budget.directoryBytes()) > budget.directoryBytes()) {
      throw new BrokenPartException(EntryFault.HEADER_TOO_LONG);
    }
    int memoryKibibytes = (int) Math.min(budget.decoderBytes() / 1024, Integer.MAX_VALUE);
    try {
      SevenZFile archive =
          SevenZFile.builder()
              .setSeekableByteChannel(new BytesChannel(bytes))
              .setMaxMemoryLimitKiB(memoryKibibytes)
              .get();
      return new SevenZipEntries(archive, Below.of(bytes.size(), file), budget);
    } catch (IOException | RuntimeException fault) {
      throw judge(fault, file);
    }
  }

  @Override
  public boolean next() throws IOException {
    leaveEntry();
    if (index + 1 == entries.size()) {
      return false;
    }
    index++;
    try {
      archive.getNextEntry();
      if (current().hasStream()) {
        closedBlock = Optional.empty();
      }
    } catch (IOException | RuntimeException fault) {
      IOException judged = judge(fault, packed);
      if (!(judged instanceof BrokenPartException broken)) {
        throw judged;
      }
      // An unchecked exception tells of a block that did not open, whose reason came with its first
      // entry.
      if (fault instanceof IOException || closedBlock.isEmpty()) {
        closedBlock = Optional.of(broken);
      }
    }
    return true;
  }

  @Override
  public String name() {
    return Optional.ofNullable(current().getName()).orElse("");
  }

  @Override
  public boolean isFolder() {
    return current().isDirectory();
  }

  @Override
  public Optional<EntryFault> refusal() {
    if (current().hasStream() && closedBlock.isPresent()) {
      return closedBlock.map(BrokenPartException::fault);
    }
    if (current().isAntiItem()) {
      return Optional.of(EntryFault.UNSUPPORTED_METHOD);
    }
    if (EntryName.isUnsafe(name())) {
      return Optional.of(EntryFault.UNSAFE_NAME);
    }
    int attributes = current().getHasWindowsAttributes() ? current().getWindowsAttributes() : 0;
    return (attributes & WINDOWS_HAS_MODE) == 0
        ? Optional.empty()
        : UnixMode.refusal(attributes >>> 16);
  }

  @Override
  public long declaredBytes() {
    return Math.max(0, current().getSize());
  }

  @Override
  public InputStream open() {
    GuardedInput guarded = new GuardedInput(new EntryStream(), packed, 0, budget, budget::unpack);
    opened = Optional.of(guarded);
    return guarded;
  }

  @Override
  public void close() throws IOException {
    archive.close();
  }

  private SevenZArchiveEntry current() {
    return entries.get(index);
  }

  /** The library would pass over the rest of the entry without a guard. */
  private void leaveEntry() throws IOException {
    Optional<GuardedInput> left = opened;
    opened = Optional.empty();
    if (left.isEmpty()) {
      return;
    }
    byte[] passed = new byte[1 << 16];
    try {
      int read;
      do {
        read = left.get().read(passed);
      } while (read >= 0);
    } catch (BrokenPartException fault) {
      if (fault.fault() == EntryFault.BOMB || fault.fault() == EntryFault.TOTAL_BYTES) {
        throw fault;
      }
      // Other damage need not reach the next entry, and is told by it if it does.
    }
  }

  private static IOException judge(Exception fault, Below file) {
    String message = String.valueOf(fault.getMessage());
    boolean isUnsupported =
        message.startsWith("Unsupported compression method")
            || message.startsWith("Multi input/output stream coders");
    return file.failure().isEmpty() && isUnsupported
        ? new BrokenPartException(EntryFault.UNSUPPORTED_METHOD)
        : JudgeFailure.of(fault, file);
  }

  /** The current entry; to close it leaves the archive open. */
  private final class EntryStream extends InputStream {

    @Override
    public int read() throws IOException {
      return archive.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      return archive.read(target, offset, length);
    }
  }
}
