package leakcensus.pseudonym;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Writes text into an array that is there, for hashing, where {@code String.getBytes} would make
 * one for every value: one byte a character where all are ASCII, else two, so that nothing is
 * decided for single characters. Not thread-safe.
 */
final class TextBytes {

  private static final int ABOVE_ASCII = 0x80;
  private static final int PIECE = 4_096;
  private static final VarHandle CHARACTERS =
      MethodHandles.byteArrayViewVarHandle(char[].class, ByteOrder.LITTLE_ENDIAN);

  /** The text, or a piece of one: a string asks at each character how it is kept. */
  private final char[] piece = new char[PIECE];

  /**
   * Writes a text by a byte a character.
   *
   * @param bytes has room for as many bytes behind that place
   * @param at where the text begins
   * @return whether all of it is ASCII; what is written of another text means nothing
   */
  boolean writeAscii(String text, byte[] bytes, int at) {
    int all = 0;
    for (int from = 0; from < text.length() && all < ABOVE_ASCII; from += PIECE) {
      int characters = read(text, from);
      for (int index = 0; index < characters; index++) {
        char character = piece[index];
        all |= character;
        bytes[at + from + index] = (byte) character;
      }
    }
    return all < ABOVE_ASCII;
  }

  /**
   * Writes a text by two bytes a character, whatever it holds.
   *
   * @param bytes has room for twice as many bytes behind that place
   * @param at where the text begins
   */
  void writeWide(String text, byte[] bytes, int at) {
    for (int from = 0; from < text.length(); from += PIECE) {
      int characters = read(text, from);
      int begin = at + 2 * from;
      for (int index = 0; index < characters; index++) {
        CHARACTERS.set(bytes, begin + 2 * index, piece[index]);
      }
    }
  }

  /** Forgets the text written last. */
  void clear() {
    Arrays.fill(piece, '\0');
  }

  private int read(String text, int from) {
    int to = Math.min(text.length(), from + PIECE);
    text.getChars(from, to, piece, 0);
    return to - from;
  }
}
