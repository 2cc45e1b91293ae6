package leakcensus.spark.function;

import java.util.Iterator;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** Rows of several streams, one stream after the other, each row made when it is asked for. */
public final class Rows {

  private Rows() {}

  /** All rows in turn. */
  @SafeVarargs
  public static Iterator<Row> inTurn(Stream<Row>... streams) {
    Stream<Row> rows = Stream.empty();
    for (Stream<Row> stream : streams) {
      // Not flattened: that would make all rows of a stream when the first is asked for.
      rows = Stream.concat(rows, stream);
    }
    return rows.iterator();
  }
}
