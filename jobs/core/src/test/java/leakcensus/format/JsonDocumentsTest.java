package leakcensus.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import leakcensus.source.IntakeMeasure;
import leakcensus.source.SplitTally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonDocumentsTest {

  private static final List<String> COLUMNS = List.of("a", "b.c");

  static List<Arguments> layouts() {
    return List.of(
        row("", ""),
        row(" \n\t", ""),
        row("[]", ""),
        row("[{\"a\":1},{\"a\":2}]", "1| 2|"),
        row("[\n  {\n    \"a\": 1\n  },\n  {\n    \"a\": 2\n  }\n]\n", "1| 2|"),
        row("{\n \"a\": 1\n}\n{\n \"a\": 2\n}\n", "1| 2|"),
        row("{\"a\":1}{\"a\":2}{\"b\":{\"c\":\"x\"}}", "1| 2| |x"),
        row("{\"a\":1},\n{\"a\":2},\n", "1| 2|"),
        row("\u001e{\"a\":1}\n\u001e{\"a\":2}\n", "1| 2|"),
        row("[{\"a\":1}]\n{\"a\":2}\n[{\"a\":3},{\"a\":4}]", "1| 2| 3| 4|"),
        row("[{\"a\":1},{\"a\":2},]", "1| 2|"),
        row("\uFEFF{\"a\":1}\n\uFEFF{\"a\":2}", "1| 2|"),
        row("{\"a\":\"}{][\\\"\\\\\"}{\"a\":2}", "}{][\"\\| 2|"),
        row("[[{\"a\":1}],2,\"x\",null]", "not-an-object*4"),
        row("\"text\"\n5\n{\"a\":1}", "not-an-object not-an-object 1|"));
  }

  @ParameterizedTest(name = "[{index}]")
  @MethodSource("layouts")
  void findsDocumentsHoweverTheyAreLaidOut(String text, String expected) {
    assertThat(read(text, "").records()).isEqualTo(expected(expected));
  }

  static List<Arguments> badInputs() {
    return List.of(
        // Not a number, and a comma too many, cost their document.
        row("[{\"a\":1},{\"a\":NaN},{\"a\":3}]", "1| bad-syntax 3|"),
        row("[{\"a\":1,},{\"a\":2}]", "bad-syntax 2|"),
        // A quote in a string hides the rest of the line, not the next one.
        row("{\"a\":\"x\"y\"}\n{\"a\":2}\n", "bad-syntax 2|"),
        row("[\n {\"a\":\"x\"y\"},\n {\"a\":2}\n]\n{\"a\":3}", "bad-syntax 2| 3|"),
        // An open string ends with its line.
        row("{\"a\":\"x\n{\"a\":2}\n", "bad-syntax 2|"),
        // A bracket that is missing.
        row("{\"a\":{\"c\":1}\n{\"a\":2}\n{\"a\":3}", "bad-syntax 2| 3|"),
        row("{\"a\":[1}\n{\"a\":2}", "bad-syntax 2|"),
        // Inner objects do not begin records, since they are further indented.
        row(
            "[\n  {\n    \"a\": oh no,\n    \"b\": [\n    {\"a\":9}]\n  },\n  {\n    \"a\": 2\n  }\n]",
            "bad-syntax 2|"),
        // What stands before the first bracket.
        row("var x = [\n{\"a\":1},\n{\"a\":2}];\n", "bad-syntax 1| 2| bad-syntax"),
        row("\"a\":1},\n{\"a\":2}]\n", "bad-syntax 2|"),
        // Cut off.
        row("[{\"a\":1},{\"a\":2}", "1| 2|"),
        row("[{\"a\":1},{\"a\":", "1| truncated"),
        row("{\"a\":1}{\"a\":\"x", "1| truncated"),
        // Array and lines mixed, the array without its end.
        row("[{\"a\":1},\n{\"a\":2}\n{\"a\":3}\n", "1| 2| 3|"),
        row("{'a':1}\n{\"a\":2}", "bad-syntax 2|"),
        row("{\"a\":1}\u0000{\"a\":2}\n{\"a\":3}", "1| bad-syntax 3|"));
  }

  @ParameterizedTest(name = "[{index}]")
  @MethodSource("badInputs")
  void losesNoMoreThanWhatIsBroken(String text, String expected) {
    assertThat(read(text, "").records()).isEqualTo(expected(expected));
  }

  static List<Arguments> wrapped() {
    return List.of(
        row("{\"took\":3,\"hits\":{\"total\":2,\"hits\":[{\"a\":1},{\"a\":2}]}}", "1| 2|"),
        row("{\"hits\":{\"hits\":[]}}{\"hits\":{\"hits\":[{\"a\":1}]}}", "1|"),
        row("[{\"hits\":{\"hits\":[{\"a\":1}]}},{\"hits\":{\"hits\":[{\"a\":2}]}}]", "1| 2|"),
        row("{\"hits\":{\"hits\":{\"a\":1},\"more\":[{\"a\":2}]},\"hits2\":[]}", "1|"),
        row("{\"error\":{\"hits\":[{\"a\":1}]}}", "bad-syntax"),
        row("{\"x\":\n{\"hits\":{\"hits\":[\n {\"a\":}\n", "bad-syntax"),
        row("{\"x\":\n{\"hits\":{\"hits\":[\n {\"a\":", "truncated"),
        row(
            "{\"hits\":{\"hits\":[\n {\"a\":1},\n {\"a\":\"x\"y\"},\n {\"a\":3}\n]}}",
            "1| bad-syntax 3|"),
        row("{\"hits\":{\"hits\":[{\"a\":1}]\n{\"hits\":{\"hits\":[{\"a\":2}]}}", "1| 2|"),
        row("{\"hits\":{\"hits\":[{\"a\":1},{\"a\":2}", "1| 2|"),
        row("{\"hits\" {\n{\"hits\":{\"hits\":[{\"a\":1}]}}", "bad-syntax 1|"),
        row("{\"took\":3,\"hits\"", "truncated"));
  }

  @ParameterizedTest(name = "[{index}]")
  @MethodSource("wrapped")
  void goesToTheRecordsByTheirPath(String text, String expected) {
    assertThat(read(text, "hits.hits").records()).isEqualTo(expected(expected));
  }

  static List<Arguments> values() {
    return List.of(
        row("{\"a\":12345678901234567890}", "12345678901234567890|"),
        row("{\"a\":1.50,\"b\":{\"c\":true}}", "1.50|true"),
        row("{\"a\":\"first\",\"a\":\"second\"}", "first|"),
        row("{\"A\":\"capital\",\"a\":\"small\"}", "small|"),
        row("{\"a\":[\"\",null,[\"x\",\"y\"],\"z\"]}", "x|"),
        row("{\"_source\":{\"a\":1}}", "|"),
        row("{\"a\":{\"z\":1},\"b\":[{\"c\":null},{\"c\":\"d\"}]}", "|d"),
        row("{\"a\":{\"$oid\":\"5f\"},\"b\":{\"c\":{\"$numberLong\":\"7\"}}}", "5f|7"),
        row("{\"a\":{\"$date\":{\"$numberLong\":\"99\"}}}", "99|"),
        row("{\"a\":{\"$date\":\"2020-01-02T00:00:00Z\"}}", "2020-01-02T00:00:00Z|"),
        row("{\"a\":{\"$date\":{\"$date\":{\"$date\":1}}}}", "|"),
        row("{\"a\":{\"$other\":\"x\"}}", "|"),
        row("{\"a\":\"\\u00e9\\n\"}", "\u00e9\n|"));
  }

  @ParameterizedTest(name = "[{index}]")
  @MethodSource("values")
  void takesScalarsAsTheyAreWritten(String text, String expected) {
    assertThat(read(text, "").records()).containsExactly(expected);
  }

  @Test
  void takesANumberOfTwoThousandDigits() {
    String digits = "7".repeat(2_000);

    assertThat(read("{\"a\":" + digits + "}", "").records()).containsExactly(digits + "|");
  }

  @Test
  void takesADepthOfTwoThousand() {
    String deep = "[".repeat(2_000) + "1" + "]".repeat(2_000);

    assertThat(read("{\"a\":" + deep + ",\"b\":{\"c\":2}}{\"a\":5}", "").records())
        .containsExactly("1|2", "5|");
  }

  @Test
  void quarantinesADepthOfAHundredThousandAndGoesOn() {
    String deep = "{\"a\":".repeat(100_000);

    assertThat(read(deep + "\n{\"a\":5}", "").records()).containsExactly("bad-syntax", "5|");
  }

  @Test
  void tellsFurtherValuesOfAColumn() throws IOException {
    byte[] text = "{\"a\":[\"x\",\"\",\"y\"],\"a\":\"z\"}".getBytes(StandardCharsets.UTF_8);
    FormatInput input =
        new FormatInput(
            new ByteArrayInputStream(text),
            StandardCharsets.UTF_8,
            COLUMNS,
            100,
            new SplitTally(0),
            0);

    try (JsonDocuments documents = new JsonDocuments(input, "")) {
      assertThat(documents.next()).isTrue();
      assertThat(documents.values(0)).containsExactly("x", "y", "z");
      assertThat(documents.values(1)).isEmpty();
      assertThat(List.of(documents.hasSeveral(0), documents.hasSeveral(1)))
          .containsExactly(true, false);
    }
  }

  @Test
  void passesOverADocumentThatIsTooLong() {
    String text = "[{\"a\":\"" + "x".repeat(300_000) + "\"},{\"a\":2}]";

    ReadAll read =
        ReadAll.of(
            text.getBytes(StandardCharsets.UTF_8),
            COLUMNS,
            100,
            input -> new JsonDocuments(input, ""));

    assertThat(read.records()).containsExactly("too-long", "2|");
  }

  @Test
  void locatesDocumentsByTheirFirstByte() {
    ReadAll read = read("\uFEFF[ {\"a\":1},\n\u00a0x\n,{\"a\":2}]", "");

    assertThat(read.positions()).containsExactly(5L, 14L, 19L);
    assertThat(read.count(IntakeMeasure.HEADER_BYTES)).isEqualTo(3);
  }

  @Test
  void countsAFileThatBreaksOff() {
    assertThat(read("[{\"a\":1}", "").count(IntakeMeasure.PARTIAL)).isEqualTo(1);
    assertThat(read("[{\"a\":1}]", "").count(IntakeMeasure.PARTIAL)).isZero();
  }

  @Test
  void readsUpToWhereTheStreamBreaks() {
    byte[] text = "{\"a\":1}\n{\"a\":2".getBytes(StandardCharsets.UTF_8);

    ReadAll read =
        ReadAll.of(
            new BrokenStream(text),
            StandardCharsets.UTF_8,
            text.length,
            COLUMNS,
            100,
            input -> new JsonDocuments(input, ""));

    assertThat(read.records()).containsExactly("1|", "truncated");
    assertThat(read.count(IntakeMeasure.PARTIAL)).isEqualTo(1);
  }

  @Test
  void quarantinesBytesThatTheCharsetDoesNotHave() {
    byte[] text = "{\"a\":\"\u00e9\"}{\"a\":2}".getBytes(StandardCharsets.ISO_8859_1);

    ReadAll read = ReadAll.of(text, COLUMNS, 100, input -> new JsonDocuments(input, ""));

    assertThat(read.records()).containsExactly("bad-charset", "2|");
  }

  @ParameterizedTest
  @MethodSource("trickyTexts")
  void knowsCharactersThatEndLikeABackslashOrABracket(String charset, String tricky) {
    Charset encoding = Charset.forName(charset);
    byte[] text = ("[{\"a\":\"" + tricky + "\"},{\"a\":2}]").getBytes(encoding);

    ReadAll read =
        ReadAll.of(
            new ByteArrayInputStream(text),
            encoding,
            text.length,
            COLUMNS,
            1000,
            input -> new JsonDocuments(input, ""));

    assertThat(read.records()).containsExactly(tricky + "|", "2|");
  }

  static List<Arguments> trickyTexts() {
    return List.of(
        // 0x83 0x5C, 0x83 0x7B
        Arguments.of("Shift_JIS", "\u30bd\u30dc"),
        // 0xA5 0x5C
        Arguments.of("Big5", "\u529f"),
        // second bytes 0x5C, 0x7D
        Arguments.of("GBK", "\u8a94\u9ad4"),
        // four bytes, two of them digits
        Arguments.of("GB18030", "\u3402\ud840\udc00"));
  }

  @Test
  void refusesACharsetOfWideUnits() {
    FormatInput input =
        new FormatInput(
            new ByteArrayInputStream(new byte[0]),
            StandardCharsets.UTF_16LE,
            COLUMNS,
            100,
            new SplitTally(0),
            0);

    assertThatThrownBy(() -> new JsonDocuments(input, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid charset: UTF-16LE (must hold ASCII as single bytes)");
  }

  private static Arguments row(String text, String expected) {
    return Arguments.of(text, expected);
  }

  private static List<String> expected(String records) {
    if (records.equals("not-an-object*4")) {
      return List.of("not-an-object", "not-an-object", "not-an-object", "not-an-object");
    }
    return records.isEmpty() ? List.of() : List.of(records.split(" "));
  }

  private static ReadAll read(String text, String records) {
    return ReadAll.of(text, COLUMNS, input -> new JsonDocuments(input, records));
  }
}
