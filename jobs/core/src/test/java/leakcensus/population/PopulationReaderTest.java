package leakcensus.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PopulationReaderTest {

  private static final String FACTS =
      "# title: Two isles\n# date: 2020-11-01\n# source: Made up\n# strata: country\n";
  private static final String HEADER = "stratum,persons,label\n";

  @Test
  void readsAFileOfFacts() {
    Population isles =
        read(FACTS + "# source: twice\n" + HEADER + "total,9,All\nN,4,North, upper\nS,3,South\n");

    assertThat(isles.key()).isEqualTo("isles");
    assertThat(isles.title()).isEqualTo("Two isles");
    assertThat(isles.year()).isEqualTo(2020);
    assertThat(isles.source()).isEqualTo("Made up twice");
    assertThat(isles.total()).isEqualTo(new PopulationStratum("total", "All", 9));
    assertThat(isles.strata())
        .containsExactly(
            new PopulationStratum("N", "North, upper", 4), new PopulationStratum("S", "South", 3));
  }

  @Test
  void bringsTheChineseCensusOf2020() {
    // National Bureau of Statistics: 1,411,778,724 in all, the 31 provinces 1,409,778,724
    Population china = PopulationReader.bundled("china-2020");

    assertThat(china.total().persons()).isEqualTo(1_411_778_724L);
    assertThat(china.date()).isEqualTo(LocalDate.of(2020, 11, 1));
    assertThat(china.strata()).hasSize(31).allMatch(stratum -> stratum.key().length() == 2);
    assertThat(china.strata().stream().mapToLong(PopulationStratum::persons).sum())
        .isEqualTo(1_409_778_724L);
    assertThat(china.strata()).contains(new PopulationStratum("33", "Zhejiang", 64_567_588));
  }

  @Test
  void bringsTheWorldPopulationProspects() {
    Population world = PopulationReader.bundled("un-wpp-2024");

    assertThat(world.total().persons()).isEqualTo(8_231_613_070L);
    assertThat(world.source()).contains("World Population Prospects 2024", "CC BY 3.0 IGO");
    assertThat(world.strata())
        .hasSize(60)
        .contains(new PopulationStratum("156", "China", 1_416_096_094))
        .contains(new PopulationStratum("384", "Côte d'Ivoire", 32_711_547));
  }

  @Test
  void bringsAgesAndSexesOfTheChineseCensus() {
    // Yearbook 2020, table 1-5: 721,416,394 men and 688,362,330 women in 31 provinces
    Population china = PopulationReader.bundled("china-2020-age-sex");

    assertThat(china.strata()).hasSize(44);
    assertThat(china.strata().stream().mapToLong(PopulationStratum::persons).sum())
        .isEqualTo(1_409_778_724L);
    assertThat(china.strata())
        .contains(new PopulationStratum("20-24:female", "female aged 20-24", 35_265_680));
  }

  @ParameterizedTest
  @CsvSource({
    "2021-12-01, 1412600000, China at the end of 2021, 2021-12-31",
    "2022-06-30, 1412600000, China at the end of 2021, 2021-12-31",
    "2022-07-03, 1411750000, China at the end of 2022, 2022-12-31",
    "2031-01-01, 1404890000, China at the end of 2025, 2025-12-31"
  })
  void takesTheYearEndNearestToTheLeak(
      LocalDate leak, long persons, String label, LocalDate lastDay) {
    Population china = PopulationReader.bundled("china-yearly").at(leak);

    assertThat(china.total()).isEqualTo(new PopulationStratum("total", label, persons));
    assertThat(china.date()).isEqualTo(lastDay);
    assertThat(china.strata()).isEmpty();
    assertThat(PopulationReader.bundled("us-2020").at(leak))
        .isEqualTo(PopulationReader.bundled("us-2020"));
  }

  @Test
  void bringsTheUnionAndTheStates() {
    Population union = PopulationReader.bundled("eu-27-2025");
    Population states = PopulationReader.bundled("us-2020");

    assertThat(union.strata())
        .hasSize(27)
        .contains(new PopulationStratum("276", "Germany", 83_577_100));
    // US Census Bureau: 331,449,281 in 50 states and the District of Columbia
    assertThat(states.total().persons()).isEqualTo(331_449_281L);
    assertThat(states.strata()).hasSize(51);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "20-24       | Invalid population isles: stratum 20-24 (must be like 20-24:female)",
        "20-24:other | Invalid population isles: stratum 20-24:other (must be like 20-24:female)",
        "old:male    | Invalid ages: old (must be like 0, 20-24 or 100+)",
        "24-20:male  | Invalid ages: 24-20 (must ascend)"
      })
  void refusesStrataThatAreNoAgesAndSexes(String stratum, String message) {
    String facts = FACTS.replace("country", "age-sex");

    assertThatThrownBy(() -> read(facts + HEADER + "total,9,All\n" + stratum + ",4,Some\n"))
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "total;9;All                | Cannot read population isles, line 6: 1 columns (must be stratum,persons,label)",
        "total,nine,All             | Cannot read population isles, line 6: persons are not a whole number",
        "total,0,All                | Cannot read population isles, line 6: Invalid population stratum total: 0 persons (must be >= 1)",
        "total,9,All~total,9,All    | Cannot read population isles, line 7: a second row total",
        "N,4,North                  | Missing row total in population: isles",
        "total,3,All~N,4,North      | Invalid population isles: the strata hold 4 persons, the total 3",
        "total,9,All~N,4,A~N,4,B    | Invalid population isles: stratum N is named twice",
        "total,9,All~ ,4,North      | Cannot read population isles, line 7: Missing key of a population stratum",
        "total,9,All~N,4,           | Cannot read population isles, line 7: Missing label of population stratum: N",
        "# total                    | Cannot read population isles, line 6: no colon (a comment is # name: text)",
      })
  void namesTheLineAtFault(String rows, String message) {
    assertThatThrownBy(() -> read(FACTS + HEADER + rows.replace('~', '\n')))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void namesWhatTheHeadLacks() {
    assertThatThrownBy(() -> read(FACTS + "total,9,All\n"))
        .hasMessage(
            "Cannot read population isles, line 5: no header (must be stratum,persons,label)");
    assertThatThrownBy(() -> read("# title: Two isles\n" + HEADER + "total,9,All\n"))
        .hasMessage("Missing line # date in population: isles");
    assertThatThrownBy(() -> read(FACTS.replace("2020-11-01", "2020") + HEADER + "total,9,All\n"))
        .hasMessage("Invalid date of population: isles (must be YYYY-MM-DD)");
    assertThatThrownBy(() -> read(FACTS.replace("Made up", "") + HEADER + "total,9,All\n"))
        .hasMessage("Missing source of population: isles");
  }

  @Test
  void saysThatAPopulationIsUnknownOrUnreadable() {
    assertThatThrownBy(() -> PopulationReader.bundled("atlantis"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Unknown population: atlantis (no file of this name comes with the program)");
    assertThatThrownBy(() -> PopulationReader.read("isles", new BrokenReader()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("Cannot read population: isles");
  }

  private static Population read(String text) {
    return PopulationReader.read("isles", new StringReader(text));
  }

  private static final class BrokenReader extends Reader {

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      throw new IOException("gone");
    }

    @Override
    public void close() {}
  }
}
