package leakcensus.spark.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import leakcensus.census.ConcludeConsequences;
import leakcensus.config.RegimeReader;
import leakcensus.count.Measure;
import leakcensus.duty.DutyRegime;
import leakcensus.person.PersonField;
import leakcensus.spark.table.SummaryRows;
import org.junit.jupiter.api.Test;

class ConsequenceRowsTest {

  private final SmallCensus census = new SmallCensus();

  @Test
  void writesEachPartOfTheScoreAndItsBand() {
    census.counts.add(
        Measure.COMBINATION_PERSONS,
        SmallCensus.ALL,
        0,
        PersonField.FULL_NAME.bit() | PersonField.PHONE.bit(),
        40);

    List<String> rows = SmallCensus.text(tables(List.of()).get(0));

    assertThat(rows).hasSize(11);
    assertThat(rows.get(1))
        .startsWith("ei | 0.75 | 0.5 | 1.0 | true | A whole name and")
        .endsWith(" | -");
    assertThat(rows.get(6))
        .startsWith("se | 1.25 | 0.75 | 5.0 | true | 1 x 0.75 + 0.5")
        .endsWith(" | low");
  }

  @Test
  void writesALawThatCountsAndOneThatWeighs() {
    List<String> rows =
        SmallCensus.text(
            tables(List.of(RegimeReader.bundled("china-incident"), RegimeReader.bundled("pipl")))
                .get(1));

    assertThat(rows).hasSize(4);
    assertThat(rows.get(0))
        .startsWith(
            "china-incident | CN | persons | at-least | 1000000 | 0.0 | - | - | open | 1 hour")
        .endsWith("Facts to check with counsel, as of 2026-11-28; no legal advice.");
    assertThat(rows.get(3))
        .startsWith(
            "pipl | CN | none | - | - | - | - | - | not_numeric | immediately | Art. 57 | ");
  }

  @Test
  void writesNoRowWithoutALaw() {
    assertThat(tables(List.of()).get(1).rows()).isEmpty();
  }

  private List<SummaryRows> tables(List<DutyRegime> regimes) {
    return ConsequenceRows.of(
        ConcludeConsequences.conclude(census.findings(), census.config(), regimes), "run");
  }
}
