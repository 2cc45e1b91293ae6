package leakcensus.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import leakcensus.person.PersonField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

class RuledIdNormaliserTest {

  /** Rules whose check finds every single wrong digit: their weights are prime to the modulus. */
  private static final Set<NationalIdRule> FIND_ONE_SLIP =
      EnumSet.of(
          NationalIdRule.FR_NIR,
          NationalIdRule.ES_DNI,
          NationalIdRule.NL_BSN,
          NationalIdRule.PL_PESEL,
          NationalIdRule.SE_PERSONNUMMER);

  @ParameterizedTest(name = "{0} of {1}")
  @MethodSource("madeByFaker")
  void acceptsWhatFakerMakes(NationalIdRule rule, String locale, String id) {
    FieldValue read = read(rule, id);

    assertThat(read.isValid()).as("%s takes an id of Faker's %s", rule.key(), locale).isTrue();
    assertThat(read.normal()).matches("[0-9A-Z]+");
    assertThat(read(rule, " '" + read.normal().toLowerCase(Locale.ROOT))).isEqualTo(read);
  }

  @ParameterizedTest(name = "{0} of {1}")
  @MethodSource("madeByFaker")
  void refusesWhatDiffersInOneDigit(NationalIdRule rule, String locale, String id) {
    String normal = read(rule, id).normal();

    for (int index = 0; index < normal.length() && FIND_ONE_SLIP.contains(rule); index++) {
      if (Character.isDigit(normal.charAt(index))) {
        char other = (char) ('0' + (normal.charAt(index) - '0' + 1) % 10);
        String slip = normal.substring(0, index) + other + normal.substring(index + 1);
        assertThat(read(rule, slip))
            .as("%s, digit %d", rule.key(), index)
            .isEqualTo(new FieldValue.Invalid(slip));
      }
    }
  }

  static Stream<Arguments> madeByFaker() throws IOException {
    try (InputStream made = RuledIdNormaliserTest.class.getResourceAsStream("made-ids.csv")) {
      String[] lines = new String(made.readAllBytes(), StandardCharsets.UTF_8).split("\n");
      return Arrays.stream(lines)
          .filter(line -> !line.startsWith("#") && !line.startsWith("rule,"))
          .map(line -> line.split(","))
          .map(row -> Arguments.of(NationalIdRule.ofKey(row[0]).orElseThrow(), row[1], row[3]));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "us-ssn, 078-05-1120, 078051120",
    "in-pan, afzpk7190k, AFZPK7190K",
    "in-aadhaar, 9999 4105 7058, 999941057058",
    "br-cpf, 111.444.777-35, 11144477735",
    "uk-nino, ab 12 34 56 c, AB123456C",
    "uk-nhs-number, 931 331 7125, 9313317125",
    "fr-nir, 2 55 08 14 168 025 38, 255081416802538",
    "de-tax-id, 36 574 261 809, 36574261809",
    "it-codice-fiscale, rss mra 85t10 a562s, RSSMRA85T10A562S",
    "es-dni, x-1234567-l, X1234567L",
    "nl-bsn, 1112.22.333, 111222333",
    "pl-pesel, 44051401359, 44051401359",
    "se-personnummer, 19811218-9876, 8112189876",
    "se-personnummer, 811218-9876, 8112189876",
    "kr-rrn, 971013-9019902, 9710139019902",
    "jp-my-number, 1234-5678-9018, 123456789018",
    "tw-id, a123456789, A123456789",
    "hk-id, A123456(3), A1234563",
    "hk-id, Ａ１２３４５６（３）, A1234563",
    "hk-id, D288754(2), D2887542",
    "ru-snils, 112-233-445 95, 11223344595",
    "ru-inn, 500100732259, 500100732259"
  })
  void readsAllSpellingsAsOneForm(String key, String raw, String normal) {
    NationalIdRule rule = NationalIdRule.ofKey(key).orElseThrow();

    assertThat(read(rule, raw)).isEqualTo(new FieldValue.Valid(normal));
    assertThat(read(rule, "'" + normal)).isEqualTo(new FieldValue.Valid(normal));
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"CN_RESIDENT_ID", "OPAQUE"})
  void isIdempotentAndTellsNothingFromContent(NationalIdRule rule) {
    Normaliser ids = new RuledIdNormaliser(rule);
    RandomText random = new RandomText(20261129 + rule.ordinal());
    List<String> examples =
        List.of("A123456(3)", "811218-9876", "x-1234567-l", "AFZPK7190K", "112-233-445 95");

    for (int text = 0; text < 4_000; text++) {
      assertIdempotent(ids, random.odd(), text);
      assertIdempotent(ids, random.spoil(examples.get(text % examples.size())), text);
    }
    assertThat(read(rule, " - ")).isEqualTo(FieldValue.ABSENT);
    assertThat(read(rule, "unknown")).isEqualTo(FieldValue.ABSENT);
    assertThat(read(rule, "12/34")).isEqualTo(new FieldValue.Invalid("1234"));
    assertThat(ids.toString()).doesNotContain("1234");
  }

  @Test
  void refusesARuleWithoutACompactForm() {
    assertThatThrownBy(() -> new RuledIdNormaliser(NationalIdRule.OPAQUE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid rule of national ids: opaque (must have a compact form)");
  }

  private static void assertIdempotent(Normaliser ids, String raw, int text) {
    FieldValue once = ids.normalise(new RawValue(raw));
    assertThat(ids.normalise(new RawValue(once.normal()))).as("text %d", text).isEqualTo(once);
  }

  private static FieldValue read(NationalIdRule rule, String raw) {
    return FieldNormalisers.of(new NormaliseSettings("CN", rule, DateOrder.DAY_FIRST))
        .normalise(PersonField.NATIONAL_ID, new RawValue(raw));
  }
}
