package leakcensus.spark.synthesise;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;

/** Sorted keys, handed out file by file. */
final class FileRun {

  private final Iterator<Row> keys;
  private Row next;
  private boolean ended;

  FileRun(Iterator<Row> keys) {
    this.keys = keys;
    advance();
  }

  boolean hasFile() {
    return !ended;
  }

  /** The file of the next key. */
  int file() {
    return next.getInt(0);
  }

  /** The keys of the next file; to be read to their end. */
  Iterator<Row> keysOfFile() {
    int file = file();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return !ended && file() == file;
      }

      @Override
      public Row next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        Row key = next;
        advance();
        return key;
      }
    };
  }

  private void advance() {
    ended = !keys.hasNext();
    if (!ended) {
      next = keys.next();
    }
  }
}
