package leakcensus.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Goes through a tar as it streams by.
 *
 * <p>Headers with long names and extensions are held by the library whatever their length, so they
 * are read under an allowance. The library does not check the sum of a header: here the archive
 * ends at a wrong one.
 */
final class TarEntries implements EntryCursor {

  private static final long HEADER_BYTES = 1 << 20;
  private static final int RECORD_BYTES = 512;

  private final CountedInput in;
  private final TarArchiveInputStream tar;
  private final Budget budget;
  private final LongConsumer unread;
  private Optional<TarArchiveEntry> entry = Optional.empty();

  /**
   * Goes through a tar.
   *
   * @param in its bytes, which stay open
   * @param budget limits of the file
   * @param unread told the number of bytes behind the archive's end that are not zeros
   */
  TarEntries(InputStream in, Budget budget, LongConsumer unread) {
    this.in = new CountedInput(in);
    // Blocks of one record: the library passes over the rest of a block behind the end unseen.
    tar =
        new TarArchiveInputStream(
            this.in, RECORD_BYTES, RECORD_BYTES, StandardCharsets.UTF_8.name());
    this.budget = budget;
    this.unread = unread;
  }

  @Override
  public boolean next() throws IOException {
    allowHeader();
    try {
      entry = Optional.ofNullable(tar.getNextEntry());
    } catch (IOException | RuntimeException fault) {
      throw JudgeFailure.of(fault, in);
    }
    if (in.failure().isPresent()) {
      throw in.failure().get();
    }
    in.allow(Long.MAX_VALUE);
    if (entry.isEmpty()) {
      countRest();
      return false;
    }
    if (!entry.get().isCheckSumOK()) {
      throw new BrokenPartException(EntryFault.CORRUPT);
    }
    return true;
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
    TarArchiveEntry current = entry.orElseThrow();
    if (current.isSymbolicLink() || current.isLink()) {
      return Optional.of(EntryFault.LINK);
    }
    if (current.isBlockDevice() || current.isCharacterDevice() || current.isFIFO()) {
      return Optional.of(EntryFault.DEVICE);
    }
    if (!current.isFile() || !tar.canReadEntryData(current)) {
      return Optional.of(EntryFault.UNSUPPORTED_METHOD);
    }
    return EntryName.isUnsafe(current.getName())
        ? Optional.of(EntryFault.UNSAFE_NAME)
        : Optional.empty();
  }

  @Override
  public long declaredBytes() {
    return entry.orElseThrow().getRealSize();
  }

  @Override
  public InputStream open() {
    // The bytes of a tar were counted by the layer below; the holes of a sparse file come from
    // nowhere.
    GuardedInput.Toll toll = entry.orElseThrow().isSparse() ? budget::unpack : bytes -> {};
    return new GuardedInput(new EntryStream(), in, in.bytesIn(), budget, toll);
  }

  @Override
  public void close() throws IOException {
    tar.close();
  }

  private void allowHeader() {
    long rest = entry.map(TarArchiveEntry::getSize).orElse(0L);
    in.allow(rest > Long.MAX_VALUE - HEADER_BYTES ? Long.MAX_VALUE : rest + HEADER_BYTES);
  }

  private void countRest() throws IOException {
    byte[] passed = new byte[1 << 16];
    long rest = 0;
    for (int read = in.read(passed); read >= 0; read = in.read(passed)) {
      rest += rest > 0 ? read : read - leadingZeros(passed, read);
    }
    if (rest > 0) {
      unread.accept(rest);
    }
  }

  private static int leadingZeros(byte[] bytes, int length) {
    int zeros = 0;
    while (zeros < length && bytes[zeros] == 0) {
      zeros++;
    }
    return zeros;
  }

  /** The current entry; to close it leaves the archive open. */
  private final class EntryStream extends InputStream {

    @Override
    public int read() throws IOException {
      return tar.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      return tar.read(target, offset, length);
    }
  }
}
