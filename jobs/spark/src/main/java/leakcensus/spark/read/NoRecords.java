package leakcensus.spark.read;

import leakcensus.source.RecordCursor;
import leakcensus.source.RecordFault;
import leakcensus.source.SplitTally;

/** A split of which nothing is read, since the first one of its file tells all. */
record NoRecords(SplitTally tally) implements RecordCursor {

  @Override
  public boolean next() {
    return false;
  }

  @Override
  public long position() {
    throw none();
  }

  @Override
  public RecordFault fault() {
    throw none();
  }

  @Override
  public String value(int column) {
    throw none();
  }

  @Override
  public void close() {
    // Nothing was opened.
  }

  private static IllegalStateException none() {
    return new IllegalStateException("Cannot tell of a record: there is none");
  }
}
