package leakcensus.spark.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import leakcensus.normalise.DateOrder;
import leakcensus.normalise.FieldNormalisers;
import leakcensus.normalise.FieldValue;
import leakcensus.normalise.NationalIdRule;
import leakcensus.normalise.NormaliseSettings;
import leakcensus.normalise.RawValue;
import leakcensus.person.PersonField;
import leakcensus.source.RecordFault;
import leakcensus.source.RecordFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Characters that other readers stumble over: the reader hands them on as they are, and the
 * normalisers see the person behind them.
 */
class OddTextTest {

  private static final FieldNormalisers NORMALISERS =
      FieldNormalisers.of(
          new NormaliseSettings("CN", NationalIdRule.CN_RESIDENT_ID, DateOrder.DAY_FIRST));

  /** NULs, bidi overrides and marks, a zero-width space and a soft hyphen, as phone books have. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0000", "\u202E", "\u202D", "\u202C", "\u200E", "\u200F", "\u2066", "\u200B", "\uFEFF",
        "\u00AD"
      })
  void handsInvisibleCharactersOnAndComparesWithoutThem(String odd) {
    String phone = odd + "138" + odd + "00138000" + odd;
    String name = "Ada" + odd + " Lovelace" + odd;

    assertThat(csv(name + "," + phone)).containsExactly(name, phone);
    assertThat(json("{\"n\": \"" + escaped(name) + "\", \"p\": \"" + escaped(phone) + "\"}"))
        .containsExactly(name, phone);
    assertSame(PersonField.PHONE, phone, "13800138000");
    assertSame(PersonField.FULL_NAME, name, "Ada Lovelace");
  }

  @Test
  void readsFullWidthDigitsOfAPhoneAsDigits() {
    String wide =
        "\uFF0B\uFF18\uFF16 \uFF11\uFF13\uFF18\uFF10\uFF10\uFF11\uFF13\uFF18\uFF10\uFF10\uFF10";

    assertThat(csv("n," + wide)).containsExactly("n", wide);
    assertSame(PersonField.PHONE, wide, "13800138000");
  }

  @Test
  void keepsALoneSurrogateOfAnEscapeAndComparesWithoutIt() {
    assertThat(json("{\"n\": \"A\\ud842da\", \"p\": \"\\udfb71\"}"))
        .containsExactly("A\ud842da", "\udfb71");
    assertSame(PersonField.FULL_NAME, "A\ud842da", "Ada");
  }

  @Test
  void takesALineOfNulsForARecordAndNotForABlankLine() {
    DelimitedLineParser parser = csvParser();

    assertThat(parse(parser, "\u0000\u0000")).isEqualTo(RecordFault.WRONG_FIELD_COUNT);
    assertThat(parse(parser, "\u0000,\u0000")).isEqualTo(RecordFault.NONE);
    assertThat(parser.value(0)).isEqualTo("\u0000");
    assertThat(NORMALISERS.normalise(PersonField.FULL_NAME, new RawValue("\u0000")).isPresent())
        .isFalse();
    assertThat(parse(new JsonLineParser(List.of("n")), "\u0000\u0000"))
        .isEqualTo(RecordFault.BAD_SYNTAX);
    assertThat(parse(new JsonLineParser(List.of("n")), "{\"n\": \"a\u0000b\"}"))
        .isEqualTo(RecordFault.BAD_SYNTAX);
  }

  private static void assertSame(PersonField field, String odd, String plain) {
    FieldValue found = NORMALISERS.normalise(field, new RawValue(odd));

    assertThat(found.isValid()).isTrue();
    assertThat(found).isEqualTo(NORMALISERS.normalise(field, new RawValue(plain)));
  }

  private static String escaped(String text) {
    return text.replace("\u0000", "\\u0000");
  }

  private static List<String> csv(String line) {
    DelimitedLineParser parser = csvParser();
    assertThat(parse(parser, line)).isEqualTo(RecordFault.NONE);
    return List.of(parser.value(0), parser.value(1));
  }

  private static List<String> json(String line) {
    JsonLineParser parser = new JsonLineParser(List.of("n", "p"));
    assertThat(parse(parser, line)).isEqualTo(RecordFault.NONE);
    return List.of(parser.value(0), parser.value(1));
  }

  private static DelimitedLineParser csvParser() {
    List<String> columns = List.of("n", "p");
    return new DelimitedLineParser(new RecordFormat.Delimited(',', '"', columns), columns, columns);
  }

  private static RecordFault parse(LineParser parser, String line) {
    return parser.parse(line.toCharArray(), line.length());
  }
}
