package leakcensus.spark.synthesise;

import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.parquet.hadoop.util.HadoopStreams;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/** A stream that is open already, as the file that Parquet asks for. */
final class OpenedOutput implements OutputFile {

  private final FSDataOutputStream bytes;

  OpenedOutput(FSDataOutputStream bytes) {
    this.bytes = bytes;
  }

  @Override
  public PositionOutputStream create(long blockSizeHint) {
    return HadoopStreams.wrap(bytes);
  }

  @Override
  public PositionOutputStream createOrOverwrite(long blockSizeHint) {
    return create(blockSizeHint);
  }

  @Override
  public boolean supportsBlockSize() {
    return false;
  }

  @Override
  public long defaultBlockSize() {
    return 0;
  }
}
