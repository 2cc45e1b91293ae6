package leakcensus.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import leakcensus.person.PersonField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {

  private static final Pattern GAP = Pattern.compile("\\{\\d}");

  @Test
  void hasEverySentenceInBothLanguages() throws IOException {
    Properties english = load("texts.properties");
    Properties chinese = load("texts_zh.properties");

    assertThat(chinese.stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames())
        .hasSizeGreaterThan(200);
    for (String key : english.stringPropertyNames()) {
      assertThat(gaps(chinese.getProperty(key))).as(key).isEqualTo(gaps(english.getProperty(key)));
    }
  }

  @Test
  void translatesWhatIsASentence() throws IOException {
    Properties chinese = load("texts_zh.properties");

    assertThat(chinese.stringPropertyNames())
        .filteredOn(
            key -> chinese.getProperty(key).codePoints().noneMatch(Character::isIdeographic))
        .containsExactlyInAnyOrder("card.and", "card.field", "number.with-interval");
  }

  /** An apostrophe would make MessageFormat swallow what follows. */
  @Test
  void usesNoApostrophe() throws IOException {
    for (String file : List.of("texts.properties", "texts_zh.properties")) {
      assertThat(load(file).values()).noneMatch(text -> text.toString().contains("'"));
    }
  }

  @ParameterizedTest
  @EnumSource(PersonField.class)
  void namesEveryField(PersonField field) {
    for (Language language : Language.values()) {
      assertThat(new Texts(language).word("field", field.key())).isNotEqualTo(field.key());
    }
  }

  @Test
  void leavesACodeAsItIsThatHasNoWord() {
    assertThat(new Texts(Language.ZH).word("method", "chao1")).isEqualTo("chao1");
  }

  @Test
  void fillsTheGapsOfASentence() {
    assertThat(new Texts(Language.EN).say("number.between", "1,000", "2,000"))
        .isEqualTo("between 1,000 and 2,000");
    assertThat(new Texts(Language.ZH).say("number.between", "1,000", "2,000"))
        .isEqualTo("1,000 至 2,000");
  }

  private static List<String> gaps(String text) {
    return List.copyOf(new TreeSet<>(GAP.matcher(text).results().map(MatchResult::group).toList()));
  }

  private static Properties load(String file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader =
        new InputStreamReader(TextsTest.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }
}
