package leakcensus.pseudonym;

/**
 * Writes text as UTF-8 into an array that is there, where {@code String.getBytes} would make one
 * for every value. A surrogate without its partner becomes a question mark, as it does there.
 */
final class Utf8 {

  /** Most bytes that one UTF-16 character takes. */
  static final int MOST_BYTES = 3;

  private static final int ONE_BYTE = 0x80;
  private static final int TWO_BYTES = 0x800;
  private static final int CONTINUED = 0x80;
  private static final int SIX_BITS = 0x3F;

  /** Text of which it is worth while to count the bytes before room is made for them. */
  private static final int LONG = 4_096;

  private Utf8() {}

  /** Room that a text needs: what it takes if it is long, else at least that. */
  static int mostBytes(CharSequence text) {
    if (text.length() < LONG) {
      return MOST_BYTES * text.length();
    }
    int bytes = 0;
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      int more = character < ONE_BYTE ? 1 : character < TWO_BYTES ? 2 : MOST_BYTES;
      bytes = Math.addExact(bytes, more);
    }
    return bytes;
  }

  /**
   * Writes a text.
   *
   * @param bytes has room for {@link #mostBytes} behind that place
   * @param at where the text begins
   * @return where it ends
   */
  static int write(CharSequence text, byte[] bytes, int at) {
    int end = at;
    int length = text.length();
    for (int index = 0; index < length; index++) {
      char character = text.charAt(index);
      if (character < ONE_BYTE) {
        bytes[end++] = (byte) character;
      } else if (character < TWO_BYTES) {
        bytes[end++] = (byte) (0xC0 | character >>> 6);
        bytes[end++] = (byte) (CONTINUED | character & SIX_BITS);
      } else if (!Character.isSurrogate(character)) {
        bytes[end++] = (byte) (0xE0 | character >>> 12);
        bytes[end++] = (byte) (CONTINUED | character >>> 6 & SIX_BITS);
        bytes[end++] = (byte) (CONTINUED | character & SIX_BITS);
      } else if (Character.isHighSurrogate(character)
          && index + 1 < length
          && Character.isLowSurrogate(text.charAt(index + 1))) {
        end = writePair(Character.toCodePoint(character, text.charAt(++index)), bytes, end);
      } else {
        bytes[end++] = '?';
      }
    }
    return end;
  }

  private static int writePair(int codePoint, byte[] bytes, int at) {
    bytes[at] = (byte) (0xF0 | codePoint >>> 18);
    bytes[at + 1] = (byte) (CONTINUED | codePoint >>> 12 & SIX_BITS);
    bytes[at + 2] = (byte) (CONTINUED | codePoint >>> 6 & SIX_BITS);
    bytes[at + 3] = (byte) (CONTINUED | codePoint & SIX_BITS);
    return at + 4;
  }
}
