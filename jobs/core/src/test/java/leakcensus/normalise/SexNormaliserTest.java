package leakcensus.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import leakcensus.person.Sex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SexNormaliserTest {

  private final SexNormaliser sexes = new SexNormaliser();

  @ParameterizedTest
  @ValueSource(
      strings = {"M", "male", "Man", "男", "男性", "1", "１", "H", "Homme", "hombre", "MÄNNLICH"})
  void readsMale(String raw) {
    assertThat(sexes.normalise(new RawValue(raw))).isEqualTo(new FieldValue.Valid("male"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "F", "Female", "woman", "女", " 女性 ", "2", "femme", "Mujer", "w", "Frau", "Féminin"
      })
  void readsFemale(String raw) {
    assertThat(sexes.normalise(new RawValue(raw))).isEqualTo(new FieldValue.Valid("female"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "9", "x", "未说明", "malefemale"})
  void keepsTheUnspecifiedAsInvalid(String raw) {
    FieldValue read = sexes.normalise(new RawValue(raw));

    assertThat(read.isPresent()).isTrue();
    assertThat(read.isValid()).isFalse();
  }

  @Test
  void mapsNormalFormsToSexes() {
    assertThat(SexNormaliser.sexOf("male")).isEqualTo(Sex.MALE);
    assertThat(SexNormaliser.sexOf("female")).isEqualTo(Sex.FEMALE);
    assertThat(SexNormaliser.sexOf("x")).isEqualTo(Sex.UNKNOWN);
    assertThat(SexNormaliser.sexOf("")).isEqualTo(Sex.UNKNOWN);
  }
}
