package leakcensus.spark.read;

import leakcensus.source.TextCharset;

/** What the lines of a file end with. */
enum LineEnd {
  /** LF, or CR LF. */
  LINE_FEED('\n'),
  /** CR alone, as old Macs wrote it. */
  CARRIAGE_RETURN('\r');

  private final char character;

  LineEnd(char character) {
    this.character = character;
  }

  char character() {
    return character;
  }

  /**
   * What the lines of a file end with: CR where its first bytes hold CR and no LF.
   *
   * @param head the first bytes, from the first one on; a CR that they end with tells nothing,
   *     since its LF may follow
   */
  static LineEnd of(byte[] head, TextCharset charset) {
    int unit = charset.unitBytes();
    int low = charset.isBigEndian() ? unit - 1 : 0;
    boolean seen = false;
    for (int at = 0; at + unit <= head.length; at += unit) {
      if (isUnit(head, at, unit, low, '\n')) {
        return LINE_FEED;
      }
      seen |= at + 2 * unit <= head.length && isUnit(head, at, unit, low, '\r');
    }
    return seen ? CARRIAGE_RETURN : LINE_FEED;
  }

  private static boolean isUnit(byte[] head, int at, int unit, int low, char character) {
    for (int i = 0; i < unit; i++) {
      if (head[at + i] != (i == low ? character : 0)) {
        return false;
      }
    }
    return true;
  }
}
