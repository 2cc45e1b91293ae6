package leakcensus.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextNormaliserTest {

  private final TextNormaliser name = TextNormaliser.name();
  private final TextNormaliser freeText = TextNormaliser.freeText();

  @Test
  void acceptsANameThatHoldsALetter() {
    assertThat(name.normalise(new RawValue(" Ada  LOVELACE ")))
        .isEqualTo(new FieldValue.Valid("ada lovelace"));
    assertThat(name.normalise(new RawValue("\uD840\uDC00")))
        .isEqualTo(new FieldValue.Valid("\uD840\uDC00"));
  }

  @Test
  void keepsANameWithoutLettersAsInvalid() {
    assertThat(name.normalise(new RawValue("1 23"))).isEqualTo(new FieldValue.Invalid("1 23"));
  }

  @Test
  void acceptsOtherTextThatHoldsALetterOrADigit() {
    assertThat(freeText.normalise(new RawValue("12/３"))).isEqualTo(new FieldValue.Valid("12/3"));
    assertThat(freeText.normalise(new RawValue("长安街 1 号")))
        .isEqualTo(new FieldValue.Valid("长安街 1 号"));
    assertThat(freeText.normalise(new RawValue("+ ="))).isEqualTo(new FieldValue.Invalid("+ ="));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\u3000\t",
        "-",
        "--",
        "—",
        "/",
        "...",
        "***",
        "？",
        "null",
        "NULL",
        "(null)",
        "<null>",
        "None",
        "nil",
        "N/A",
        "#N/A",
        "\\N",
        "NaN",
        "undefined",
        "Unknown",
        "ＮＵＬＬ",
        "无",
        "無",
        "暂无",
        "未知",
        "不详",
        "不詳",
        "不明",
        "\u200B\uFEFF",
        "\uD800"
      })
  void readsWhatStandsForNoValueAsAbsent(String raw) {
    assertThat(name.normalise(new RawValue(raw))).isEqualTo(FieldValue.ABSENT);
    assertThat(freeText.normalise(new RawValue(raw))).isEqualTo(FieldValue.ABSENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Na", "No", "Nullmann", "Noll", "Nane", "无忌"})
  void doesNotTakeASurnameForNoValue(String raw) {
    assertThat(name.normalise(new RawValue(raw)).isValid()).isTrue();
  }
}
