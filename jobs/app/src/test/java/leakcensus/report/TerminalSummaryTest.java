package leakcensus.report;

import static leakcensus.report.SmallRun.estimate;
import static leakcensus.report.SmallRun.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import leakcensus.spark.table.CensusTables;
import org.junit.jupiter.api.Test;

class TerminalSummaryTest {

  private static final Optional<Object> NONE = Optional.empty();

  private final SmallRun run = new SmallRun();

  @Test
  void beginsWithTheNumberOfPersonsAndItsInterval() {
    assertThat(lines())
        .startsWith(
            "",
            "About 80 people stand in this sample: between 70 and 91.",
            "About 80 people stand in the whole dump: between 70 and 91.",
            "");
  }

  @Test
  void roundsTheNumberToThreeDigitsButNotItsInterval() {
    run.withEstimates(
        estimate("sample", 1_234_567.0, 1_200_001.0, 1_300_002.0, ""),
        estimate("dump", 1_234_567.0, 1_200_001.0, 1_300_002.0, ""));

    assertThat(lines())
        .contains("About 1,230,000 people stand in this sample: between 1,200,001 and 1,300,002.");
  }

  @Test
  void claimsNoLowerEndWhereNoCheckedIdGivesOne() {
    run.withEstimates(
        estimate("sample", 80.0, 1.0, 91.0, ""), estimate("dump", 80.0, 1.0, 91.0, ""));

    assertThat(lines())
        .contains(
            "At most 91 people stand in this sample: how many fewer, no checked id can tell.");
  }

  @Test
  void saysThatTheDumpIsNotIdentifiableAndWhatWouldBeNeeded() {
    run.withEstimates(
        estimate("sample", 80.0, 70.0, 91.0, ""),
        estimate("dump", null, 70.0, null, "How the sample was drawn."));

    assertThat(lines())
        .contains(
            "How many stand in the whole dump is not identifiable; at least 70 do.",
            "  Persons of the whole dump. Needed: How the sample was drawn.")
        .anyMatch(line -> line.matches("  dump +count +- +70 +-  <- selected"));
  }

  @Test
  void saysWhereNothingBoundsTheDumpAbove() {
    run.withEstimates(
        estimate("sample", 80.0, 70.0, 91.0, ""), estimate("dump", 900.0, 700.0, null, ""));

    assertThat(lines()).contains("About 900 people stand in the whole dump: at least 700.");
  }

  @Test
  void givesBoundsOfTheDumpWhereThereIsNoPoint() {
    run.withEstimates(
        estimate("sample", 80.0, 70.0, 91.0, ""), estimate("dump", null, 700.0, 5_000.0, ""));

    assertThat(lines())
        .contains("In the whole dump stand at least 700 people and at most 5,000.")
        .noneMatch(line -> line.contains("Needed:"));
  }

  @Test
  void showsWithheldCellsAsSuch() {
    run.withSuppressedCells();

    assertThat(lines())
        .anyMatch(line -> line.matches("  records read +100 *"))
        .anyMatch(line -> line.matches("  different national ids +< k *"))
        .anyMatch(line -> line.matches("  people +phone +3 +3\\.1 % +66\\.7 % +2 +< k"))
        .noneMatch(line -> line.contains("Beijing"));
  }

  @Test
  void comparesWithThePopulation() {
    run.with(
        CensusTables.POPULATION_SHARE,
        row(
            "un",
            "total",
            "everybody",
            1_000L,
            80L,
            80.0,
            70.0,
            91.0,
            0.08,
            0.07,
            0.091,
            false,
            "country",
            NONE,
            NONE,
            NONE,
            NONE,
            NONE,
            NONE,
            false,
            NONE),
        row(
            "cn",
            "total",
            "everybody",
            2_000L,
            80L,
            NONE,
            70.0,
            NONE,
            NONE,
            0.035,
            NONE,
            false,
            "region",
            NONE,
            NONE,
            NONE,
            NONE,
            NONE,
            NONE,
            false,
            NONE));

    assertThat(lines())
        .contains(
            "That is 7.0 % to 9.1 % of the population un (1,000 people).",
            "That is at least 3.5 % of the population cn (2,000 people).");
  }

