package leakcensus.visible;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * Hands text on as {@link VisibleText}, line ends and tabs as they are. A pair of surrogates that
 * is written in two halves comes out as two escapes.
 */
public final class VisibleWriter extends FilterWriter {

  /** Writes to a terminal, or to what may be one. */
  public VisibleWriter(Writer out) {
    super(out);
  }

  @Override
  public void write(int character) throws IOException {
    write(String.valueOf((char) character));
  }

  @Override
  public void write(char[] text, int start, int length) throws IOException {
    write(new String(text, start, length));
  }

  @Override
  public void write(String text, int start, int length) throws IOException {
    write(text.substring(start, start + length));
  }

  @Override
  public void write(String text) throws IOException {
    out.write(VisibleText.ofLines(text));
  }
}
