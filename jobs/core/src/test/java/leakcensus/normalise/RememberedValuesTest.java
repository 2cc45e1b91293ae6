package leakcensus.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import leakcensus.person.PersonField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RememberedValuesTest {

  private static final FieldNormalisers NORMALISERS =
      FieldNormalisers.of(
          new NormaliseSettings("CN", NationalIdRule.CN_RESIDENT_ID, DateOrder.DAY_FIRST));

  /** Ten thousand different texts, each twice and more, so that many fall on one place. */
  @ParameterizedTest
  @EnumSource(PersonField.class)
  void makesOfATextWhatTheNormaliserMakes(PersonField field) {
    Normaliser normaliser = NORMALISERS.normaliserOf(field);
    RememberedValues values = RememberedValues.of(field, normaliser);
    Random random = new Random(field.ordinal());
    for (int round = 0; round < 40_000; round++) {
      String text = text(random.nextInt(10_000));

      assertThat(values.normalise(new RawValue(text)))
          .isEqualTo(normaliser.normalise(new RawValue(text)));
    }
  }

  @Test
  void normalisesOnceWhatComesAgain() {
    int[] calls = new int[1];
    RememberedValues towns =
        RememberedValues.of(
            PersonField.LOCALITY,
            raw -> {
              calls[0]++;
              return new FieldValue.Valid(raw.text());
            });
    RememberedValues phones =
        RememberedValues.of(
            PersonField.PHONE,
            raw -> {
              calls[0] += 100;
              return new FieldValue.Valid(raw.text());
            });

    for (int i = 0; i < 3; i++) {
      towns.normalise(new RawValue(new String("Town")));
      phones.normalise(new RawValue("13900000001"));
    }

    assertThat(calls[0]).isEqualTo(301);
    towns.clear();
    towns.normalise(new RawValue("Town"));
    assertThat(calls[0]).isEqualTo(302);
  }

  private static String text(int number) {
    return switch (number % 5) {
      case 0 -> "19%02d-%02d-%02d".formatted(number % 97, number % 13, number % 29);
      case 1 -> number % 2 == 0 ? "M" : "female";
      case 2 -> "%06d".formatted(number * 37 % 1_000_000);
      case 3 -> "Town " + number;
      default -> " \u3000".repeat(number % 60);
    };
  }
}
