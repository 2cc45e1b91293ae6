package leakcensus.canary;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import net.jpountz.lz4.LZ4BlockInputStream;
import net.jpountz.lz4.LZ4FrameInputStream;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.xerial.snappy.SnappyFramedInputStream;
import org.xerial.snappy.SnappyInputStream;

/** Finds compressed streams anywhere in a file, and decodes what can be decoded of them. */
enum Decoder {
  GZIP("1f8b08") {
    @Override
    InputStream open(InputStream input) throws IOException {
      return new GZIPInputStream(input);
    }
  },
  ZSTANDARD("28b52ffd") {
    @Override
    InputStream open(InputStream input) throws IOException {
      return new ZstdInputStream(input).setContinuous(true);
    }
  },
  LZ4_BLOCK(hex("LZ4Block")) {
    @Override
    InputStream open(InputStream input) {
      return LZ4BlockInputStream.newBuilder().withStopOnEmptyBlock(true).build(input);
    }
  },
  LZ4_FRAME("04224d18") {
    @Override
    InputStream open(InputStream input) throws IOException {
      return new LZ4FrameInputStream(input);
    }
  },
  SNAPPY("82" + hex("SNAPPY") + "00") {
    @Override
    InputStream open(InputStream input) throws IOException {
      return new SnappyInputStream(input);
    }
  },
  SNAPPY_FRAME("ff060000" + hex("sNaPpY")) {
    @Override
    InputStream open(InputStream input) throws IOException {
      return new SnappyFramedInputStream(input);
    }
  },
  PARQUET(hex("PAR1")) {
    @Override
    InputStream open(InputStream input) throws IOException {
      return new ByteArrayInputStream(parquetRows(input.readAllBytes()));
    }
  };

  /** Longest content that is decoded of one stream. */
  private static final int MOST_BYTES = 256 << 20;

  private final byte[] magic;

  Decoder(String magic) {
    this.magic = HexFormat.of().parseHex(magic);
  }

  /**
   * What a stream decodes to.
   *
   * @param name kind of the stream
   * @param content what could be decoded of it
   */
  record Stream(String name, byte[] content) {}

  /** All streams of known kinds that start anywhere in some bytes. */
  static List<Stream> streams(byte[] bytes) {
    List<Stream> streams = new ArrayList<>();
    for (Decoder decoder : values()) {
      decoder.addStreams(bytes, streams);
    }
    return streams;
  }

  abstract InputStream open(InputStream input) throws IOException;

  private void addStreams(byte[] bytes, List<Stream> streams) {
    for (int at = indexOf(bytes, 0); at >= 0; ) {
      ByteArrayInputStream input = new ByteArrayInputStream(bytes, at, bytes.length - at);
      byte[] content = decode(input);
      if (content.length > 0) {
        streams.add(new Stream(name().toLowerCase(java.util.Locale.ROOT), content));
      }
      // Blocks of one stream start alike; those that were decoded are passed over.
      boolean passOver = this == LZ4_BLOCK && content.length > 0;
      int next = passOver ? bytes.length - input.available() : at + 1;
      at = indexOf(bytes, Math.max(at + 1, next));
    }
  }

  /** The content up to the first fault: most streams of a killed run break off. */
  private byte[] decode(InputStream input) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    try (InputStream decoded = open(input)) {
      int read = decoded.read(buffer);
      while (read >= 0 && content.size() < MOST_BYTES) {
        content.write(buffer, 0, read);
        read = decoded.read(buffer);
      }
    } catch (IOException | RuntimeException end) {
      return content.toByteArray();
    }
    return content.toByteArray();
  }

  private int indexOf(byte[] bytes, int from) {
    for (int at = from; at <= bytes.length - magic.length; at++) {
      if (bytes[at] == magic[0]
          && Arrays.equals(bytes, at, at + magic.length, magic, 0, magic.length)) {
        return at;
      }
    }
    return -1;
  }

  private static byte[] parquetRows(byte[] file) throws IOException {
    StringBuilder text = new StringBuilder();
    try (ParquetFileReader reader =
        ParquetFileReader.open(new BytesInput(file), ParquetReadOptions.builder().build())) {
      MessageType schema = reader.getFileMetaData().getSchema();
      text.append(schema).append(reader.getFileMetaData().getKeyValueMetaData());
      MessageColumnIO columns = new ColumnIOFactory().getColumnIO(schema);
      for (PageReadStore group = reader.readNextRowGroup();
          group != null;
          group = reader.readNextRowGroup()) {
        RecordReader<?> rows = columns.getRecordReader(group, new GroupRecordConverter(schema));
        for (long row = 0; row < group.getRowCount(); row++) {
          text.append(rows.read()).append('\n');
        }
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
  }
}
