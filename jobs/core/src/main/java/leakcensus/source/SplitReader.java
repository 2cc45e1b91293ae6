package leakcensus.source;

import java.io.IOException;
import java.io.Serializable;

/** Opens splits for reading. */
public interface SplitReader extends Serializable {

  /**
   * The records of a split.
   *
   * @param split the split
   * @param path path of its file, which the reader does not know: paths hold values too
   * @throws IOException if the file cannot be opened
   */
  RecordCursor open(Split split, String path) throws IOException;
}
