package leakcensus.container;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZMethod;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Packs bytes, by other code than that which unpacks them. */
final class Packed {

  private interface Packer {

    OutputStream open(OutputStream packed) throws IOException;
  }

  private Packed() {}

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] base64(String text) {
    return Base64.getDecoder().decode(text);
  }

  /** Lines that no compressor makes nothing of. */
  static byte[] lines(int lines, long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines; i++) {
      text.append(i).append(',').append(Long.toString(random.nextLong(), 36)).append('\n');
    }
    return text(text.toString());
  }

  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }

  static Map<String, byte[]> entries(Object... namesAndBytes) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (int i = 0; i < namesAndBytes.length; i += 2) {
      entries.put((String) namesAndBytes[i], (byte[]) namesAndBytes[i + 1]);
    }
    return entries;
  }

  static byte[] compress(Compression compression, byte[] bytes) {
    return switch (compression) {
      case NONE -> bytes;
      case GZIP -> gzip(bytes);
      case BZIP2 -> bzip2(bytes);
      case XZ -> xz(bytes);
      case ZSTD -> zstd(bytes);
    };
  }

  static byte[] archive(Archive archive, Map<String, byte[]> entries) {
    return switch (archive) {
      case ZIP -> zip(entries);
      case TAR -> tar(entries);
      case SEVEN_ZIP -> sevenZip(entries);
      case NONE -> throw new IllegalArgumentException("Missing archive");
    };
  }

  static byte[] gzip(byte[] bytes) {
    return pack(bytes, GZIPOutputStream::new);
  }

  static byte[] bzip2(byte[] bytes) {
    return pack(bytes, BZip2CompressorOutputStream::new);
  }

  static byte[] xz(byte[] bytes) {
    return pack(bytes, packed -> new XZOutputStream(packed, new LZMA2Options(1)));
  }

  static byte[] zstd(byte[] bytes) {
    return Zstd.compress(bytes);
  }

  /** A frame of Zstandard that says: pass me over. */
  static byte[] skippableFrame(byte[] bytes) {
    return joined(new byte[] {0x53, 0x2A, 0x4D, 0x18, (byte) bytes.length, 0, 0, 0}, bytes);
  }

  static byte[] zip(Map<String, byte[]> entries) {
    return zip(entries, ZipArchiveOutputStream.DEFLATED);
  }

  /** A zip as a channel that can be sought gets it: lengths stand before the data. */
  static byte[] zip(Map<String, byte[]> entries, int method) {
    SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(channel)) {
      write(zip, entries, method);
    } catch (IOException fault) {
      throw new IllegalStateException(fault);
    }
    return Arrays.copyOf(channel.array(), (int) channel.size());
  }

  /** A zip as a pipe gets it: lengths stand behind the data. */
  static byte[] streamedZip(Map<String, byte[]> entries) {
    return pack(
        new byte[0],
        packed -> {
          ZipArchiveOutputStream zip = new ZipArchiveOutputStream(packed);
          write(zip, entries, ZipArchiveOutputStream.DEFLATED);
          return zip;
        });
  }

  static byte[] tar(Map<String, byte[]> entries) {
    return pack(
        new byte[0],
        packed -> {
          TarArchiveOutputStream tar = new TarArchiveOutputStream(packed);
          tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
          for (Map.Entry<String, byte[]> each : entries.entrySet()) {
            TarArchiveEntry entry = new TarArchiveEntry(each.getKey(), true);
            entry.setSize(each.getValue().length);
            tar.putArchiveEntry(entry);
            tar.write(each.getValue());
            tar.closeArchiveEntry();
          }
          return tar;
        });
  }

  static byte[] sevenZip(Map<String, byte[]> entries) {
    return sevenZip(entries, SevenZMethod.LZMA2);
  }

  static byte[] sevenZip(Map<String, byte[]> entries, SevenZMethod method) {
    SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
    try (SevenZOutputFile archive = new SevenZOutputFile(channel)) {
      archive.setContentCompression(method);
      write(archive, entries);
    } catch (IOException fault) {
      throw new IllegalStateException(fault);
    }
    return Arrays.copyOf(channel.array(), (int) channel.size());
  }

  static byte[] encryptedSevenZip(Map<String, byte[]> entries) {
    SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
    try (SevenZOutputFile archive = new SevenZOutputFile(channel, "secret".toCharArray())) {
      write(archive, entries);
    } catch (IOException fault) {
      throw new IllegalStateException(fault);
    }
    return Arrays.copyOf(channel.array(), (int) channel.size());
  }

  private static void write(SevenZOutputFile archive, Map<String, byte[]> entries)
      throws IOException {
    for (Map.Entry<String, byte[]> each : entries.entrySet()) {
      SevenZArchiveEntry entry = new SevenZArchiveEntry();
      entry.setName(each.getKey());
      archive.putArchiveEntry(entry);
      archive.write(each.getValue());
      archive.closeArchiveEntry();
    }
  }

  private static void write(ZipArchiveOutputStream zip, Map<String, byte[]> entries, int method)
      throws IOException {
    for (Map.Entry<String, byte[]> each : entries.entrySet()) {
      ZipArchiveEntry entry = new ZipArchiveEntry(each.getKey());
      entry.setMethod(method);
      if (method == ZipArchiveOutputStream.STORED) {
        CRC32 checksum = new CRC32();
        checksum.update(each.getValue());
        entry.setSize(each.getValue().length);
        entry.setCrc(checksum.getValue());
      }
      zip.putArchiveEntry(entry);
      zip.write(each.getValue());
      zip.closeArchiveEntry();
    }
  }

  private static byte[] pack(byte[] bytes, Packer packer) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = packer.open(packed)) {
      if (bytes.length > 0) {
        out.write(bytes);
      }
    } catch (IOException fault) {
      throw new IllegalStateException(fault);
    }
    return packed.toByteArray();
  }
}
