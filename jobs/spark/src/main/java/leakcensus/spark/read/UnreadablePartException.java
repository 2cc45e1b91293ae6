package leakcensus.spark.read;

import java.io.IOException;

/** A part that is not of the format of its source; other parts of the file may be. */
public final class UnreadablePartException extends IOException {

  private static final long serialVersionUID = 1;

  /** With what it is not, and nothing of what it holds. */
  public UnreadablePartException(String message) {
    super(message);
  }
}
