package leakcensus.spark.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import leakcensus.source.RecordFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLineParserTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"name": "Ann"}                               | name         | Ann
          {"other": 1, "name": "Ann", "more": {}}       | name         | Ann
          {"_source": {"name": "Ann"}, "name": "Bo"}    | _source.name | Ann
          {"a": {"b": {"c": 5}, "c": 6}, "c": 7}        | a.b.c        | 5
          {"a": 1}                                      | a.b          | ~~
          {"a": {"b": 1}}                               | a            | ~~
          {"id": 12345678901234567890}                  | id           | 12345678901234567890
          {"id": 00012}                                 | id           | BAD_SYNTAX
          {"id": "00012"}                               | id           | 00012
          {"n": -12.50}                                 | n            | -12.50
          {"n": -0}                                     | n            | -0
          {"n": 1e5}                                    | n            | 1e5
          {"n": 1E+05}                                  | n            | 1E+05
          {"n": +1}                                     | n            | BAD_SYNTAX
          {"b": true}                                   | b            | true
          {"b": false}                                  | b            | false
          {"b": null}                                   | b            | ~~
          {"a": ["x", "y"]}                             | a            | x
          {"a": [null, [], {}, 7]}                      | a            | 7
          {"a": [["x"], "y"]}                           | a            | x
          {"a": []}                                     | a            | ~~
          {"a": [{"b": 1}, {"b": 2}]}                   | a.b          | 1
          {"a": [{"c": 1}, {"b": 2}]}                   | a.b          | 2
          {"k": "first", "k": "second"}                 | k            | first
          {"id": 1, "ID": 2, "Id": 3}                   | ID           | 2
          {"": 5}                                       | ~~           | 5
          {"n": {"$numberLong": "12"}}                  | n            | 12
          {"t": {"$date": {"$numberLong": "-5"}}}       | t            | -5
          {"t": [{"$date": "1980-01-02"}]}              | t            | 1980-01-02
          {"n": {"$numberLong": "12"}}                  | n.$numberLong | 12
          {"n": {"other": "12"}}                        | n            | ~~
          {"$oid": "12"}                                | n            | ~~
          {"name": "\\u5f20\\u4f1f \\ud842\\udfb7\\n"}  | name         | ~张伟 𠮷\n~
          {"name": "张伟"}                              | name         | 张伟
          {}                                            | name         | ~~
          """)
  void takesTheValueOfAColumn(String line, String column, String value) {
    String expected = value.replace("\\n", "\n");

    JsonLineParser parser = new JsonLineParser(List.of(column));
    RecordFault fault = parse(parser, line);

    assertThat(fault == RecordFault.NONE ? parser.value(0) : fault.name()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\": 1} x",
        "{\"a\": 1}{\"a\": 2}",
        "{\"a\": 1},",
        "{\"a\": NaN}",
        "{\"a\": Infinity}",
        "{\"a\": 1,}",
        "{'a': 1}",
        "{a: 1}",
        "{\"a\": 1 \"b\": 2}",
        "{\"a\": tru}",
        "{\"a\": \"\u0001\"}",
        "{\"a\": \"\\x\"}",
        "{\"a\": \"\\ud8\"}",
        "[1, 2",
        "12abc",
        "abc",
        "\u0000\u0000\u0000",
        "   ",
        "\uFEFF{\"a\": 1}",
        "// comment",
        "name,phone"
      })
  void refusesWhatIsNotJson(String line) {
    assertThat(parse(new JsonLineParser(List.of("a")), line)).isEqualTo(RecordFault.BAD_SYNTAX);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "[{\"a\": 1}]", "5", "-1.5", "\"text\"", "null", "true"})
  void refusesJsonThatIsNoObject(String line) {
    assertThat(parse(new JsonLineParser(List.of("a")), line)).isEqualTo(RecordFault.NOT_AN_OBJECT);
  }

  @Test
  void refusesEveryCutOfAnObject() {
    String line = "{\"a\": [1, {\"b\": \"x\\u5f20\"}], \"c\": {\"d\": null, \"e\": 1.5e3}}";
    JsonLineParser parser = new JsonLineParser(List.of("a.b", "c.e"));

    assertThat(parse(parser, line)).isEqualTo(RecordFault.NONE);
    for (int length = 1; length < line.length(); length++) {
      assertThat(parse(parser, line.substring(0, length)))
          .as("first %d characters", length)
          .isEqualTo(RecordFault.BAD_SYNTAX);
    }
  }

  @Test
  void takesALoneSurrogateForWhatItIs() {
    JsonLineParser parser = new JsonLineParser(List.of("a"));

    assertThat(parse(parser, "{\"a\": \"x\\ud842y\"}")).isEqualTo(RecordFault.NONE);
    assertThat(parser.value(0)).isEqualTo("x\ud842y");
  }

  @Test
  void holdsAllValuesOfAnArrayAndOfAKeyThatRepeats() {
    JsonLineParser parser = new JsonLineParser(List.of("a", "b", "c.d", "e"));

    parse(
        parser,
        "{\"a\": [\"\", 1, null, [\"x\"], {\"y\": 2}, true], \"b\": [\"one\"],"
            + " \"c\": [{\"d\": 3}, {\"d\": 4}], \"e\": 5, \"e\": 6}");

    assertThat(parser.values(0)).containsExactly("1", "x", "true");
    assertThat(parser.values(1)).containsExactly("one");
    assertThat(parser.values(2)).containsExactly("3", "4");
    assertThat(parser.values(3)).containsExactly("5", "6");
    assertThat(List.of(parser.hasSeveral(0), parser.hasSeveral(1))).containsExactly(true, false);
    assertThat(List.of(parser.value(0), parser.value(2), parser.value(3)))
        .containsExactly("1", "3", "5");

    parse(parser, "{\"a\": 7}");

    assertThat(parser.values(0)).containsExactly("7");
    assertThat(parser.values(3)).isEmpty();
    assertThat(parser.hasSeveral(0)).isFalse();
  }

  @Test
  void forgetsTheValuesOfTheLineBefore() {
    JsonLineParser parser = new JsonLineParser(List.of("a", "b"));

    parse(parser, "{\"a\": 1, \"b\": 2}");
    parse(parser, "{\"b\": 3}");

    assertThat(parser.value(0)).isEmpty();
    assertThat(parser.value(1)).isEqualTo("3");
  }

  @Test
  void looksAtNoCharacterBehindTheLength() {
    JsonLineParser parser = new JsonLineParser(List.of("a"));
    char[] text = "{\"a\": 1} and what a longer line left behind".toCharArray();

    assertThat(parser.parse(text, 8)).isEqualTo(RecordFault.NONE);
    assertThat(parser.value(0)).isEqualTo("1");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void agreesWithJacksonsTreeOnRandomObjects(long seed) throws JsonProcessingException {
    Random random = new Random(seed);
    ObjectMapper mapper = new ObjectMapper();
    List<String> columns = List.of("a", "b", "a.a", "a.b", "b.c", "a.b.c", "c.a");
    JsonLineParser parser = new JsonLineParser(columns);
    for (int i = 0; i < 2_000; i++) {
      ObjectNode tree = randomObject(random, mapper, 3);
      String line = mapper.writeValueAsString(tree);

      assertThat(parse(parser, line)).isEqualTo(RecordFault.NONE);
      for (int column = 0; column < columns.size(); column++) {
        JsonNode node = tree.at("/" + columns.get(column).replace('.', '/'));
        String expected = node.isValueNode() && !node.isNull() ? node.asText() : "";
        assertThat(parser.value(column))
            .as("%s of %s", columns.get(column), line)
            .isEqualTo(expected);
      }
    }
  }

  /** Jackson's own limits are 1,000 levels, 1,000 digits and 50,000 characters of a key. */
  @Test
  void readsWhatIsDeepOrLong() {
    JsonLineParser parser = new JsonLineParser(List.of("n", "deep"));
    String number = "7".repeat(2_000);
    String key = "k".repeat(60_000);

    assertThat(parse(parser, "{\"deep\": " + nested("[", 2_000, "]") + ", \"n\": 1}"))
        .isEqualTo(RecordFault.NONE);
    assertThat(parser.value(0)).isEqualTo("1");
    assertThat(parse(parser, "{\"skipped\": " + nested("{\"deep\":", 2_000, "}") + ", \"n\": 2}"))
        .isEqualTo(RecordFault.NONE);
    assertThat(parser.value(0)).isEqualTo("2");
    assertThat(parse(parser, "{\"n\": " + number + "}")).isEqualTo(RecordFault.NONE);
    assertThat(parser.value(0)).isEqualTo(number);
    assertThat(parse(parser, "{\"" + key + "\": 1, \"n\": 3}")).isEqualTo(RecordFault.NONE);
    assertThat(parser.value(0)).isEqualTo("3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"deep\":", "[{\"deep\":", "{\"x\":"})
  void quarantinesWhatIsDeeperThanTenThousandLevelsAndReadsOn(String open) {
    JsonLineParser parser = new JsonLineParser(List.of("deep", "deep.deep.deep"));
    String close = open.replaceAll("[^\\[{]", "").replace('[', ']').replace('{', '}');
    String backwards = new StringBuilder(close).reverse().toString();

    for (int levels : new int[] {2_000, 100_000}) {
      String line = "{\"deep\": " + nested(open, levels, backwards) + "}";
      assertThat(parse(parser, line))
          .as("%d levels", levels)
          .isEqualTo(levels > 10_000 ? RecordFault.BAD_SYNTAX : RecordFault.NONE);
      assertThat(parse(parser, "[".repeat(levels))).isEqualTo(RecordFault.BAD_SYNTAX);
    }
    assertThat(parse(parser, "{\"deep\": \"Ann\"}")).isEqualTo(RecordFault.NONE);
    assertThat(parser.value(0)).isEqualTo("Ann");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"_id": {"$oid": "5f"}}              | _id      | 5f
          {"_id": {"$oid": "5f"}}              | _id.$oid | 5f
          {"t": {"$date": {"$numberLong": 5}}} | t        | 5
          {"_id": {"oid": "5f"}}               | _id      | ~~
          """)
  void takesScalarsOutOfTheWrappersOfMongoDb(String line, String column, String value) {
    JsonLineParser parser = new JsonLineParser(List.of(column));

    assertThat(parse(parser, line)).isEqualTo(RecordFault.NONE);
    assertThat(parser.value(0)).isEqualTo(value);
  }

  /**
   * Keys enter a table of the parser; a million of them, many with the same hash, must not stop it.
   */
  @Test
  void readsRecordsWhoseKeysAreAllDifferent() {
    JsonLineParser parser = new JsonLineParser(List.of("n"));
    for (int line = 0; line < 20_000; line++) {
      StringBuilder keys = new StringBuilder();
      for (int bit = 0; bit < 16; bit++) {
        keys.append((line >> bit & 1) == 0 ? "Aa" : "BB");
      }
      assertThat(parse(parser, "{\"" + keys + "\": 0, \"k" + line + "\": 0, \"n\": " + line + "}"))
          .isEqualTo(RecordFault.NONE);
      assertThat(parser.value(0)).isEqualTo(Integer.toString(line));
    }
  }

  private static String nested(String open, int levels, String close) {
    return open.repeat(levels) + "1" + close.repeat(levels);
  }

  private static ObjectNode randomObject(Random random, ObjectMapper mapper, int depth) {
    ObjectNode object = mapper.createObjectNode();
    for (String key : Arrays.asList("a", "b", "c", "d")) {
      switch (random.nextInt(depth > 0 ? 6 : 5)) {
        case 0 -> object.put(key, random.nextLong());
        case 1 -> object.put(key, random.nextBoolean());
        case 2 -> object.putNull(key);
        case 3 -> object.put(key, "é\"\\\n" + (char) (0x4E00 + random.nextInt(1_000)));
        case 4 -> {}
        default -> object.set(key, randomObject(random, mapper, depth - 1));
      }
    }
    return object;
  }

  private static RecordFault parse(JsonLineParser parser, String line) {
    char[] text = Arrays.copyOf(line.toCharArray(), line.length() + 3);
    return parser.parse(text, line.length());
  }
}
