package leakcensus.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Listens to the progress of a run, and changes something at a line of it. */
public final class ChangesAt extends PrintStream {

  private final String line;
  private final Change change;

  /** What somebody does meanwhile. */
  @FunctionalInterface
  public interface Change {
    void happen() throws IOException;
  }

  /** Lets it happen at a line. */
  public ChangesAt(String line, Change change) {
    super(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    this.line = line;
    this.change = change;
  }

  @Override
  public void println(String text) {
    if (text.equals(line)) {
      try {
        change.happen();
      } catch (IOException fault) {
        throw new UncheckedIOException("Cannot change the sample", fault);
      }
    }
  }
}
