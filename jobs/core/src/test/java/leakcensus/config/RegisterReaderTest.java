package leakcensus.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import leakcensus.register.NamePool;
import leakcensus.register.RegisterColumn;
import leakcensus.register.RegisterRatio;
import leakcensus.register.RegisterSettings;
import leakcensus.synthetic.RecordLaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterReaderTest {

  @Test
  void readsEveryDefault() {
    RegisterSettings settings = read("");

    assertThat(settings.seed()).isEqualTo(1);
    assertThat(settings.persons()).isEqualTo(2_000);
    assertThat(settings.records()).isEqualTo(new RecordLaw.ZeroTruncatedPoisson(2));
    assertThat(settings.givenNames()).isEqualTo(new NamePool(600, 0.8));
    assertThat(settings.surnames()).isEqualTo(new NamePool(2_000, 0.8));
    assertThat(settings.householdPersons()).isEqualTo(2.2);
    assertThat(settings.columns()).containsExactly(RegisterColumn.values());
    assertThat(settings.files()).isEqualTo(4);
    assertThat(settings.ratios())
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry(RegisterRatio.MISSING, 0.1),
                Map.entry(RegisterRatio.MISSING_NAME, 0.01),
                Map.entry(RegisterRatio.NAME_TYPO, 0.05),
                Map.entry(RegisterRatio.DATE_TYPO, 0.03),
                Map.entry(RegisterRatio.PHONE_TYPO, 0.03),
                Map.entry(RegisterRatio.EMAIL_TYPO, 0.02),
                Map.entry(RegisterRatio.ADDRESS_TYPO, 0.05),
                Map.entry(RegisterRatio.ID_TYPO, 0.03),
                Map.entry(RegisterRatio.SWAPPED_NAMES, 0.01),
                Map.entry(RegisterRatio.INITIAL, 0.02),
                Map.entry(RegisterRatio.MOVED, 0.1),
                Map.entry(RegisterRatio.PHONE_CHANGED, 0.1),
                Map.entry(RegisterRatio.SURNAME_CHANGED, 0.02),
                Map.entry(RegisterRatio.SHARED_ADDRESS, 0.9),
                Map.entry(RegisterRatio.SHARED_PHONE, 0.2),
                Map.entry(RegisterRatio.SHARED_EMAIL, 0.1),
                Map.entry(RegisterRatio.SAME_SURNAME, 0.9),
                Map.entry(RegisterRatio.TWINS, 0.02),
                Map.entry(RegisterRatio.NAMESAKES, 0.02),
                Map.entry(RegisterRatio.EMAIL, 0.7),
                Map.entry(RegisterRatio.DUPLICATE, 0.03),
                Map.entry(RegisterRatio.JUNK_ID, 0.01),
                Map.entry(RegisterRatio.JUNK_PHONE, 0.01),
                Map.entry(RegisterRatio.DEFAULT_DATE, 0.01),
                Map.entry(RegisterRatio.TRUSTED, 0.0)));
  }

  @Test
  void readsEveryKey() {
    RegisterSettings settings =
        read(
            """
            seed = -3
            persons = 77
            records { law = heavy-tail, mean = 3, shape = 1.5, limit = 50 }
            given-names = 11, given-names-exponent = 0.1
            surnames = 12, surnames-exponent = 0.2
            household-persons = 3
            columns = [surname, given_name, phone, email]
            files = 9
            """);

    assertThat(settings.seed()).isEqualTo(-3);
    assertThat(settings.persons()).isEqualTo(77);
    assertThat(settings.records()).isEqualTo(new RecordLaw.HeavyTail(3, 1.5, 50));
    assertThat(settings.givenNames()).isEqualTo(new NamePool(11, 0.1));
    assertThat(settings.surnames()).isEqualTo(new NamePool(12, 0.2));
    assertThat(settings.householdPersons()).isEqualTo(3);
    assertThat(settings.columns())
        .containsExactly(
            RegisterColumn.SURNAME,
            RegisterColumn.GIVEN_NAME,
            RegisterColumn.PHONE,
            RegisterColumn.EMAIL);
    assertThat(settings.files()).isEqualTo(9);
  }

  @Test
  void readsEveryRatio() {
    for (RegisterRatio ratio : RegisterRatio.values()) {
      assertThat(read(ratio.key() + " = 0.4321").ratio(ratio)).as(ratio.key()).isEqualTo(0.4321);
    }
  }

  @Test
  void turnsRecordsWantedIntoPersons() {
    // 1000 / (2.5 records * 1.25 for duplicates)
    RegisterSettings settings =
        read(
            "total-records = 1000, records { law = geometric, mean = 2.5 }, duplicate-ratio = 0.25");

    assertThat(settings.persons()).isEqualTo(320);
  }

  @Test
  void drawsWhatIsNotStatedBySeed() {
    RegisterSettings first = read("vary = true, seed = 4");

    assertThat(read("vary = true, seed = 4")).isEqualTo(first);
    assertThat(read("vary = true, seed = 5")).isNotEqualTo(first);
    assertThat(read("vary = true, seed = 4, persons = 9, twins-ratio = 0.77"))
        .extracting(
            RegisterSettings::persons,
            s -> s.ratio(RegisterRatio.TWINS),
            s -> s.ratio(RegisterRatio.MISSING))
        .containsExactly(9L, 0.77, first.ratio(RegisterRatio.MISSING));
  }

  @Test
  void drawsRegistersOfAllKinds() {
    List<RegisterSettings> drawn =
        IntStream.range(0, 300).mapToObj(seed -> read("vary = true, seed = " + seed)).toList();

    assertThat(drawn).allSatisfy(s -> assertThat(s.persons()).isBetween(800L, 6_000L));
    assertThat(drawn.stream().mapToLong(RegisterSettings::persons).max().orElseThrow())
        .isGreaterThan(5_500);
    assertThat(drawn.stream().mapToLong(RegisterSettings::persons).min().orElseThrow())
        .isLessThan(900);
    assertThat(drawn.stream().map(s -> s.records().getClass()).distinct()).hasSize(4);
    assertThat(drawn).allSatisfy(s -> assertThat(s.trusted()).isFalse());
    assertThat(drawn.stream().filter(s -> s.ratio(RegisterRatio.MOVED) == 0).count())
        .isBetween(60L, 120L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          persns = 1 | Unknown keys in leak-census.synthesise: register.persns. Correct their \
          spelling; synthesis.conf lists every key.
          columns = [given_name, surname, nickname, phone] | Unknown column: nickname (must be one of \
          [given_name, surname, sex, date_of_birth, address, postcode, locality, phone, email, \
          national_id])
          total-records = 0 | Invalid total-records: 0 (must be at least 1)
          records.law = two | Unknown records.law: two (must be one of [one, one-or-two, poisson, \
          geometric, heavy-tail])
          missing-name-ratio = 0.6 | Invalid missing-name-ratio: 0.6 (must be 0 to 0.5)
          records { law = one-or-two, mean = 2.5 } | Invalid mean: 2.5 records (must be above 1 and at \
          most 2.0; the law one has a mean of 1)
          """)
  void saysWhatIsAtFault(String stated, String message) {
    Config section = ConfigFactory.parseString(stated);

    assertThatThrownBy(() -> RegisterReader.read(section))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  private static RegisterSettings read(String stated) {
    return RegisterReader.read(ConfigFactory.parseString(stated));
  }
}
