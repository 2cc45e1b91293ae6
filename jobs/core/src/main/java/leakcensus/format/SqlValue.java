package leakcensus.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * Turns a field of a tuple into text: strings without quotes and escapes, hexadecimal text decoded
 * where it is text, null as nothing; numbers and expressions as they are written.
 */
final class SqlValue {

  private static final int NONE = -1;

  private final StrictText text;
  private byte[] bytes = new byte[0];
  private byte[] masked = new byte[0];

  SqlValue(Charset charset) {
    text = new StrictText(charset);
  }

  /** Takes a tuple: its bytes, and the same with hidden halves of characters replaced. */
  void in(byte[] tuple, byte[] maskedTuple) {
    bytes = tuple;
    masked = maskedTuple;
  }

  /**
   * The text of a field; empty if the charset does not have its bytes.
   *
   * @param start first byte of the field, behind blanks
   * @param end behind its last byte, before blanks
   * @param backslashEscapes whether a backslash in a string is an escape
   */
  Optional<String> read(int start, int end, boolean backslashEscapes) {
    if (start == end) {
      return Optional.of("");
    }
    if (isQuote(start)) {
      return readString(start, start, end, backslashEscapes, false);
    }
    int wordEnd = wordEnd(start, end);
    String word = ascii(start, wordEnd);
    if (wordEnd == end) {
      return readWord(start, end, word);
    }
    if (isQuote(wordEnd) && word.equals("X")) {
      int close = close(wordEnd, end, false);
      return close == end - 1 ? readHex(start, end, wordEnd + 1, close) : raw(start, end);
    }
    if (isQuote(wordEnd) && (word.equals("E") || word.equals("N"))) {
      boolean escapes = word.equals("E") || backslashEscapes;
      return readString(start, wordEnd, end, escapes, false);
    }
    return word.startsWith("_")
        ? readWithCharset(start, wordEnd, end, backslashEscapes)
        : raw(start, end);
  }

  private Optional<String> readWord(int start, int end, String word) {
    if (word.equals("NULL") || word.equals("DEFAULT")) {
      return Optional.of("");
    }
    return word.startsWith("0X") && end - start > 2
        ? readHex(start, end, start + 2, end)
        : raw(start, end);
  }

  /** {@code _binary '...'}: bytes that are no text are told as hexadecimal digits. */
  private Optional<String> readWithCharset(int start, int wordEnd, int end, boolean escapes) {
    int value = wordEnd;
    while (value < end && isBlank(masked[value])) {
      value++;
    }
    if (isQuote(value)) {
      return readString(start, value, end, escapes, true);
    }
    boolean nested = value < end && masked[value] != '_' && value > wordEnd;
    return nested ? read(value, end, escapes) : raw(start, end);
  }

  private Optional<String> readString(
      int start, int quote, int end, boolean escapes, boolean hexadecimal) {
    int close = close(quote, end, escapes);
    if (close == NONE || !isCastOrNothing(close + 1, end)) {
      return raw(start, end);
    }
    byte[] content = unescape(quote + 1, close, masked[quote], escapes);
    if (text.decode(content, 0, content.length)) {
      return Optional.of(text.copy());
    }
    return hexadecimal
        ? Optional.of("0x" + HexFormat.of().withUpperCase().formatHex(content))
        : Optional.empty();
  }

  private Optional<String> readHex(int start, int end, int from, int to) {
    String digits = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    if (digits.length() % 2 != 0 || !digits.chars().allMatch(HexFormat::isHexDigit)) {
      return raw(start, end);
    }
    byte[] content = HexFormat.of().parseHex(digits);
    if (!text.decode(content, 0, content.length)) {
      return raw(start, end);
    }
    String decoded = text.copy();
    return decoded.chars().anyMatch(Character::isISOControl)
        ? raw(start, end)
        : Optional.of(decoded);
  }

  private Optional<String> raw(int start, int end) {
    return text.decode(bytes, start, end - start) ? Optional.of(text.copy()) : Optional.empty();
  }

  /** Where the string ends that begins with a quote. */
  private int close(int quote, int end, boolean escapes) {
    for (int i = quote + 1; i < end; i++) {
      if (masked[i] == '\\' && escapes) {
        i++;
      } else if (masked[i] == masked[quote]) {
        if (i + 1 == end || masked[i + 1] != masked[quote]) {
          return i;
        }
        i++;
      }
    }
    return NONE;
  }

  /** PostgreSQL writes {@code '...'::type}. */
  private boolean isCastOrNothing(int start, int end) {
    int i = start;
    while (i < end && isBlank(masked[i])) {
      i++;
    }
    return i == end || (i + 1 < end && masked[i] == ':' && masked[i + 1] == ':');
  }

  private byte[] unescape(int start, int end, byte quote, boolean escapes) {
    ByteArrayOutputStream content = new ByteArrayOutputStream(end - start);
    for (int i = start; i < end; i++) {
      if (masked[i] == quote) {
        i++;
        content.write(quote);
      } else if (masked[i] == '\\' && escapes && i + 1 < end) {
        i++;
        writeEscaped(content, bytes[i]);
      } else {
        content.write(bytes[i]);
      }
    }
    return content.toByteArray();
  }

  private static void writeEscaped(ByteArrayOutputStream content, byte escaped) {
    switch (escaped) {
      case '0' -> content.write(0);
      case 'b' -> content.write('\b');
      case 'n' -> content.write('\n');
      case 'r' -> content.write('\r');
      case 't' -> content.write('\t');
      case 'Z' -> content.write(0x1A);
      case '%', '_' -> {
        // Only patterns need them escaped; elsewhere the backslash stays.
        content.write('\\');
        content.write(escaped);
      }
      default -> content.write(escaped);
    }
  }

  private boolean isQuote(int place) {
    return place < masked.length && (masked[place] == '\'' || masked[place] == '"');
  }

  private int wordEnd(int start, int end) {
    int i = start;
    while (i < end && isWordPart(masked[i])) {
      i++;
    }
    return i;
  }

  private String ascii(int start, int end) {
    return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1)
        .toUpperCase(Locale.ROOT);
  }

  private static boolean isWordPart(byte value) {
    return value == '_' || (value > 0 && Character.isLetterOrDigit((char) value));
  }

  private static boolean isBlank(byte value) {
    return value == ' ' || value == '\t' || value == '\n' || value == '\r';
  }
}
