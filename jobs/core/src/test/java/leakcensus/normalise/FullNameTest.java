package leakcensus.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FullNameTest {

  private final TextNormaliser name = TextNormaliser.name();

  @Test
  void putsTheSurnameFirstAndNoBlankInEastAsianScripts() {
    assertThat(FullName.compose("欧阳", "娜娜")).isEqualTo("欧阳娜娜");
    assertThat(FullName.compose("山田", "さくら")).isEqualTo("山田さくら");
    assertThat(FullName.compose("김", "철수")).isEqualTo("김철수");
  }

  @Test
  void putsTheGivenNameFirstInOtherScripts() {
    assertThat(FullName.compose("lovelace", "ada")).isEqualTo("ada lovelace");
    assertThat(FullName.compose("wang", "伟")).isEqualTo("伟 wang");
  }

  @Test
  void takesTheOnePartThatIsThere() {
    assertThat(FullName.compose("lovelace", "")).isEqualTo("lovelace");
    assertThat(FullName.compose("", "伟")).isEqualTo("伟");
    assertThat(FullName.compose("", "")).isEmpty();
  }

  @Test
  void givesTheNormalFormOfANameWhateverTheParts() {
    RandomText random = new RandomText(20260103);

    for (int text = 0; text < 50_000; text++) {
      String surname = name.normalise(new RawValue(random.odd())).normal();
      String given = name.normalise(new RawValue(random.odd())).normal();
      String full = FullName.compose(surname, given);
      assertThat(TextFolding.NAME.fold(full)).as("text %d", text).isEqualTo(full);
    }
  }
}
