package leakcensus.spark.function;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;

/** Puts the blocks of two tables with the same buckets together. */
public final class JoinBlocks implements ZipFunction {

  private static final long serialVersionUID = 1;

  @Override
  public Iterator<Row> call(Iterator<Row> first, Iterator<Row> second) {
    return new InTurn(first, second);
  }

  /** Not through streams, which look ahead and so hold two blocks at a time. */
  private record InTurn(Iterator<Row> first, Iterator<Row> second) implements Iterator<Row> {

    @Override
    public boolean hasNext() {
      return first.hasNext() || second.hasNext();
    }

    @Override
    public Row next() {
      if (first.hasNext()) {
        return first.next();
      }
      if (second.hasNext()) {
        return second.next();
      }
      throw new NoSuchElementException("no block left");
    }
  }
}
