package leakcensus.corpus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
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

/** Ways to pack one text, or an archive of several. */
enum Packer {
  PLAIN(1),
  GZIP(1),
  /** One text cut anywhere, as parallel packers and log rotation leave it. */
  GZIP_MEMBERS(1),
  BZIP2(1),
  XZ(1),
  ZSTD(1),
  ZIP(3),
  TAR(3),
  TAR_GZIP(3),
  SEVEN_ZIP(3),
  ZIP_IN_TAR_GZIP(3);

  private static final int MEMBERS = 7;

  private final int parts;

  Packer(int parts) {
    this.parts = parts;
  }

  /** A wrapper around a stream that packs it. */
  @FunctionalInterface
  private interface Around {
    OutputStream of(OutputStream out) throws IOException;
  }

  /** How many files go into one of its own. */
  int parts() {
    return parts;
  }

  byte[] pack(List<byte[]> files) throws IOException {
    byte[] first = files.get(0);
    return switch (this) {
      case PLAIN -> first;
      case GZIP -> packed(first, GZIPOutputStream::new);
      case GZIP_MEMBERS -> members(first);
      case BZIP2 -> packed(first, BZip2CompressorOutputStream::new);
      case XZ -> packed(first, XZCompressorOutputStream::new);
      case ZSTD -> packed(first, ZstdCompressorOutputStream::new);
      case ZIP -> zip(files);
      case TAR -> tar(files);
      case TAR_GZIP -> packed(tar(files), GZIPOutputStream::new);
      case SEVEN_ZIP -> sevenZip(files);
      case ZIP_IN_TAR_GZIP ->
          packed(
              tar(
                  List.of(
                      zip(files.subList(0, files.size() / 2)),
                      zip(files.subList(files.size() / 2, files.size())))),
              GZIPOutputStream::new);
    };
  }

  private static byte[] members(byte[] text) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int member = 0; member < MEMBERS; member++) {
      int from = (int) ((long) text.length * member / MEMBERS);
      int to = (int) ((long) text.length * (member + 1) / MEMBERS);
      all.write(packed(Arrays.copyOfRange(text, from, to), GZIPOutputStream::new));
    }
    return all.toByteArray();
  }

  private static byte[] packed(byte[] content, Around packer) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream packing = packer.of(out)) {
      packing.write(content);
    }
    return out.toByteArray();
  }

  private static byte[] zip(List<byte[]> files) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int number = 0; number < files.size(); number++) {
        byte[] file = files.get(number);
        zip.putNextEntry(new ZipEntry(name(number)));
        zip.write(file);
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  private static byte[] tar(List<byte[]> files) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
      for (int number = 0; number < files.size(); number++) {
        byte[] file = files.get(number);
        TarArchiveEntry entry = new TarArchiveEntry(name(number));
        entry.setSize(file.length);
        tar.putArchiveEntry(entry);
        tar.write(file);
        tar.closeArchiveEntry();
      }
    }
    return out.toByteArray();
  }

  private static byte[] sevenZip(List<byte[]> files) throws IOException {
    SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
    try (SevenZOutputFile archive = new SevenZOutputFile(channel)) {
      for (int number = 0; number < files.size(); number++) {
        byte[] file = files.get(number);
        SevenZArchiveEntry entry = new SevenZArchiveEntry();
        entry.setName(name(number));
        archive.putArchiveEntry(entry);
        archive.write(file);
        archive.closeArchiveEntry();
      }
      archive.finish();
    }
    return Arrays.copyOf(channel.array(), (int) channel.size());
  }

  private static String name(int number) {
    return "export/part %d".formatted(number);
  }
}
