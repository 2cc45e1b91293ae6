package leakcensus.spark.synthesise;

import java.io.Closeable;
import java.io.IOException;
import leakcensus.synthetic.LeakFormat;
import leakcensus.synthetic.SyntheticRecord;
import leakcensus.synthetic.SyntheticSource;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;

/** A file of a leak while it is written. */
sealed interface LeakFile extends Closeable permits TextLeakFile, ParquetLeakFile {

  static LeakFile open(
      SyntheticSource source, FSDataOutputStream bytes, Configuration configuration)
      throws IOException {
    return source.format() == LeakFormat.PARQUET
        ? new ParquetLeakFile(source, bytes, configuration)
        : new TextLeakFile(source, bytes);
  }

  void write(SyntheticRecord record) throws IOException;
}
