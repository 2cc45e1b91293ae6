package leakcensus.spark.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Ways to pack one file. */
public enum Packing {
  PLAIN,
  GZIP,
  BZIP2,
  XZ,
  ZSTD,
  ZIP,
  TAR,
  TAR_GZIP,
  SEVEN_ZIP,
  ZIP_IN_TAR_GZIP;

  /** A wrapper around a stream that packs it. */
  @FunctionalInterface
  private interface Packer {
    OutputStream around(OutputStream out) throws IOException;
  }

  public byte[] pack(byte[] content) throws IOException {
    return switch (this) {
      case PLAIN -> content;
      case GZIP -> packed(content, GZIPOutputStream::new);
      case BZIP2 -> packed(content, BZip2CompressorOutputStream::new);
      case XZ -> packed(content, XZCompressorOutputStream::new);
      case ZSTD -> packed(content, ZstdCompressorOutputStream::new);
      case ZIP -> zip(Map.of("people", content));
      case TAR -> tar(content);
      case TAR_GZIP -> packed(tar(content), GZIPOutputStream::new);
      case SEVEN_ZIP -> sevenZip(content);
      case ZIP_IN_TAR_GZIP -> packed(tar(zip(Map.of("people", content))), GZIPOutputStream::new);
    };
  }

  /** A zip with these entries, in the order of their names. */
  public static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : new TreeMap<>(entries).entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  private static byte[] packed(byte[] content, Packer packer) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream packing = packer.around(out)) {
      packing.write(content);
    }
    return out.toByteArray();
  }

  private static byte[] tar(byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
      TarArchiveEntry entry = new TarArchiveEntry("folder/people");
      entry.setSize(content.length);
      tar.putArchiveEntry(entry);
      tar.write(content);
      tar.closeArchiveEntry();
    }
    return out.toByteArray();
  }

  private static byte[] sevenZip(byte[] content) throws IOException {
    SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
    try (SevenZOutputFile archive = new SevenZOutputFile(channel)) {
      SevenZArchiveEntry entry = new SevenZArchiveEntry();
      entry.setName("people");
      archive.putArchiveEntry(entry);
      archive.write(content);
      archive.closeArchiveEntry();
      archive.finish();
    }
    byte[] written = new byte[(int) channel.size()];
    System.arraycopy(channel.array(), 0, written, 0, written.length);
    return written;
  }
}
