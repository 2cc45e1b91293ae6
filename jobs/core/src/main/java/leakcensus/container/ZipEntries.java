package leakcensus.container;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/**
 * Goes through a zip in the order of its directory.
 *
 * <p>Memory: the directory, which the library holds in whole, so it is read under an allowance.
 */
final class ZipEntries implements EntryCursor {

  private static final int END_BYTES = 1 << 20;

  private final ZipFile zip;
  private final Below file;
  private final Budget budget;
  private final LongConsumer unread;
  private final Enumeration<ZipArchiveEntry> entries;
  private Optional<ZipArchiveEntry> entry = Optional.empty();

  private ZipEntries(ZipFile zip, Below file, Budget budget, LongConsumer unread) {
    this.zip = zip;
    this.file = file;
    this.budget = budget;
    this.unread = unread;
    entries = zip.getEntries();
  }

  /**
   * Reads the directory.
   *
   * @param bytes the archive
   * @param file how the file below fails
   * @param budget limits of the file
   * @param unread told of bytes behind the packed data of an entry
   * @throws BrokenPartException if there is no usable directory
   * @throws IOException if the file below fails
   */
  static ZipEntries open(SeekableBytes bytes, Below file, Budget budget, LongConsumer unread)
      throws IOException {
    BytesChannel channel = new BytesChannel(bytes);
    channel.allow(budget.directoryBytes() + END_BYTES);
    try {
      ZipFile zip =
          ZipFile.builder()
              .setSeekableByteChannel(channel)
              .setCharset(StandardCharsets.UTF_8)
              .setIgnoreLocalFileHeader(true)
              .get();
      channel.allow(Long.MAX_VALUE);
      return new ZipEntries(zip, file, budget, unread);
    } catch (IOException | RuntimeException fault) {
      throw JudgeFailure.of(fault, file);
    }
  }

  /** What the archive is besides a zip, by names that its kind demands. */
  Content content() {
    if (has("[Content_Types].xml") && has("_rels/.rels")) {
      return Content.OFFICE_XML;
    }
    return has("mimetype") && has("META-INF/manifest.xml") && has("content.xml")
        ? Content.OPEN_DOCUMENT
        : Content.UNKNOWN;
  }

  /** Bytes in front of the first entry: another archive, or a program that unpacks this one. */
  long leadingBytes() {
    return Math.max(0, zip.getFirstLocalFileHeaderOffset());
  }

  @Override
  public boolean next() {
    boolean more = entries.hasMoreElements();
    if (more) {
      entry = Optional.of(entries.nextElement());
    }
    return more;
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
    if (!isSupported(current.getMethod())) {
      return Optional.of(EntryFault.UNSUPPORTED_METHOD);
    }
    if (EntryName.isUnsafe(current.getName())) {
      return Optional.of(EntryFault.UNSAFE_NAME);
    }
    return UnixMode.refusal(current.getUnixMode());
  }

  @Override
  public long declaredBytes() {
    return Math.max(0, entry.orElseThrow().getSize());
  }

  @Override
  public InputStream open() throws IOException {
    ZipArchiveEntry current = entry.orElseThrow();
    try {
      InputStream checked = new CheckedInput(decoder(current), current.getSize(), current.getCrc());
      return new GuardedInput(
          checked, Below.of(current.getCompressedSize(), file), 0, budget, budget::unpack);
    } catch (IOException | RuntimeException fault) {
      throw JudgeFailure.of(fault, file);
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private boolean has(String name) {
    return zip.getEntry(name) != null;
  }

  private static boolean isSupported(int code) {
    ZipMethod method = ZipMethod.getMethodByCode(code);
    if (method == null) {
      return false;
    }
    return switch (method) {
      case STORED,
          DEFLATED,
          ENHANCED_DEFLATED,
          UNSHRINKING,
          IMPLODING,
          BZIP2,
          XZ,
          ZSTD,
          ZSTD_DEPRECATED ->
          true;
      default -> false;
    };
  }

  /**
   * The library's decoders of xz and Zstandard know no limit of memory, and that of bzip2 loses
   * bytes.
   */
  private InputStream decoder(ZipArchiveEntry current) throws IOException {
    return switch (ZipMethod.getMethodByCode(current.getMethod())) {
      case BZIP2 -> own(Compression.BZIP2, current);
      case XZ -> own(Compression.XZ, current);
      case ZSTD, ZSTD_DEPRECATED -> own(Compression.ZSTD, current);
      default -> zip.getInputStream(current);
    };
  }

  private InputStream own(Compression compression, ZipArchiveEntry current) throws IOException {
    InputStream packed = new BufferedInputStream(zip.getRawInputStream(current));
    return Decompress.decoder(compression, packed, budget, unread);
  }
}
