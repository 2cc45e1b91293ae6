package leakcensus.format;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/** Decodes bytes into text, or says that the charset does not have them. */
final class StrictText {

  private final CharsetDecoder decoder;
  private CharBuffer text = CharBuffer.allocate(1 << 12);

  StrictText(Charset charset) {
    decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /** Whether the bytes are valid; their text is then in {@link #characters}. */
  boolean decode(byte[] bytes, int start, int length) {
    int room = (int) Math.ceil(length * (double) decoder.maxCharsPerByte()) + 1;
    if (text.capacity() < room) {
      text = CharBuffer.allocate(room);
    }
    text.clear();
    decoder.reset();
    if (decoder.decode(ByteBuffer.wrap(bytes, start, length), text, true).isError()
        || decoder.flush(text).isError()) {
      text.clear();
      return false;
    }
    text.flip();
    return true;
  }

  /** The text, up to {@link #length}; valid until the next one is decoded. */
  char[] characters() {
    return text.array();
  }

  int length() {
    return text.limit();
  }

  /** A copy of the text. */
  String copy() {
    return new String(text.array(), 0, text.limit());
  }
}
