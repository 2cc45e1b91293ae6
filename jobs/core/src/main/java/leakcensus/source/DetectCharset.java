package leakcensus.source;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;

/**
 * Finds the charset of a text by its first bytes: by a byte order mark, else UTF-8 if they are,
 * else what ICU holds for likeliest of those in which all of them are characters.
 *
 * <p>Errors: the head is all that is looked at. Charsets of one byte a character differ in few
 * places; of short texts the guess is poor, and its confidence says so.
 *
 * <p>Source: ICU, CharsetDetector (frequencies of bytes and of pairs in each language).
 */
public final class DetectCharset {

  /** How much of a file is looked at, in bytes. */
  public static final int HEAD_BYTES = 1 << 16;

  private static final int CERTAIN = 100;
  private static final int UNKNOWN = 0;
  private static final TextCharset UTF_8 = TextCharset.of("UTF-8").orElseThrow();

  private DetectCharset() {}

  /**
   * The charset of a text.
   *
   * @param head its first bytes, at most {@link #HEAD_BYTES}; may end inside a character
   */
  public static DetectedCharset of(byte[] head) {
    Optional<TextCharset> marked = TextCharset.byMark(head);
    if (marked.isPresent()) {
      return new DetectedCharset(marked.get(), CERTAIN);
    }
    if (isTextIn(UTF_8, head)) {
      return new DetectedCharset(UTF_8, CERTAIN);
    }
    CharsetDetector detector = new CharsetDetector();
    detector.setText(head);
    for (CharsetMatch match : detector.detectAll()) {
      Optional<TextCharset> charset = TextCharset.of(match.getName());
      if (charset.isPresent() && isTextIn(charset.get(), head)) {
        return new DetectedCharset(charset.get(), match.getConfidence());
      }
    }
    return new DetectedCharset(UTF_8, UNKNOWN);
  }

  /** Whether all bytes are characters, but for one that the end may cut. */
  private static boolean isTextIn(TextCharset charset, byte[] head) {
    CharsetDecoder decoder =
        charset
            .charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer text = CharBuffer.allocate((int) (head.length * decoder.maxCharsPerByte()) + 1);
    CoderResult result = decoder.decode(ByteBuffer.wrap(head), text, false);
    text.flip();
    return !result.isError() && text.chars().noneMatch(character -> character == 0);
  }
}
