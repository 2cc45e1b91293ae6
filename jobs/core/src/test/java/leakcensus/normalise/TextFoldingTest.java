package leakcensus.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Normalizer2;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TextFoldingTest {

  private static final Pattern HIDDEN =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}&&[^\\p{IsWhite_Space}]]");
  private static final Pattern BLANKS = Pattern.compile("\\p{IsWhite_Space}+");
  private static final int TEXTS = 50_000;

  @Test
  void agreesWithIcuAndRegularExpressionsOnRandomText() {
    RandomText random = new RandomText(20260101);

    for (int text = 0; text < TEXTS; text++) {
      String raw = random.odd();
      assertThat(TextFolding.TEXT.fold(raw)).as("text %d", text).isEqualTo(folded(raw));
    }
  }

  @Tag("long")
  @Test
  void agreesWithIcuOnEveryCharacterAloneAndBetweenOthers() {
    for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      String alone = Character.toString(codePoint);
      String between = "a" + alone + "\u0301 " + alone + "漢";

      assertThat(TextFolding.TEXT.fold(alone)).as("U+%X", codePoint).isEqualTo(folded(alone));
      assertThat(TextFolding.TEXT.fold(between)).as("U+%X", codePoint).isEqualTo(folded(between));
    }
  }

  @ParameterizedTest
  @EnumSource
  void isIdempotent(TextFolding folding) {
    RandomText random = new RandomText(20260102);

    for (int text = 0; text < TEXTS; text++) {
      String once = folding.fold(random.odd());
      assertThat(folding.fold(once)).as("text %d", text).isEqualTo(once);
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "O'Neil,                oneil",
        "O’Neil,                oneil",
        "Anne-Marie,            anne marie",
        "Anne – Marie,          anne marie",
        "J.R. Smith,            j r smith",
        "\"Smith, John\",       smith john",
        "Müller,                müller",
        "Mu\u0308ller,          müller",
        "STRASSE,               strasse",
        "Straße,                strasse",
        "ＡＢＣ１２,            abc12",
        "张\u3000伟,            张伟",
        "张 伟,                 张伟",
        "阿不都·热合曼,          阿不都热合曼",
        "阿不都•热合曼,          阿不都热合曼",
        "マイケル・ジャクソン,   マイケルジャクソン",
        "김 철수,               김철수",
        "Li 伟,                 li 伟",
      })
  void foldsSpellingsOfANameTogether(String name, String folded) {
    assertThat(TextFolding.NAME.fold(name)).isEqualTo(folded);
  }

  @Test
  void keepsPunctuationAndInnerBlanksOfOtherText() {
    assertThat(TextFolding.TEXT.fold(" 12\t O'Neil-St.,\u00A0 Flat\u200B３ "))
        .isEqualTo("12 o'neil-st., flat3");
  }

  @Test
  void dropsControlCharactersAndLoneSurrogates() {
    assertThat(TextFolding.TEXT.fold("a\u0000\u202Eb\uD800c\uDC00\uFEFF")).isEqualTo("abc");
  }

  @Test
  void trimsBehindBlanksThatLookedWorthKeeping() {
    assertThat(TextFolding.TEXT.fold("a  ")).isEqualTo("a");
    assertThat(TextFolding.TEXT.fold("a \u200B")).isEqualTo("a");
    assertThat(TextFolding.NAME.fold("张 -伟")).isEqualTo("张伟");
  }

  /** The same folding said again, by ICU and regular expressions alone. */
  private static String folded(String raw) {
    String before = raw;
    String after = foldedOnce(raw);
    while (!after.equals(before)) {
      before = after;
      after = foldedOnce(before);
    }
    return after;
  }

  private static String foldedOnce(String raw) {
    String visible = HIDDEN.matcher(raw).replaceAll("");
    String plain = Normalizer2.getNFKCCasefoldInstance().normalize(visible);
    return BLANKS.matcher(plain).replaceAll(" ").strip();
  }
}
