package leakcensus.pseudonym;

import java.util.Arrays;

/**
 * Writes text as UTF-8 into an array that is there, where {@code String.getBytes} would make one
 * for every value. A surrogate without its partner becomes a question mark, as it does there. Not
 * thread-safe.
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

  /** The text, or a piece of one: a string asks at each character how it is kept. */
  private final char[] piece = new char[LONG];

  /** Room that a text needs: what it takes if it is long, else at least that. */
  static int mostBytes(String text) {
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
  int write(String text, byte[] bytes, int at) {
    int length = text.length();
    int end = at;
    for (int from = 0; from < length; ) {
      int to = Math.min(length, from + piece.length);
      if (to < length && Character.isHighSurrogate(text.charAt(to - 1))) {
        // Its partner may follow.
        to--;
      }
      text.getChars(from, to, piece, 0);
      end = write(to - from, bytes, end);
      from = to;
    }
    return end;
  }

  /** Forgets the text written last. */
  void clear() {
    Arrays.fill(piece, '\0');
  }

  private int write(int length, byte[] bytes, int at) {
    char[] characters = piece;
    int end = at;
    for (int index = 0; index < length; index++) {
      char character = characters[index];
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
          && Character.isLowSurrogate(characters[index + 1])) {
        end = writePair(Character.toCodePoint(character, characters[++index]), bytes, end);
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
