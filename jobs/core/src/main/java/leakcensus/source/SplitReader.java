package leakcensus.source;

import java.io.IOException;
import java.io.Serializable;

/** Opens splits for reading. */
public interface SplitReader extends Serializable {

  /**
   * The records of a split.
   *
   * @throws IOException if the file cannot be opened
   */
  RecordCursor open(Split split) throws IOException;
}
