package leakcensus.spark.read;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;
import org.apache.parquet.schema.MessageType;

/**
 * Looks at the headers of pages after one of them has asked for more memory than there is. The
 * decoder believes a header and reserves what it says, be it two gigabytes for a page of a few
 * bytes.
 */
final class PageSizes {

  private static final int BUFFER_BYTES = 1 << 12;

  private final InputFile input;
  private final long mostBytes;

  /**
   * A look at a file.
   *
   * @param input the file
   * @param mostBytes most bytes that a page may have when it is unpacked
   */
  PageSizes(InputFile input, long mostBytes) {
    this.input = input;
    this.mostBytes = mostBytes;
  }

  /** Whether all pages of the wanted columns lie inside their columns and are not too large. */
  boolean areSound(BlockMetaData group, MessageType wanted) {
    for (ColumnChunkMetaData chunk : group.getColumns()) {
      if (wanted.containsPath(chunk.getPath().toArray()) && !areSound(chunk)) {
        return false;
      }
    }
    return true;
  }

  private boolean areSound(ColumnChunkMetaData chunk) {
    long end = chunk.getStartingPos() + chunk.getTotalSize();
    long position = chunk.getStartingPos();
    try (SeekableInputStream bytes = input.newStream()) {
      while (position < end) {
        bytes.seek(position);
        Counted counted = new Counted(new BufferedInputStream(bytes, BUFFER_BYTES));
        PageHeader header = Util.readPageHeader(counted);
        position += counted.bytes + header.getCompressed_page_size();
        if (header.getCompressed_page_size() < 0
            || header.getUncompressed_page_size() < 0
            || header.getUncompressed_page_size() > mostBytes
            || position > end) {
          return false;
        }
      }
      return true;
    } catch (IOException | RuntimeException damaged) {
      return false;
    }
  }

  /** Counts the bytes that a header takes. */
  private static final class Counted extends FilterInputStream {

    private long bytes;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      bytes += one < 0 ? 0 : 1;
      return one;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = super.read(target, offset, length);
      bytes += Math.max(0, read);
      return read;
    }
  }
}
