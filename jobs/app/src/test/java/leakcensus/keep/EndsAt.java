package leakcensus.keep;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Listens to the progress of a run, and ends the run when a line has been told. */
public final class EndsAt extends PrintStream {

  /** What a run does not expect. */
  public static final class PulledPlug extends Error {

    private static final long serialVersionUID = 1;

    PulledPlug(String line) {
      super("The plug was pulled at: " + line);
    }
  }

  private final ByteArrayOutputStream told;
  private final String line;

  private EndsAt(ByteArrayOutputStream told, String line) {
    super(told, true, StandardCharsets.UTF_8);
    this.told = told;
    this.line = line;
  }

  /** Ends the run at the first line that begins so. */
  public static EndsAt line(String line) {
    return new EndsAt(new ByteArrayOutputStream(), line);
  }

  /** Only listens. */
  public static EndsAt nothing() {
    return line("\0");
  }

  @Override
  public void println(String text) {
    super.println(text);
    if (text.startsWith("leak-census: " + line)) {
      throw new PulledPlug(text);
    }
  }

  /** Tables that were taken over from an earlier run. */
  public List<String> takenOver() {
    return told.toString(StandardCharsets.UTF_8)
        .lines()
        .filter(told -> told.endsWith(": taken over from a run that did not end"))
        .map(told -> told.replaceFirst("^leak-census: (.*?):.*$", "$1"))
        .toList();
  }
}
