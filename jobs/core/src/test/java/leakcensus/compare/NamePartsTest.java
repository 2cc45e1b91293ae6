package leakcensus.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePartsTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "王伟, 伟, 王, ''",
    "欧阳娜娜, 娜娜, 欧阳, ''",
    "欧阳, 阳, 欧, ''",
    "王伟先生, 伟, 王, ''",
    "先生, 生, 先, ''",
    "김민준, 민준, 김, ''",
    "ada king lovelace, ada, lovelace, king",
    "ada, ada, '', ''",
    "dr ada lovelace, ada, lovelace, ''",
    "mr lovelace, lovelace, '', ''",
    "ing novak, ing, novak, ''",
    "ing jan novak, jan, novak, ''",
    "john smith jr, john, smith, ''",
    "john smith senior, john, smith, ''",
    "john smith iii phd, john, smith, ''",
    "jr smith, jr, smith, ''",
    "carlos neto, carlos, neto, ''",
    "carlos lima neto, carlos, lima, ''",
    "ivan ivanovich petrov, ivan, petrov, ''",
    "petrov ivan ivanovich, petrov, ivan, ''",
    "petrova anna ivanovna, petrova, anna, ''",
    "иван иванович петров, иван, петров, ''",
    "roman arkadyevich abramovich, roman, abramovich, ''",
    "roman abramovich, roman, abramovich, ''",
    "aliyev ilham heydar oglu, aliyev, ilham, ''",
    "jan van der berg, jan, van der berg, ''",
    "van gogh, van, gogh, ''",
    "mohammed bin salman al saud, mohammed, al saud, salman",
    "abd al rahman hasan, abdalrahman, hasan, ''",
    "abdul rahman, abdul, rahman, ''",
    "ali abu bakr, ali, abubakr, ''",
    "gabriel garcia marquez, gabriel, marquez, garcia",
    "jose ortega y gasset, jose, y gasset, ortega",
    "juan carlos perez, juan, perez, ''",
    "john r smith, john, smith, ''",
    "smith j r, j, smith, ''",
    "john smith r, john, smith, ''",
    "j r, j, r, ''",
    "xiao ming wang, xiaoming, wang, ''",
    "wang xiao ming, wang, xiaoming, ''",
    "wáng xiǎo míng, wáng, xiǎomíng, ''",
    "lin dan brown, lin, brown, ''",
    "lin dax brown, lin, brown, dax"
  })
  void splitsAFullName(String fullName, String given, String surname, String otherSurname) {
    assertThat(NameParts.of(fullName)).isEqualTo(new NameParts(given, surname, otherSurname));
  }

  @ParameterizedTest
  @CsvSource({
    "ada, ada",
    "dr ada, ada",
    "dr, dr",
    "j r, j",
    "mary ann, mary ann",
    "abd al rahman, abdalrahman",
    "abdul rahman, abdulrahman",
    "abdul, abdul"
  })
  void takesFromAGivenNameWhatDoesNotBelongToIt(String text, String given) {
    assertThat(NameParts.givenName(text)).isEqualTo(given);
  }

  @ParameterizedTest
  @CsvSource({
    "smith, smith",
    "smith jr, smith",
    "smith senior, smith senior",
    "mr smith, smith",
    "van den berg, van den berg",
    "iv, iv"
  })
  void takesFromASurnameWhatDoesNotBelongToIt(String text, String surname) {
    assertThat(NameParts.surname(text)).isEqualTo(surname);
  }

  @Test
  void neverPrintsTheName() {
    assertThat(NameParts.of("ada lovelace")).hasToString("NameParts[3 and 8 characters]");
  }
}
