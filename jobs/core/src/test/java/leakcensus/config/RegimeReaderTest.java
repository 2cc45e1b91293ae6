package leakcensus.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.Stream;
import leakcensus.duty.DutyMeasure;
import leakcensus.duty.DutyRegime;
import leakcensus.duty.Operator;
import leakcensus.duty.Quantity;
import leakcensus.duty.Reached;
import leakcensus.duty.Threshold;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RegimeReaderTest {

  private static final Path FOLDER = Path.of("../../conf/thresholds");

  private static final String GOOD =
      """
      title = A law
      source = Made up
      checked = "2026-11-28"
      thresholds = [{
        jurisdiction = XX, measure = persons, operator = at-least, threshold = 5
        whom = authority, article = Art. 1, deadline = now, criterion = leaked
      }]
      """;

  static List<String> shipped() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString().replaceFirst("\\.conf$", ""))
          .sorted()
          .toList();
    }
  }

  static List<Threshold> countingThresholds() throws IOException {
    List<Threshold> counting = new ArrayList<>();
    for (String key : shipped()) {
      RegimeReader.bundled(key).thresholds().stream()
          .filter(threshold -> threshold.measure() != DutyMeasure.NONE)
          .forEach(counting::add);
    }
    return counting;
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void readsEveryShippedLawWithArticleDateAndSource(String key) {
    DutyRegime regime = RegimeReader.bundled(key);

    assertThat(regime.key()).isEqualTo(key);
    assertThat(regime.checked()).isBetween(LocalDate.of(2026, 11, 1), LocalDate.now());
    assertThat(regime.source()).isNotBlank();
    assertThat(regime.notice()).contains("counsel").contains(regime.checked().toString());
    assertThat(regime.thresholds())
        .isNotEmpty()
        .allSatisfy(
            threshold -> {
              assertThat(threshold.article()).containsPattern("[0-9]");
              assertThat(threshold.deadline()).isNotBlank();
              assertThat(threshold.criterion()).isNotBlank();
            });
  }

  @Test
  void looksAtEveryShippedLawByDefault() throws IOException {
    CensusConfig config = ConfigReader.read(LoadedConfig.load(Optional.empty(), List.of()));

    assertThat(config.duties().regimes()).containsExactlyInAnyOrderElementsOf(shipped());
  }

  @ParameterizedTest
  @MethodSource("countingThresholds")
  void tellsBelowAtAndAboveOfEveryShippedThreshold(Threshold threshold) {
    Operator operator = threshold.operator().orElseThrow();
    double number = threshold.number().orElseThrow();

    Reached below = operator.reach(exactly(number - 1), number);
    Reached at = operator.reach(exactly(number), number);
    Reached above = operator.reach(exactly(number + 1), number);
    Reached around =
        operator.reach(
            new Quantity(
                number - 1, OptionalDouble.empty(), OptionalDouble.of(number + 1), "Counted."),
            number);

    assertThat(below).isEqualTo(Reached.NO);
    assertThat(at).isEqualTo(operator == Operator.AT_LEAST ? Reached.YES : Reached.NO);
    assertThat(above).isEqualTo(Reached.YES);
    assertThat(around).isEqualTo(Reached.OPEN);
  }

  /** Numbers and operators as the lists of the sources have them, written down a second time. */
  @ParameterizedTest
  @CsvSource({
    "china-incident, CN, persons, at-least, 1000000 10000000 100000000",
    "china-criminal, CN, items, at-least, 50 500 5000 500 5000 50000",
    "hipaa, US, persons, at-least, 500",
    "hipaa, US-*, residents, more-than, 500",
    "us-states, US-ND, residents, more-than, 250",
    "us-states, US-OR, residents, more-than, 250",
    "us-states, US-SD, residents, more-than, 250",
    "us-states, US-TX, residents, at-least, 250",
    "us-states, US-FL, residents, at-least, 500",
    "us-states, US-CO, residents, at-least, 500",
    "us-states, US-CA, residents, more-than, 500",
    "us-states, US-DE, residents, more-than, 500",
    "us-states, US-IA, residents, more-than, 500",
    "us-states, US-RI, residents, more-than, 500",
    "us-states, US-WA, residents, more-than, 500",
    "us-states, US-AL, residents, more-than, 1000",
    "us-states, US-AZ, residents, more-than, 1000",
    "us-states, US-HI, residents, more-than, 1000",
    "us-states, US-MO, residents, more-than, 1000",
    "us-states, US-NM, residents, more-than, 1000",
    "us-states, US-SC, residents, more-than, 1000"
  })
  void shipsTheNumbersOfTheSources(
      String regime, String jurisdiction, String measure, String operator, String numbers) {
    List<Threshold> thresholds =
        RegimeReader.bundled(regime).thresholds().stream()
            .filter(threshold -> threshold.jurisdiction().equals(jurisdiction))
            .toList();

    assertThat(thresholds).allMatch(threshold -> threshold.measure().key().equals(measure));
    assertThat(thresholds)
        .allMatch(threshold -> threshold.operator().orElseThrow().key().equals(operator));
    assertThat(thresholds)
        .extracting(threshold -> threshold.number().orElseThrow())
        .containsExactlyElementsOf(Stream.of(numbers.split(" ")).map(Long::valueOf).toList());
  }

  @Test
  void shipsNoCountThatIsNotChecked() throws IOException {
    assertThat(countingThresholds()).hasSize(3 + 6 + 2 + 17);
  }

  @ParameterizedTest
  @CsvSource({"gdpr", "uk", "france", "pipl", "brazil", "india", "sec-8k"})
  void shipsLawsThatWeigh(String regime) {
    assertThat(RegimeReader.bundled(regime).thresholds())
        .allMatch(threshold -> threshold.measure() == DutyMeasure.NONE);
  }

  @Test
  void refusesALawThatIsNotShipped() {
    assertThatThrownBy(() -> RegimeReader.bundled("mars"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Unknown regime: mars (no file of this name comes with the program)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          measure = persons | measure = souls | threshold 1: Unknown measure: souls (must be persons, residents, items or none)
          operator = at-least | operator = above | threshold 1: Unknown operator: above (must be more-than or at-least)
          operator = at-least, | '' | threshold 1: Invalid threshold of measure persons: operator and threshold must be there
          measure = persons | measure = none | threshold 1: Invalid threshold of measure none: operator and threshold must be left out
          measure = persons | measure = items | threshold 1: Missing fields of items: name person fields, or contents, that are counted
          threshold = 5 | threshold = 0 | threshold 1: Invalid threshold: 0 (must be at least 1)
          threshold = 5 | threshold = few | threshold 1: Invalid type: threshold has type STRING rather than NUMBER
          article = Art. 1 | article = "" | threshold 1: Missing article
          deadline = now | deadline = " " | threshold 1: Missing deadline
          article = Art. 1, | '' | threshold 1: Missing key: none found for key 'article'
          whom = authority | 'whom = authority, fields = [phone]' | threshold 1: Invalid fields: measure persons (only items are counted by fields)
          whom = authority | 'whom = authority, contents = [souls]' | threshold 1: Unknown category: souls (must be one of health, genetic, biometric, ethnic-origin, political, religion, trade-union, sex-life, orientation, criminal, financial, credit, property, transactions, location, accommodation, communications, communication-records, habits, education, profession, family)
          whom = authority | 'whom = authority, until = now' | threshold 1: Unknown keys: until (must be one of article, contents, criterion, deadline, fields, jurisdiction, measure, operator, threshold, whom)
          2026-11-28 | last week | Invalid date in checked (must be YYYY-MM-DD)
          source = Made up | source = "" | Missing source
          title = A law | laws = 1 | Unknown keys: laws (must be one of checked, source, thresholds, title)
          """)
  void saysWhatIsAtFaultInAFile(String part, String instead, String message) {
    assertThat(GOOD).contains(part);
    StringReader file = new StringReader(GOOD.replace(part, instead));

    assertThatThrownBy(() -> RegimeReader.read("law", file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith(message);
  }

  @Test
  void refusesALawThatAsksNothing() {
    StringReader file =
        new StringReader("title = a, source = b, checked = \"2026-11-28\", thresholds = []");

    assertThatThrownBy(() -> RegimeReader.read("law", file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Missing thresholds: state at least one");
  }

  @Test
  void readsFieldsAndContentsOfItems() {
    String items =
        GOOD.replace("measure = persons", "measure = items, fields = [phone], contents = [health]");

    Threshold threshold = RegimeReader.read("law", new StringReader(items)).thresholds().get(0);

    assertThat(threshold.fields()).extracting(field -> field.key()).containsExactly("phone");
    assertThat(new TreeSet<>(threshold.contents()))
        .extracting(content -> content.key())
        .containsExactly("health");
  }

  private static Quantity exactly(double number) {
    return new Quantity(number, OptionalDouble.of(number), OptionalDouble.of(number), "Counted.");
  }
}
