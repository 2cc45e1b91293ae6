package leakcensus.corpus;

import java.io.IOException;
import java.util.List;

/** Writes people in one format. */
interface RecordWriter {

  /** The format's name in a test. */
  String name();

  /**
   * The lines of a configuration that tell how the files are laid out.
   *
   * @param people all that will be written
   */
  List<String> settings(People people);

  /** The name of a column in the configuration. */
  default String path(String column) {
    return column;
  }

  /** A whole file, packed in nothing. */
  byte[] write(People people, TextEncoding encoding) throws IOException;

  /** Whether it is text, whose bytes are accounted for. */
  default boolean isText() {
    return true;
  }
}
