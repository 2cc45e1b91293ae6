package leakcensus.format;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.function.IntFunction;
import leakcensus.source.RecordFault;

/**
 * Decodes bytes into text, and says whether the charset has them all. In place of those it does not
 * have stands U+FFFD, so that a record whose values have no such place can still be used.
 */
public final class StrictText {

  private static final char REPLACEMENT = '\uFFFD';

  private final CharsetDecoder strict;
  private final CharsetDecoder replacing;
  private CharBuffer text = CharBuffer.allocate(1 << 12);
  private boolean replaced;

  /** An empty text of a charset. */
  public StrictText(Charset charset) {
    strict = decoder(charset, CodingErrorAction.REPORT);
    replacing =
        decoder(charset, CodingErrorAction.REPLACE).replaceWith(String.valueOf(REPLACEMENT));
  }

  /** Decodes bytes in place of what was there; whether all of them are valid. */
  public boolean decode(byte[] bytes, int start, int length) {
    text.clear();
    replaced = false;
    return append(bytes, start, length);
  }

  /** Decodes bytes behind what is there; whether all of them are valid. */
  public boolean append(byte[] bytes, int start, int length) {
    int before = text.position();
    makeRoom((int) Math.ceil(length * (double) strict.maxCharsPerByte()) + 1);
    if (run(strict, bytes, start, length)) {
      return true;
    }
    text.position(before);
    replaced = true;
    if (!run(replacing, bytes, start, length)) {
      throw new IllegalStateException("Cannot decode with replacement");
    }
    return false;
  }

  /** The text, up to {@link #length}; valid until more is decoded. */
  public char[] characters() {
    return text.array();
  }

  /** Characters of the text. */
  public int length() {
    return text.position();
  }

  /** A copy of the text. */
  public String copy() {
    return new String(text.array(), 0, length());
  }

  /** Whether the text has a place that could not be decoded. */
  public boolean isReplaced() {
    return replaced;
  }

  /**
   * What is wrong with the record of this text. One with bad bytes can be used where they stand
   * outside its values and its syntax is whole.
   *
   * @param fault what is wrong with its syntax
   * @param columns number of its values
   * @param values the values by their column
   */
  public RecordFault judge(RecordFault fault, int columns, IntFunction<String> values) {
    if (!replaced) {
      return fault;
    }
    boolean usable = fault == RecordFault.NONE;
    for (int column = 0; usable && column < columns; column++) {
      usable = values.apply(column).indexOf(REPLACEMENT) < 0;
    }
    return usable ? RecordFault.NONE : RecordFault.BAD_CHARSET;
  }

  /** Where the first place stands that could not be decoded, in UTF-16 units, or the length. */
  int firstReplaced() {
    int at = 0;
    while (at < length() && text.array()[at] != REPLACEMENT) {
      at++;
    }
    return at;
  }

  private static CharsetDecoder decoder(Charset charset, CodingErrorAction action) {
    return charset.newDecoder().onMalformedInput(action).onUnmappableCharacter(action);
  }

  private boolean run(CharsetDecoder decoder, byte[] bytes, int start, int length) {
    decoder.reset();
    return !decoder.decode(ByteBuffer.wrap(bytes, start, length), text, true).isError()
        && !decoder.flush(text).isError();
  }

  private void makeRoom(int room) {
    if (text.remaining() < room) {
      CharBuffer larger =
          CharBuffer.allocate(Math.max(2 * text.position(), text.position() + room));
      text.flip();
      larger.put(text);
      text = larger;
    }
  }
}
