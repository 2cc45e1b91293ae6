package leakcensus.format;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The texts that the cells of a workbook share, packed. */
final class SharedTexts {

  private final IntArrayList ends = new IntArrayList();
  private final int maxBytes;
  private byte[] bytes = new byte[1 << 10];
  private int filled;

  private SharedTexts(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** No texts. */
  static SharedTexts none() {
    return new SharedTexts(0);
  }

  /**
   * Reads the texts.
   *
   * @throws IOException if the part is broken, or there is more text than the limit
   */
  static SharedTexts read(XmlEvents events, int maxBytes) throws IOException {
    SharedTexts texts = new SharedTexts(maxBytes);
    CellText text = new CellText(maxBytes);
    while (events.next()) {
      if (events.isStart("si")) {
        text.clear();
      } else if (events.isEnd("si")) {
        texts.add(text.take());
      } else if (!text.take(events)) {
        throw tooMuch();
      }
    }
    return texts;
  }

  int size() {
    return ends.size();
  }

  /** The text with a number from 0. */
  String text(int number) {
    int start = number == 0 ? 0 : ends.getInt(number - 1);
    return new String(bytes, start, ends.getInt(number) - start, StandardCharsets.UTF_8);
  }

  private void add(String text) throws IOException {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    // A text costs its place too, be it empty.
    long needed = filled + (long) encoded.length;
    if (needed + (long) Integer.BYTES * ends.size() > maxBytes) {
      throw tooMuch();
    }
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, (int) Math.min(maxBytes, 2 * needed));
    }
    System.arraycopy(encoded, 0, bytes, filled, encoded.length);
    filled = (int) needed;
    ends.add(filled);
  }

  private static IOException tooMuch() {
    return new IOException("Invalid shared texts: more than their limit");
  }
}
