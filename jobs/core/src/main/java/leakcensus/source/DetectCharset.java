package leakcensus.source;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the charset of a text by its first bytes: by a byte order mark, else UTF-8 if they are, but
 * for a few broken bytes, else what ICU holds for likeliest of those in which all of them are
 * characters; where it is in doubt, the one of which nearly all are common characters.
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

  /** What ICU says of charsets that nothing speaks against and nothing for, in percent. */
  private static final int GUESSED = 10;

  /** Of what is no ASCII. */
  private static final double LEAST_SHARE_OF_UTF_8 = 0.9;

  /** From here on the letters of a text are enough, in percent. */
  private static final int CONVINCING = 60;

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
    List<DetectedCharset> possible = possible(head, hasZeros(head) ? head : tellingWords(head));
    if (possible.isEmpty() || possible.get(0).confidencePercent() <= GUESSED) {
      possible = possible(head, head);
    }
    if (possible.isEmpty()) {
      return new DetectedCharset(UTF_8, UNKNOWN);
    }
    DetectedCharset likeliest = possible.get(0);
    if (likeliest.confidencePercent() >= CONVINCING) {
      return likeliest;
    }
    Set<String> names =
        possible.stream().map(found -> found.charset().toString()).collect(Collectors.toSet());
    return CommonCharacters.charset(head, names)
        .map(charset -> new DetectedCharset(charset, CONVINCING))
        .orElse(likeliest);
  }

  /** The charsets in which all of a head are characters, the likeliest by some letters first. */
  private static List<DetectedCharset> possible(byte[] head, byte[] letters) {
    CharsetDetector detector = new CharsetDetector();
    detector.setText(letters);
    List<DetectedCharset> possible = new ArrayList<>();
    for (CharsetMatch match : detector.detectAll()) {
      TextCharset.of(match.getName())
          .filter(charset -> isTextIn(charset, head))
          .ifPresent(charset -> possible.add(new DetectedCharset(charset, match.getConfidence())));
    }
    return possible;
  }

  /**
   * The words in which a byte is no ASCII: in a table, addresses of mail, names of columns and
   * numbers outweigh them and are the same in every charset.
   */
  private static byte[] tellingWords(byte[] head) {
    ByteArrayOutputStream words = new ByteArrayOutputStream();
    int start = 0;
    boolean telling = false;
    for (int next = 0; next <= head.length; next++) {
      boolean inside = next < head.length && (isLetter(head[next]) || isSecond(head, next));
      if (inside) {
        telling |= head[next] < 0;
      } else {
        if (telling) {
          words.write(head, start, next - start);
          words.write(' ');
        }
        start = next + 1;
        telling = false;
      }
    }
    return words.toByteArray();
  }

  /** Text of two or four bytes a character has zeros, and no words of single bytes. */
  private static boolean hasZeros(byte[] head) {
    for (byte next : head) {
      if (next == 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether a byte may be the second one of a character of two. */
  private static boolean isSecond(byte[] head, int at) {
    return at > 0 && head[at - 1] < 0 && head[at] >= '@';
  }

  private static boolean isLetter(byte character) {
    return character < 0
        || character >= 'a' && character <= 'z'
        || character >= 'A' && character <= 'Z';
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