  @Test
  void tellsWhereIdsWereIssuedAndHowLikeThePopulationThatIs() {
    run.with(
        CensusTables.POPULATION_SHARE,
        row(
            "cn", "11", "Beijing", 100L, 40L, 50.0, 40.0, 90.0, 0.5, 0.4, 0.9, false, "region",
            41.0, 70.0, 0.41, 0.7, 2.0, 5.0, true, NONE),
        row(
            "cn", "12", "Tianjin", 100L, 20L, NONE, 20.0, NONE, NONE, 0.2, NONE, false, "region",
            NONE, NONE, NONE, NONE, 1.0, 0.0, false, NONE),
        row(
            "us",
            "IL",
            "Illinois",
            100L,
            30L,
            NONE,
            30.0,
            NONE,
            NONE,
            0.3,
            NONE,
            false,
            "state",
            NONE,
            NONE,
            NONE,
            NONE,
            1.0,
            0.0,
            false,
            NONE),
        row(
            "un", "276", "Germany", 100L, 25L, NONE, 25.0, NONE, NONE, 0.25, NONE, false, "country",
            NONE, NONE, NONE, NONE, 1.0, 0.0, false, NONE),
        row(
            "eu", "276", "Germany", 100L, 25L, NONE, 25.0, NONE, NONE, 0.26, NONE, false, "country",
            NONE, NONE, NONE, NONE, 1.0, 0.0, false, NONE),
        row(
            "cn",
            "sex:male",
            "male",
            100L,
            20L,
            NONE,
            20.0,
            NONE,
            NONE,
            0.2,
            NONE,
            false,
            "sex",
            NONE,
            NONE,
            NONE,
            NONE,
            1.0,
            0.0,
            false,
            NONE));
    run.with(
        CensusTables.REPRESENTATIVENESS,
        row("cn", "region", 60L, 2L, 0.1, 0.2, 3.0, 1L, 0.04, "Unlike the population."));

    assertThat(lines())
        .anyMatch(line -> line.matches("  Beijing +40 seen +41\\.0 % to 70\\.0 %"))
        .anyMatch(line -> line.matches("  Tianjin +20 seen +20\\.0 % or more"))
        .contains("States of the ZIP codes in the records (the five with most persons)")
        .anyMatch(line -> line.matches("  Illinois +30 seen +30\\.0 % or more"))
        .anyMatch(line -> line.matches("  Germany +25 seen +25\\.0 % or more"))
        .noneMatch(line -> line.matches("  Germany +25 seen +26\\.0 % or more"))
        .noneMatch(line -> line.startsWith("  male"))
        .contains(
            "How like the population",
            "  cn: Unlike the population.",
            "  More persons than people: Beijing of cn. Registers hold the dead and those who moved.");
  }

  @Test
  void saysNothingOfAPopulationWhereTheShareIsWithheld() {
    run.with(
        CensusTables.POPULATION_SHARE,
        row(
            "un",
            "total",
            "everybody",
            1_000L,
            NONE,
            NONE,
            NONE,
            NONE,
            NONE,
            NONE,
            NONE,
            true,
            "region",
            NONE,
            NONE,
            NONE,
            NONE,
            NONE,
            NONE,
            false,
            NONE));

    assertThat(lines()).noneMatch(line -> line.contains("of the population"));
  }

  @Test
  void tellsQuarantineClaimsAndThinMentions() {
    run.with(
        CensusTables.QUARANTINE,
        row("people", "bad-syntax", "not well formed", 2L, List.of(0L), List.of(9L)));
    run.with(
        CensusTables.CLAIM_CHECK,
        row(
            "seller",
            1e9,
            "persons",
            NONE,
            NONE,
            NONE,
            NONE,
            NONE,
            "not_testable",
            "Nothing is known.",
            "",
            "persons",
            "persons",
            "",
            NONE,
            NONE,
            NONE,
            NONE,
            NONE,
            NONE));

    assertThat(lines())
        .containsSequence("Quarantine", "  people: 2 records: not well formed")
        .containsSequence(
            "Claims", "  seller: 1,000,000,000 persons claimed: not testable. Nothing is known.")
        .contains(
            "  Who the 1,234 mentions are that are too thin to be anyone.",
            "  Whether one of the 7 mentions that are held for organisations is a person.",
            "  Persons whom no source can reach.");
  }

  @Test
  void saysInWordsWhatAContradictedClaimRestsOn() {
    run.with(
        CensusTables.CLAIM_CHECK,
        row(
            "seller",
            1e9,
            "index_pairs",
            375.0,
            187.5,
            1e-9,
            1.0,
            NONE,
            "contradicted",
            "Found.",
            "",
            "persons",
            "persons",
            "fewer",
            1.0,
            0.999,
            0.834,
            1.19,
            4.55e8,
            5.46e8));

    assertThat(text())
        .contains(
            "seller: 1,000,000,000 persons claimed: contradicted, fewer than claimed. Found."
                + " By this sample at least 455,000,000 persons stand behind the dump, and at most"
                + " 546,000,000. If in truth half of them (500,000,000 persons) stood behind the dump,"
                + " such a sample would contradict the claim with a chance of 99.9 %. It would show"
                + " in at least 8 of 10 cases that the claim is off if there were 83.4 % of them or"
                + " fewer (834,000,000 persons), or 119.0 % of them or more (1,190,000,000"
                + " persons).");
  }

