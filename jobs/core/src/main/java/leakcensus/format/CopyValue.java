package leakcensus.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Optional;

/** Turns a field of a line of PostgreSQL's {@code COPY} into text. */
final class CopyValue {

  private static final int MAX_OCTAL_DIGITS = 3;
  private static final int MAX_HEX_DIGITS = 2;

  private final StrictText text;

  CopyValue(Charset charset) {
    text = new StrictText(charset);
  }

  /** The text of a field, null as nothing; empty if the charset does not have its bytes. */
  Optional<String> read(byte[] bytes, byte[] masked, int start, int end) {
    if (end - start == 2 && masked[start] == '\\' && masked[start + 1] == 'N') {
      return Optional.of("");
    }
    ByteArrayOutputStream content = new ByteArrayOutputStream(Math.max(end - start, 0));
    int i = start;
    while (i < end) {
      if (masked[i] == '\\' && i + 1 < end) {
        i = readEscape(masked, i + 1, end, content);
      } else {
        content.write(bytes[i++]);
      }
    }
    return text.decode(content.toByteArray(), 0, content.size())
        ? Optional.of(text.copy())
        : Optional.empty();
  }

  /** Goes over what follows a backslash, and tells where it ends. */
  private static int readEscape(byte[] masked, int at, int end, ByteArrayOutputStream content) {
    switch (masked[at]) {
      case 'b' -> content.write('\b');
      case 'f' -> content.write('\f');
      case 'n' -> content.write('\n');
      case 'r' -> content.write('\r');
      case 't' -> content.write('\t');
      case 'v' -> content.write(0x0B);
      case 'x' -> {
        return readDigits(masked, at + 1, Math.min(end, at + 1 + MAX_HEX_DIGITS), 16, 'x', content);
      }
      case '0', '1', '2', '3', '4', '5', '6', '7' -> {
        return readDigits(masked, at, Math.min(end, at + MAX_OCTAL_DIGITS), 8, '0', content);
      }
      default -> content.write(masked[at]);
    }
    return at + 1;
  }

  private static int readDigits(
      byte[] masked, int from, int to, int radix, char none, ByteArrayOutputStream content) {
    int value = 0;
    int i = from;
    while (i < to && Character.digit(masked[i], radix) >= 0) {
      value = radix * value + Character.digit(masked[i], radix);
      i++;
    }
    content.write(i == from ? none : value);
    return i;
  }
}
