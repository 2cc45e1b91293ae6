package leakcensus.benchmark;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import leakcensus.source.RecordFormat;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorOutputStream;

/** Writes made-up records in one format. */
final class WriteMadeUpFile {

  private static final int BUFFER_BYTES = 1 << 16;

  private WriteMadeUpFile() {}

  /**
   * Writes the file of a format.
   *
   * @param folder where it goes
   * @param records records of a file of common size
   * @throws IOException if it cannot be written
   */
  static MadeUpFile write(ReaderFormat format, Path folder, long records) throws IOException {
    Path path = folder.resolve(format.fileName());
    long count = format.share(records);
    if (format.layout() instanceof RecordFormat.ParquetRows) {
      MadeUpFile.Content content = write(new ParquetRecords(path), count);
      return new MadeUpFile(path, Files.size(path), content);
    }
    OutputStream packed =
        packed(format, new BufferedOutputStream(Files.newOutputStream(path), BUFFER_BYTES));
    CountedOutput text = new CountedOutput(new BufferedOutputStream(packed, BUFFER_BYTES));
    MadeUpFile.Content content =
        write(
            format.layout() instanceof RecordFormat.Xlsx
                ? new WorkbookRecords(text)
                : new TextRecords(format.layout(), text),
            count);
    long textBytes = format.layout().isBinary() ? Files.size(path) : text.written;
    return new MadeUpFile(path, textBytes, content);
  }

  /** Writes records and closes their file; what stands in it then. */
  private static MadeUpFile.Content write(RecordOutput output, long count) throws IOException {
    int[] taken = MadeUpRecords.TAKEN.stream().mapToInt(MadeUpRecords.COLUMNS::indexOf).toArray();
    MadeUpRecords records = new MadeUpRecords();
    long characters = 0;
    long octets = 0;
    try (output) {
      for (long i = 0; i < count; i++) {
        String[] values = records.next();
        output.write(values);
        for (int column : taken) {
          characters += values[column].length();
          octets += values[column].getBytes(StandardCharsets.UTF_8).length;
        }
      }
    }
    return new MadeUpFile.Content(count, characters, octets);
  }

  private static OutputStream packed(ReaderFormat format, OutputStream file) throws IOException {
    return switch (format.packing()) {
      case NONE -> file;
      case GZIP -> new GZIPOutputStream(file, BUFFER_BYTES);
      case ZSTD -> new ZstdCompressorOutputStream(file);
      case BZIP2 -> new BZip2CompressorOutputStream(file);
    };
  }

  private static final class CountedOutput extends FilterOutputStream {

    private long written;

    CountedOutput(OutputStream output) {
      super(output);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      written += length;
    }

    @Override
    public void write(int octet) throws IOException {
      out.write(octet);
      written++;
    }
  }
}
