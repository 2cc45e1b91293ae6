package leakcensus.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextBytesTest {

  private final TextBytes writer = new TextBytes();

  @ParameterizedTest(name = "{0} characters")
  @ValueSource(ints = {0, 1, 17, 4_095, 4_096, 4_097, 12_288, 12_289})
  void writesAsciiByTheByte(int length) {
    String text = text(length);
    byte[] bytes = new byte[length + 5];

    assertThat(writer.writeAscii(text, bytes, 3)).isTrue();

    assertThat(Arrays.copyOfRange(bytes, 3, length + 3))
        .isEqualTo(text.getBytes(StandardCharsets.US_ASCII));
    assertThat(new byte[] {bytes[0], bytes[2], bytes[length + 3]}).containsOnly(0);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(ints = {0, 1, 4_095, 4_096, 8_999})
  void refusesTextThatIsNotAsciiWhereverItIsNot(int place) {
    for (char character : new char[] {'\u0080', 'é', '张', '\u0141', '\uFFFF', '\uD83D'}) {
      StringBuilder text = new StringBuilder(text(9_000));
      text.setCharAt(place, character);

      assertThat(writer.writeAscii(text.toString(), new byte[9_000], 0)).isFalse();
    }
  }

  /**
   * Half of a pair of surrogates stays what it is, where UTF-8 would make a question mark of it.
   */
  @ParameterizedTest
  @ValueSource(strings = {"", "a", "Zoë", "张伟", "\uD83D\uDE00x", "x\uD83Dy", "\u0000\u007F\uFFFF"})
  void writesAllTextByTwoBytes(String text) {
    byte[] bytes = new byte[2 * text.length() + 4];

    writer.writeWide(text, bytes, 1);

    for (int i = 0; i < text.length(); i++) {
      assertThat((char) (bytes[1 + 2 * i] & 0xFF | bytes[2 + 2 * i] << 8))
          .isEqualTo(text.charAt(i));
    }
    assertThat(bytes[0]).isZero();
    assertThat(bytes[2 * text.length() + 1]).isZero();
  }

  @ParameterizedTest(name = "{0} characters")
  @ValueSource(ints = {4_096, 4_097, 9_001})
  void writesLongTextByTwoBytes(int length) {
    String text = text(length - 1) + "张";
    byte[] bytes = new byte[2 * length];

    writer.writeWide(text, bytes, 0);

    assertThat(bytes).isEqualTo(text.getBytes(StandardCharsets.UTF_16LE));
  }

  private static String text(int length) {
    StringBuilder text = new StringBuilder();
    IntStream.range(0, length).forEach(i -> text.append((char) (' ' + i % 90)));
    return text.toString();
  }
}
