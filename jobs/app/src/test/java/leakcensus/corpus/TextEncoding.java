package leakcensus.corpus;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;

/** Charsets in which leaks are found. */
enum TextEncoding {
  UTF_8("UTF-8", false),
  UTF_8_MARKED("UTF-8", true),
  GB18030("GB18030", false),
  GBK("GBK", false),
  BIG5("Big5", false),
  UTF_16LE("UTF-16LE", false),
  UTF_16LE_MARKED("UTF-16LE", true),
  UTF_16BE("UTF-16BE", false),
  UTF_16BE_MARKED("UTF-16BE", true),
  UTF_32LE_MARKED("UTF-32LE", true);

  private static final String MARK = "\uFEFF";

  private final Charset charset;
  private final boolean marked;

  TextEncoding(String charset, boolean marked) {
    this.charset = Charset.forName(charset);
    this.marked = marked;
  }

  /** The name in a configuration. */
  String charset() {
    return charset.name();
  }

  /** Whether a text can be written in it. */
  boolean has(String text) {
    return charset.newEncoder().canEncode(text);
  }

  /** A text in it; one that does not fit is the test's fault. */
  byte[] bytes(String text) {
    try {
      ByteBuffer encoded =
          charset
              .newEncoder()
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .encode(CharBuffer.wrap((marked ? MARK : "") + text));
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.remaining());
      bytes.write(encoded.array(), encoded.arrayOffset(), encoded.remaining());
      return bytes.toByteArray();
    } catch (CharacterCodingException fault) {
      throw new AssertionError("The people do not fit into " + this, fault);
    }
  }
}
