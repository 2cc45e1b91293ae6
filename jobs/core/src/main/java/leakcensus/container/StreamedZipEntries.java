package leakcensus.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/**
 * Goes through a zip by the headers of its entries, as it streams by: for one that cannot be held,
 * or has no usable directory.
 *
 * <p>What it cannot see: links, entries that the directory has dropped, length and checksum of
 * entries that tell them behind their data. What it cannot read: entries stored without a length
 * before their data.
 */
final class StreamedZipEntries implements EntryCursor {

  private final CountedInput in;
  private final ZipTail tail;
  private final ZipArchiveInputStream zip;
  private final Budget budget;
  private final LongConsumer unread;
  private Optional<ZipArchiveEntry> entry = Optional.empty();
  private Optional<GuardedInput> opened = Optional.empty();

  /**
   * Goes through a zip.
   *
   * @param in its bytes, which stay open
   * @param budget limits of the file
   * @param unread told the number of bytes behind the archive
   */
  StreamedZipEntries(InputStream in, Budget budget, LongConsumer unread) {
    this.in = new CountedInput(in);
    tail = new ZipTail(this.in);
    zip = new ZipArchiveInputStream(tail, StandardCharsets.UTF_8.name(), true, false, true);
    this.budget = budget;
    this.unread = unread;
  }

  @Override
  public boolean next() throws IOException {
    leaveEntry();
    try {
      entry = Optional.ofNullable(zip.getNextEntry());
    } catch (IOException | RuntimeException fault) {
      throw JudgeFailure.of(fault, in);
    }
    if (in.failure().isPresent()) {
      throw in.failure().get();
    }
    if (entry.isEmpty()) {
      if (!tail.hasEnd()) {
        throw new BrokenPartException(EntryFault.TRUNCATED);
      }
      countRest();
    }
    return entry.isPresent();
  }

  @Override
  public String name() {
    return entry.orElseThrow().getName();
  }

  @Override
  public boolean isFolder() {
    return entry.orElseThrow().isDirectory();
  }

  @Override
  public Optional<EntryFault> refusal() {
    ZipArchiveEntry current = entry.orElseThrow();
    if (current.getGeneralPurposeBit().usesEncryption()) {
      return Optional.of(EntryFault.ENCRYPTED);
    }
    if (!isSupported(current.getMethod()) || !zip.canReadEntryData(current)) {
      return Optional.of(EntryFault.UNSUPPORTED_METHOD);
    }
    return EntryName.isUnsafe(current.getName())
        ? Optional.of(EntryFault.UNSAFE_NAME)
        : Optional.empty();
  }

  @Override
  public long declaredBytes() {
    return Math.max(0, entry.orElseThrow().getSize());
  }

  @Override
  public InputStream open() {
    ZipArchiveEntry current = entry.orElseThrow();
    boolean told = !current.getGeneralPurposeBit().usesDataDescriptor();
    InputStream checked =
        new CheckedInput(
            new EntryStream(), told ? current.getSize() : -1, told ? current.getCrc() : -1);
    GuardedInput guarded = new GuardedInput(checked, in, in.bytesIn(), budget, budget::unpack);
    opened = Optional.of(guarded);
    return guarded;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /**
   * An entry that does not tell its packed length can be left only by decoding it, and that only
   * under its guard.
   */
  private void leaveEntry() throws IOException {
    if (opened.isPresent() && entry.orElseThrow().getGeneralPurposeBit().usesDataDescriptor()) {
      byte[] passed = new byte[1 << 16];
      int read;
      do {
        read = opened.get().read(passed);
      } while (read >= 0);
    }
    opened = Optional.empty();
  }

  private void countRest() throws IOException {
    byte[] passed = new byte[1 << 16];
    long rest = 0;
    for (int read = in.read(passed); read >= 0; read = in.read(passed)) {
      rest += read;
    }
    if (rest > 0) {
      unread.accept(rest);
    }
  }

  private static boolean isSupported(int code) {
    ZipMethod method = ZipMethod.getMethodByCode(code);
    if (method == null) {
      return false;
    }
    return switch (method) {
      case STORED, DEFLATED, ENHANCED_DEFLATED, UNSHRINKING, IMPLODING, BZIP2 -> true;
      default -> false;
    };
  }

  /** The current entry; to close it leaves the archive open. */
  private final class EntryStream extends InputStream {

    @Override
    public int read() throws IOException {
      return zip.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      return zip.read(target, offset, length);
    }
  }
}
