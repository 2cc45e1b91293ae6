package leakcensus.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePartsTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "王伟, 伟, 王",
    "欧阳娜娜, 娜娜, 欧阳",
    "欧阳, 阳, 欧",
    "김민준, 민준, 김",
    "ada king lovelace, ada, lovelace",
    "ada, ada, ''"
  })
  void splitsAFullNameByItsScript(String fullName, String given, String surname) {
    assertThat(NameParts.of(fullName)).isEqualTo(new NameParts(given, surname));
  }

  @Test
  void neverPrintsTheName() {
    assertThat(NameParts.of("ada lovelace")).hasToString("NameParts[3 and 8 characters]");
  }
}
