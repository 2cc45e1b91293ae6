package leakcensus.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import leakcensus.source.RecordFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictTextTest {

  /** The oracle is Java's own decoder of strings, which replaces what it does not have. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTF-8",
        "US-ASCII",
        "UTF-16LE",
        "UTF-32BE",
        "GB18030",
        "Shift_JIS",
        "windows-1252"
      })
  void decodesAnyBytesAsJavaDoesAndSaysWhetherItReplaced(String name) {
    Charset charset = Charset.forName(name);
    StrictText text = new StrictText(charset);
    Random random = new Random(1);
    byte[] good = "Zoë 张伟, \r\n{\"a\": 1}".getBytes(charset);
    int replaced = 0;
    for (int round = 0; round < 5_000; round++) {
      byte[] bytes = Arrays.copyOf(good, random.nextInt(good.length + 1));
      for (int bad = random.nextInt(3); bad > 0 && bytes.length > 0; bad--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      String expected = new String(bytes, charset);

      boolean valid = text.decode(bytes, 0, bytes.length);

      assertThat(text.copy()).as("round %d", round).isEqualTo(expected);
      assertThat(text.isReplaced()).isEqualTo(!valid);
      if (!expected.contains("\uFFFD")) {
        assertThat(valid).isTrue();
      }
      replaced += valid ? 0 : 1;
    }
    assertThat(replaced).isBetween(10, 4_900);
  }

  @Test
  void decodesInPartsWhatItDecodesAtOnce() {
    byte[] bytes = "a\n张伟\n\uFFFD".repeat(3_000).getBytes(Charset.forName("UTF-8"));
    StrictText text = new StrictText(Charset.forName("UTF-8"));

    assertThat(text.decode(bytes, 0, 2)).isTrue();
    for (int at = 2; at < bytes.length; ) {
      int end = at;
      while (end < bytes.length && (end == at || bytes[end - 1] != '\n')) {
        end++;
      }
      assertThat(text.append(bytes, at, end - at)).isTrue();
      at = end;
    }

    assertThat(text.copy()).isEqualTo(new String(bytes, Charset.forName("UTF-8")));
    assertThat(text.isReplaced()).isFalse();
  }

  @Test
  void usesARecordWithBadBytesOnlyWhereItsValuesAndSyntaxAreWhole() {
    StrictText text = new StrictText(Charset.forName("UTF-8"));
    text.decode(new byte[] {'a', (byte) 0xFF}, 0, 2);

    assertThat(judge(text, RecordFault.NONE, "a", "b")).isEqualTo(RecordFault.NONE);
    assertThat(judge(text, RecordFault.NONE, "a", "b\uFFFD")).isEqualTo(RecordFault.BAD_CHARSET);
    assertThat(judge(text, RecordFault.BAD_SYNTAX, "a", "b")).isEqualTo(RecordFault.BAD_CHARSET);

    // The character itself is valid text.
    text.decode("\uFFFD".getBytes(Charset.forName("UTF-8")), 0, 3);
    assertThat(judge(text, RecordFault.NONE, "\uFFFD")).isEqualTo(RecordFault.NONE);
    assertThat(judge(text, RecordFault.BAD_SYNTAX, "")).isEqualTo(RecordFault.BAD_SYNTAX);
  }

  private static RecordFault judge(StrictText text, RecordFault fault, String... values) {
    return text.judge(fault, values.length, List.of(values)::get);
  }
}
