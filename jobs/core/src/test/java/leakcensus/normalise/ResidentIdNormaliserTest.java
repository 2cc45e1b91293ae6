package leakcensus.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResidentIdNormaliserTest {

  private final ResidentIdNormaliser ids = ResidentIdNormaliser.eighteenCharacters();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "11010519491231002X", " 11010519491231002x ", "１１０１０５１９４９１２３１００２Ｘ",
        "110105-19491231-002x", "110105 1949 1231 002X", "'11010519491231002X"
      })
  void readsAllSpellingsOfOneIdAlike(String raw) {
    assertThat(ids.normalise(new RawValue(raw)))
        .isEqualTo(new FieldValue.Valid("11010519491231002X"));
  }

  @Test
  void acceptsFifteenDigitsOnlyIfAsked() {
    RawValue raw = new RawValue("110105 491231 002");

    assertThat(ids.normalise(raw)).isEqualTo(new FieldValue.Invalid("110105491231002"));
    assertThat(ResidentIdNormaliser.acceptingFifteenDigits().normalise(raw))
        .isEqualTo(new FieldValue.Valid("110105491231002"));
  }

  @Test
  void boundsBirthDates() {
    RawValue raw = new RawValue("11010519491231002X");
    LocalDate before = LocalDate.of(1949, 12, 30);

    assertThat(ResidentIdNormaliser.eighteenCharacters(before).normalise(raw).isValid()).isFalse();
    assertThat(ResidentIdNormaliser.acceptingFifteenDigits(before).normalise(raw).isValid())
        .isFalse();
  }

  @Test
  void keepsOtherContentAsFoldedText() {
    assertThat(ids.normalise(new RawValue("Passport A-123")))
        .isEqualTo(new FieldValue.Invalid("passport a-123"));
    assertThat(ids.normalise(new RawValue("未知"))).isEqualTo(FieldValue.ABSENT);
  }
}
