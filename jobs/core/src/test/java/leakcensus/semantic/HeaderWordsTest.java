package leakcensus.semantic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderWordsTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "FirstName, given-name",
    "FIRST_NAME, given-name",
    "first name, given-name",
    "firstname, given-name",
    "Prénom, given-name",
    "PRENOM, given-name",
    "user_name, user-name",
    "userName, user-name",
    "customerFullName, full-name",
    "company name, company",
    "客户姓名, full-name",
    "xingming, full-name",
    "sfzh, cn-resident-id",
    "联系人手机号, phone",
    "dianhua, phone",
    "Geburtsdatum, birth-date",
    "fecha_nacimiento, birth-date",
    "imię, given-name",
    "född land, country",
    "E-Mail-Adresse, email",
    "billing_zip_code, postal-code",
    "phone2, phone",
    "ＥＭＡＩＬ, email",
    "_source.person.birthDate, birth-date",
    "ФИО, full-name",
    "дата_рождения, birth-date"
  })
  void findsTheWordsOfAName(String header, String key) {
    assertThat(best(header).key()).isEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x17", "___", "column_3", "qwerty", "\uD800"})
  void findsNothingInOtherNames(String header) {
    assertThat(HeaderWords.of(header)).isEmpty();
  }

  @Test
  void aWholeNameWeighsMoreThanAPart() {
    double whole = HeaderWords.of("email").get(SemanticType.EMAIL).nats();
    double last = HeaderWords.of("work email").get(SemanticType.EMAIL).nats();
    double followed = HeaderWords.of("email verified").get(SemanticType.EMAIL).nats();

    assertThat(whole).isGreaterThan(last);
    assertThat(last).isGreaterThan(followed);
  }

  @Test
  void everyWordOfTheTableIsFoundAsAWhole() {
    for (String line : WordLists.lines("header-words.csv").stream().skip(1).toList()) {
      String[] cells = line.split(",");
      assertThat(cells).as(line).hasSize(3);
      assertThat(HeaderWords.of(cells[2])).as(line).isNotEmpty();
    }
  }

  private static SemanticType best(String header) {
    Map<SemanticType, HeaderMatch> found = HeaderWords.of(header);
    assertThat(found).as(header).isNotEmpty();
    return found.entrySet().stream()
        .max(
            Comparator.comparingDouble(
                    (Map.Entry<SemanticType, HeaderMatch> entry) -> entry.getValue().nats())
                .thenComparing(entry -> -entry.getKey().ordinal()))
        .orElseThrow()
        .getKey();
  }
}
