package leakcensus.benchmark;

import java.io.Closeable;
import java.io.IOException;

/** Where records are written in some format. */
interface RecordOutput extends Closeable {

  /** Writes one record, with its values in the order of {@link MadeUpRecords#COLUMNS}. */
  void write(String[] values) throws IOException;
}
