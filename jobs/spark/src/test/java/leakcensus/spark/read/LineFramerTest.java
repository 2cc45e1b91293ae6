package leakcensus.spark.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineFramerTest {

  private static final int MEGABYTE = 1 << 20;

  @Test
  void tellsWhereEachLineStandsAndWhatEndsIt() throws IOException {
    LineFramer lines = framer("a\n\r\n\nbc\r\n\rd\r", 100, 50);

    requireLine(lines, "a", 100, 1);
    requireLine(lines, "", 102, 2);
    requireLine(lines, "", 104, 1);
    requireLine(lines, "bc", 105, 2);
    requireLine(lines, "\rd\r", 109, 0);
    assertThat(lines.next()).isFalse();
    assertThat(lines.next()).isFalse();
    assertThat(lines.endOffset()).isEqualTo(112);
    assertThat(lines.isBroken()).isFalse();
  }

  @ParameterizedTest(name = "limit {0}")
  @ValueSource(ints = {64, MEGABYTE})
  void passesOverALineOfTwoHundredMegabytesWithoutHoldingIt(int limit) throws IOException {
    long bytes = 200L * MEGABYTE;
    InputStream input =
        new SequenceInputStream(
            new Repeated('x', bytes),
            new ByteArrayInputStream("\r\nnext\n".getBytes(StandardCharsets.UTF_8)));
    LineFramer lines = new LineFramer(input, 0, limit);

    assertThat(lines.next()).isTrue();
    assertThat(lines.isTooLong()).isTrue();
    assertThat(lines.wholeLength()).isEqualTo(bytes);
    assertThat(lines.separatorLength()).isEqualTo(2);
    assertThat(lines.bytes().length).isLessThanOrEqualTo(2 * MEGABYTE);
    requireLine(lines, "next", bytes + 2, 1);
    assertThat(lines.next()).isFalse();
  }

  @Test
  void passesOverALineWithoutEnd() throws IOException {
    LineFramer lines = new LineFramer(new Repeated('x', 3L * MEGABYTE), 7, 100);

    assertThat(lines.next()).isTrue();
    assertThat(lines.wholeLength()).isEqualTo(3L * MEGABYTE);
    assertThat(lines.separatorLength()).isZero();
    assertThat(lines.endOffset()).isEqualTo(7 + 3L * MEGABYTE);
    assertThat(lines.next()).isFalse();
  }

  @Test
  void holdsALineOfTheLimit() throws IOException {
    byte[] line = new byte[3 * MEGABYTE];
    Arrays.fill(line, (byte) 'x');
    String text = new String(line, StandardCharsets.UTF_8);
    LineFramer lines = framer("a\n" + text + "\nb", 0, 3 * MEGABYTE);

    requireLine(lines, "a", 0, 1);
    requireLine(lines, text, 2, 1);
    requireLine(lines, "b", 3L * MEGABYTE + 3, 0);
  }

  @Test
  void saysThatTheStreamBreaksOffOnlyOnceItDoes() throws IOException {
    InputStream input =
        new SequenceInputStream(
            new ByteArrayInputStream("a\nbc".getBytes(StandardCharsets.UTF_8)),
            new Breaking(new EOFException("cut")));
    LineFramer lines = new LineFramer(input, 0, 50);

    requireLine(lines, "a", 0, 1);
    assertThat(lines.isBroken()).isFalse();
    requireLine(lines, "bc", 2, 0);
    assertThat(lines.isBroken()).isTrue();
    assertThat(lines.next()).isFalse();
  }

  @Test
  void joinsLinesAndLetsGoOfThem() throws IOException {
    LineFramer lines = framer("ab\r\n\ncd\nlast", 5, 100);

    assertThat(lines.next()).isTrue();
    assertThat(lines.join()).isTrue();
    assertThat(lines.join()).isTrue();
    assertThat(text(lines)).isEqualTo("ab\r\n\ncd");
    assertThat(lines.separatorLength()).isEqualTo(1);
    assertThat(lines.endOffset()).isEqualTo(5 + 8);
    lines.cutBack();
    assertThat(text(lines)).isEqualTo("ab");
    assertThat(lines.separatorLength()).isEqualTo(2);
    assertThat(lines.endOffset()).isEqualTo(5 + 4);
    assertThat(lines.next()).isTrue();
    assertThat(text(lines)).isEmpty();
    assertThat(lines.next()).isTrue();
    assertThat(lines.join()).isTrue();
    assertThat(text(lines)).isEqualTo("cd\nlast");
    assertThat(lines.separatorLength()).isZero();
    assertThat(lines.join()).isFalse();
    assertThat(lines.next()).isFalse();
  }

  @Test
  void joinsNoMoreThanTheLimitAndHoldsNoMoreThanThat() throws IOException {
    InputStream input =
        new SequenceInputStream(
            new ByteArrayInputStream("a\n".getBytes(StandardCharsets.UTF_8)),
            new Repeated('x', 3L * MEGABYTE));
    LineFramer lines = new LineFramer(input, 0, 1_000_000);

    assertThat(lines.next()).isTrue();
    assertThat(lines.join()).isFalse();
    assertThat(text(lines)).isEqualTo("a");
    assertThat(lines.bytes().length).isLessThan(4_000_000);
    assertThat(lines.next()).isTrue();
    assertThat(lines.isTooLong()).isTrue();
    assertThat(lines.wholeLength()).isEqualTo(3L * MEGABYTE);
  }

  @Test
  void passesOnThatTheDiskCannotBeRead() {
    LineFramer lines = new LineFramer(new Breaking(new IOException("disk")), 0, 50);

    assertThatThrownBy(lines::next).isInstanceOf(IOException.class).hasMessage("disk");
  }

  private static String text(LineFramer lines) {
    return new String(lines.bytes(), lines.start(), lines.length(), StandardCharsets.UTF_8);
  }

  private static LineFramer framer(String text, long offset, int limit) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new LineFramer(new ByteArrayInputStream(bytes), offset, limit);
  }

  private static void requireLine(LineFramer lines, String text, long offset, int separator)
      throws IOException {
    assertThat(lines.next()).isTrue();
    assertThat(lines.offset()).isEqualTo(offset);
    assertThat(lines.length()).isEqualTo(text.length());
    assertThat(lines.wholeLength()).isEqualTo(text.length());
    assertThat(new String(lines.bytes(), lines.start(), lines.length(), StandardCharsets.UTF_8))
        .isEqualTo(text);
    assertThat(lines.separatorLength()).isEqualTo(separator);
    assertThat(lines.isTooLong()).isFalse();
    assertThat(lines.endOffset()).isEqualTo(offset + text.length() + separator);
  }

  /** One byte, many times, held nowhere. */
  private static final class Repeated extends InputStream {

    private final byte value;
    private long left;

    Repeated(char value, long times) {
      this.value = (byte) value;
      left = times;
    }

    @Override
    public int read() {
      return left-- > 0 ? value : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      int given = (int) Math.min(left, length);
      Arrays.fill(bytes, offset, offset + given, value);
      left -= given;
      return given == 0 ? -1 : given;
    }
  }

  /** A stream that cannot be read. */
  private static final class Breaking extends InputStream {

    private final IOException fault;

    Breaking(IOException fault) {
      this.fault = fault;
    }

    @Override
    public int read() throws IOException {
      throw fault;
    }
  }
}