  @Test
  void saysInWordsWhatAClaimThatIsLeftOpenWouldNeed() {
    run.with(
        CensusTables.CLAIM_CHECK,
        row(
            "seller",
            1e9,
            "cross_source_pairs",
            375.0,
            187.5,
            1e-9,
            1.0,
            1.0,
            "not_testable",
            "Open.",
            "",
            "persons",
            "persons",
            "",
            1.0,
            NONE,
            0.834,
            NONE,
            7e5,
            NONE),
        row(
            "capped",
            1e9,
            "cross_source_pairs",
            375.0,
            187.5,
            1e-9,
            1.0,
            1.0,
            "not_testable",
            "Wide.",
            "",
            "persons",
            "persons",
            "",
            1.0,
            1e-9,
            NONE,
            NONE,
            7e5,
            NONE),
        row(
            "price",
            10.0,
            "price_per_record",
            3e-9,
            NONE,
            NONE,
            NONE,
            NONE,
            "not_testable",
            "Nothing.",
            "",
            "price",
            "BTC",
            "",
            NONE,
            NONE,
            NONE,
            NONE,
            NONE,
            0.5));

    assertThat(text())
        .contains(
            "By this sample at least 700,000 persons stand behind the dump; nothing says how many at"
                + " most. If in truth half of them (500,000,000 persons) stood behind the dump, such a"
                + " sample would hold the same people more often than the claim lets expect with a"
                + " chance of 100.0 %; that contradicts the claim only under a cap on unevenness. It"
                + " would show in at least 8 of 10 cases that the claim is off if there were 83.4 %"
                + " of them or fewer (834,000,000 persons) and records were spread evenly over"
                + " people.",
            "such a sample would contradict the claim with a chance of less than 0.01 % only: it"
                + " cannot tell half of the claim from the whole.",
            "price: 10 BTC claimed: not testable. Nothing.");
  }

  @Test
  void showsPersonsOfTheDumpAsABoundWhereNothingElseIsKnown() {
    run.with(
        CensusTables.ID_FUNNEL,
        row(10L, "persons of the sample", 80L, NONE, NONE, NONE, false, 70.0, 91.0, NONE, NONE),
        row(11L, "persons of the dump", NONE, NONE, NONE, NONE, false, 70.0, NONE, NONE, NONE));

    assertThat(lines())
        .anyMatch(line -> line.matches("  persons of the sample +80 *"))
        .anyMatch(line -> line.matches("  persons of the dump +>= 70 *"));
  }

  @Test
  void namesUnusualSignsAloneAndHowManyAreNot() {
    run.with(
        CensusTables.AUTHENTICITY,
        sign("id-sex", "*", "fabrication likely", "Half of it."),
        sign("id-sex", "people", "unusual", "A part of it."),
        sign("id-calendar", "*", "usual", "All is well."),
        sign("age-100", "*", "not testable", "Too few."));

    assertThat(lines())
        .containsSequence(
            "Signs of fabrication (evidence, never proof; none found proves nothing)",
            "  id-sex, all sources: fabrication likely. Half of it.",
            "  id-sex, people: unusual. A part of it.",
            "  1 other signs: usual. Not testable: age-100.")
        .noneMatch(line -> line.contains("All is well"));
  }

  @Test
  void saysInOneLineThatNoSignWasFound() {
    run.with(
        CensusTables.AUTHENTICITY,
        sign("id-sex", "*", "usual", "All is well."),
        sign("id-calendar", "*", "usual", "All is well."),
        sign("age-100", "*", "not testable", "Too few."));

    assertThat(lines())
        .containsSequence(
            "Signs of fabrication (evidence, never proof; none found proves nothing)",
            "  None among 2 signs. Not testable: age-100.");
  }

  private static Object[] sign(String sign, String source, String reading, String explanation) {
    return row(sign, source, 100L, NONE, NONE, NONE, NONE, NONE, reading, explanation, false);
  }

  @Test
  void leavesOutWhatIsNotThere() {
    assertThat(lines())
        .doesNotContain("Claims", "Quarantine", "Identifiers that were not believed");
  }

  @Test
  void wrapsSentences() {
    run.withEstimates(
        estimate("sample", 80.0, 70.0, 91.0, ""),
        estimate("dump", null, 70.0, null, "word ".repeat(60).strip()));

    assertThat(lines())
        .filteredOn(line -> line.endsWith(" word"))
        .hasSize(4)
        .allMatch(line -> line.length() <= 96);
  }

  @Test
  void refusesARunWithoutASelectedEstimate() {
    run.withEstimates(estimate("dump", 80.0, 70.0, 91.0, ""));

    assertThatThrownBy(this::lines)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Missing selected estimate of scope sample");
  }

  /** The summary in one line. */
  private String text() {
    return String.join(" ", lines()).replaceAll(" +", " ");
  }

  private List<String> lines() {
    return TerminalSummary.of(run.tables(), "out/runs/1").lines().toList();
  }
}
