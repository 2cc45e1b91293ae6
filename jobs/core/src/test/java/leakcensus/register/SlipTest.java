package leakcensus.register;

import static org.assertj.core.api.Assertions.assertThat;

import leakcensus.synthetic.RandomStream;
import leakcensus.synthetic.RandomStream.Purpose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlipTest {

  private final RandomStream random = RandomStream.of(1, Purpose.REGISTER_RECORD, 0);

  @ParameterizedTest
  @ValueSource(strings = {"A", "aa", "Zz", "Maria", "12 Main Street", "zzzz"})
  void alwaysChangesATextByOneCharacter(String text) {
    for (int i = 0; i < 2_000; i++) {
      String wrong = Slip.inText(text, random);

      assertThat(wrong).isNotEqualTo(text).isNotEmpty();
      assertThat(wrong.length()).isBetween(text.length() - 1, text.length() + 1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1980-01-01", "0400000000", "7"})
  void changesDigitsOnly(String text) {
    for (int i = 0; i < 2_000; i++) {
      String wrong = Slip.inDigits(text, random);

      assertThat(wrong).isNotEqualTo(text).hasSameSizeAs(text);
      assertThat(wrong.replaceAll("\\d", "")).isEqualTo(text.replaceAll("\\d", ""));
    }
  }
}
