package leakcensus.spark.synthesise;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import leakcensus.synthetic.FileCompression;
import leakcensus.synthetic.RecordLines;
import leakcensus.synthetic.SyntheticRecord;
import leakcensus.synthetic.SyntheticSource;

/** A file of lines, plain or in gzip. */
final class TextLeakFile implements LeakFile {

  private static final int BUFFER_BYTES = 1 << 16;

  private final RecordLines lines;
  private final OutputStream bytes;

  TextLeakFile(SyntheticSource source, OutputStream file) throws IOException {
    this.lines = RecordLines.of(source);
    this.bytes =
        source.compression() == FileCompression.GZIP
            ? new BufferedOutputStream(new GZIPOutputStream(file, BUFFER_BYTES), BUFFER_BYTES)
            : new BufferedOutputStream(file, BUFFER_BYTES);
    bytes.write(lines.header().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void write(SyntheticRecord record) throws IOException {
    bytes.write(lines.line(record));
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
