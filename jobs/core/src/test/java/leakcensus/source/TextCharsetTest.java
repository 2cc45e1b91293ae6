package leakcensus.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextCharsetTest {

  /** All characters of the basic plane, against the bytes that Java makes of them. */
  @ParameterizedTest
  @MethodSource("names")
  void findsALineFeedInNoOtherCharacter(String name) {
    TextCharset charset = TextCharset.of(name).orElseThrow();
    byte[] lineFeed = "\n".getBytes(charset.charset());

    assertThat(lineFeed).hasSize(charset.unitBytes());
    for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
      boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
      if (surrogate || point == '\n' || !charset.charset().canEncode()) {
        continue;
      }
      byte[] bytes = Character.toString(point).getBytes(charset.charset());
      for (int at = 0; at < bytes.length; at += charset.unitBytes()) {
        assertThat(
                bytes[at + (charset.isBigEndian() ? charset.unitBytes() - 1 : 0)] == '\n'
                    && isLineFeed(bytes, at, lineFeed))
            .as("%s U+%04X", name, point)
            .isFalse();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "utf8, UTF-8",
    "gbk, GBK",
    "cp1252, windows-1252",
    "latin1, ISO-8859-1",
    "ms949, x-windows-949"
  })
  void knowsOtherNames(String name, String canonical) {
    assertThat(TextCharset.of(name).orElseThrow()).hasToString(canonical);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "ISO-2022-JP", "IBM037", "no such", "", "UTF-7"})
  void refusesWhatCannotBeCutIntoLines(String name) {
    assertThat(TextCharset.of(name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "GB18030"})
  void tellsACharsetByItsMark(String name) {
    byte[] text = "\uFEFFname,id\n".getBytes(Charset.forName(name));

    assertThat(TextCharset.byMark(text).orElseThrow()).hasToString(name);
    assertThat(TextCharset.byMark(text).orElseThrow().markBytes())
        .isEqualTo("\uFEFF".getBytes(Charset.forName(name)).length);
  }

  @Test
  void seesNoMarkWhereThereIsNone() {
    assertThat(TextCharset.byMark("name".getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(TextCharset.byMark(new byte[] {(byte) 0xEF, (byte) 0xBB})).isEmpty();
    assertThat(TextCharset.byMark(new byte[0])).isEmpty();
    assertThat(TextCharset.of("GBK").orElseThrow().startsWithMark(new byte[4], 0, 4)).isFalse();
  }

  private static boolean isLineFeed(byte[] bytes, int at, byte[] lineFeed) {
    for (int i = 0; i < lineFeed.length; i++) {
      if (bytes[at + i] != lineFeed[i]) {
        return false;
      }
    }
    return true;
  }

  static Stream<String> names() {
    return List.copyOf(TextCharset.names()).stream();
  }
}
