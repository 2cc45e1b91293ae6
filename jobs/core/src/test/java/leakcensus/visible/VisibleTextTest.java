package leakcensus.visible;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {

  @ParameterizedTest
  @CsvSource({
    "0, \\u0000",
    "7, \\u0007",
    "8, \\u0008",
    "9, \\u0009",
    "a, \\u000a",
    "d, \\u000d",
    "1b, \\u001b",
    "7f, \\u007f",
    "85, \\u0085",
    "9b, \\u009b",
    "ad, \\u00ad",
    "200b, \\u200b",
    "200f, \\u200f",
    "2028, \\u2028",
    "2029, \\u2029",
    "202e, \\u202e",
    "2066, \\u2066",
    "2069, \\u2069",
    "feff, \\ufeff",
    "d800, \\ud800",
    "e0041, \\udb40\\udc41"
  })
  void showsWhatActsOrHidesByItsEscape(String character, String shown) {
    String text = "a" + Character.toString(Integer.parseInt(character, 16)) + "b";

    assertThat(VisibleText.of(text)).isEqualTo("a" + shown + "b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "plain", "姓名 and ünïcode", "\uD842\uDFB7", "=1+1 <b>", "C:\\users", "e\u0301"})
  void leavesOtherTextAsItIs(String text) {
    assertThat(VisibleText.of(text)).isEqualTo(text);
  }

  @Test
  void saysTheSameInsideAQuotedTextOfJsonAndHocon() throws IOException {
    String hostile = "a\u202Eb\u001b[2Jc\u009Bd\uDB40\uDC41e";

    String quoted = "\"" + VisibleText.of(hostile) + "\"";

    try (JsonParser json = new JsonFactory().createParser(quoted)) {
      json.nextToken();
      assertThat(json.getText()).isEqualTo(hostile);
    }
    assertThat(ConfigFactory.parseString("k = " + quoted).getString("k")).isEqualTo(hostile);
  }

  @Test
  void letsLinesThroughAWriterAndNothingElseThatActs() {
    StringWriter shown = new StringWriter();
    PrintWriter writer = new PrintWriter(new VisibleWriter(shown), true);

    writer.print("one\ttwo\n");
    writer.printf("%s%n", "\u001b]0;title\u0007");
    writer.write('\r');
    writer.write(new char[] {'a', '\u202E', 'b'}, 1, 2);
    writer.write("x\u0008y", 1, 1);
    writer.flush();

    assertThat(shown)
        .hasToString(
            "one\ttwo\n\\u001b]0;title\\u0007" + System.lineSeparator() + "\\u000d\\u202eb\\u0008");
  }
}
