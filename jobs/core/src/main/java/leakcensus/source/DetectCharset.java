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
 * Finds the charset of a text by its first bytes: by a byte order mark, else UTF-8 if they are, but
 * for a few broken bytes, else what ICU holds for likeliest of those in which all of them are
 * characters.
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

  /** Of what is no ASCII. */
  private static final double LEAST_SHARE_OF_UTF_8 = 0.9;

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
    double utf8 = shareOfUtf8(head);
    if (utf8 >= LEAST_SHARE_OF_UTF_8) {
      // No other charset makes such bytes but by chance; a few broken records do not change that.
      return new DetectedCharset(UTF_8, (int) (CERTAIN * utf8));
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

  /** Characters of several bytes in UTF-8, of them and of all bytes that are part of none. */
  private static double shareOfUtf8(byte[] head) {
    long good = 0;
    long bad = 0;
    int next = 0;
    while (next < head.length) {
      int length = sequenceLength(head, next);
      if (length > 1) {
        good++;
      } else if (head[next] < 0) {
        bad++;
      }
      next += Math.max(1, length);
    }
    return good + bad == 0 ? 0 : (double) good / (good + bad);
  }

  /** Length of the character that begins here, 0 where none does. */
  private static int sequenceLength(byte[] head, int start) {
    int first = head[start] & 0xFF;
    int length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (first > 0xF4 || start + length > head.length) {
      return 0;
    }
    for (int i = 1; i < length; i++) {
      if ((head[start + i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    return length;
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
