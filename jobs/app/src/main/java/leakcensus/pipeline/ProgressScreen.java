package leakcensus.pipeline;

import java.io.PrintStream;

/**
 * Where progress is told. In a log every line is a line of its own. On a terminal the line that
 * tells how far a step is stands at the end, and is written over by the next one.
 */
final class ProgressScreen {

  /** To the start of the line. What is too long for it is cut, for only one line can be undone. */
  private static final String OVER = "\r\u001b[?7l";

  /** Removes what an earlier, longer line has left, and lets lines wrap again. */
  private static final String REST = "\u001b[K\u001b[?7h";

  private final PrintStream out;
  private final boolean isTerminal;
  private boolean isOpen;

  /**
   * A place for progress.
   *
   * @param out the stream
   * @param isTerminal whether it is a terminal that knows the control sequences of a VT100
   */
  ProgressScreen(PrintStream out, boolean isTerminal) {
    this.out = out;
    this.isTerminal = isTerminal;
  }

  /** Whether lines can be written over. */
  boolean isTerminal() {
    return isTerminal;
  }

  /** Tells something that stays. */
  synchronized void say(String line) {
    if (isOpen) {
      out.print(OVER + REST);
      isOpen = false;
    }
    out.println(line);
  }

  /** Tells how far a step is, over what was told of that before. */
  synchronized void standing(String line) {
    if (!isTerminal) {
      out.println(line);
      return;
    }
    out.print(OVER + line + REST);
    out.flush();
    isOpen = true;
  }

  /** The same stream. */
  ProgressScreen fresh() {
    return new ProgressScreen(out, isTerminal);
  }
}
