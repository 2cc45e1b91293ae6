package leakcensus.estimate.select;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import leakcensus.estimate.EstimateScope;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.estimate.LinkageBounds;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.RandomDump;
import leakcensus.estimate.SampleCounts;
import leakcensus.estimate.SampleDesign;
import org.junit.jupiter.api.Test;

class EstimatePersonsTest {

  private static final FrequencyOfFrequencies PERSONS =
      FrequencyOfFrequencies.of(Map.of(1L, 990L, 2L, 5L));

  private static final FrequencyOfFrequencies CHECKED_IDS =
      FrequencyOfFrequencies.of(Map.of(1L, 590L, 2L, 5L));

  private static final SampleDesign DUMP_OF_A_MILLION =
      new SampleDesign.RandomRecords(OptionalLong.of(1_000_000));

  private static final LinkageBounds EXACT = new LinkageBounds(995, 995, 995, "Planted truth.");

  private static final LinkageBounds WIDE = new LinkageBounds(990, 995, 1005, "Few were missed.");

  @Test
  void countsTheSampleWithTheErrorOfItsLinkage() {
    PersonEstimate sample = rows(WIDE, new SampleDesign.Unknown()).get(0);

    assertThat(sample.scope()).isEqualTo(EstimateScope.SAMPLE);
    assertThat(sample.method()).isEqualTo("count");
    assertThat(sample.persons()).hasValue(995);
    assertThat(sample.lowerPersons()).hasValue(990);
    assertThat(sample.upperPersons()).hasValue(1005);
    assertThat(sample.assumptions()).endsWith("Few were missed.");
  }

  @Test
  void countsAWholeDumpAsItsSample() {
    PersonEstimate dump = selectedOfTheDump(rows(WIDE, new SampleDesign.WholeDump()));

    assertThat(dump.method()).isEqualTo("count");
    assertThat(dump.persons()).hasValue(995);
    assertThat(dump.lowerPersons()).hasValue(990);
    assertThat(dump.upperPersons()).hasValue(1005);
    assertThat(dump.identifiable()).isTrue();
  }

  @Test
  void knowsOnlyItsOwnPersonsWhereTheDesignIsUnknown() {
    PersonEstimate dump = selectedOfTheDump(rows(WIDE, new SampleDesign.Unknown()));

    assertThat(dump.method()).isEqualTo("not_identifiable");
    assertThat(dump.identifiable()).isFalse();
    assertThat(dump.persons()).isEmpty();
    assertThat(dump.lowerPersons()).hasValue(990);
    assertThat(dump.upperPersons()).isEmpty();
    assertThat(dump.needed()).startsWith("How the sample was drawn: ");
  }

  @Test
  void asksForTheRecordsOfTheDump() {
    PersonEstimate dump =
        selectedOfTheDump(rows(WIDE, new SampleDesign.RandomRecords(OptionalLong.empty())));

    assertThat(dump.method()).isEqualTo("not_identifiable");
    assertThat(dump.needed()).isEqualTo("The number of records of the dump.");
  }

  @Test
  void answersForIndependentDrawsOfAnExactLinkageOnly() {
    PersonEstimate exact = selectedOfTheDump(rows(EXACT, new SampleDesign.IndependentDraws()));
    PersonEstimate wide = selectedOfTheDump(rows(WIDE, new SampleDesign.IndependentDraws()));

    assertThat(exact.method()).isEqualTo("zt_families");
    assertThat(exact.lowerPersons().getAsDouble()).isGreaterThan(30_000);
    assertThat(wide.method()).isEqualTo("not_identifiable");
    assertThat(wide.lowerPersons()).hasValue(990);
  }

  @Test
  void boundsADumpFromItsCheckedIds() {
    List<PersonEstimate> rows = rows(WIDE, DUMP_OF_A_MILLION);
    PersonEstimate dump = row(rows, "cv0_lower_bound_checked_ids");

    assertThat(dump.identifiable()).isTrue();
    assertThat(dump.persons()).isEmpty();
    assertThat(dump.upperPersons()).hasValue(1_000_000);
    assertThat(dump.assumptions()).contains("links that were missed between records without an id");
    // scipy 1.17.1: beta.ppf(0.0025, 600, 401) = 0.555545 of a million records, and
    // gamma.isf(0.0225, 6) = 11.838382 for the five pairs
    assertThat(dump.diagnostics().get("dump_mentions")).isCloseTo(555544.738, within(0.01));
    assertThat(dump.lowerPersons().getAsDouble()).isCloseTo(14775.7149, within(0.01));
    assertThat(rows).anyMatch(row -> row.method().equals("cv0_lower_bound") && !row.selected());
    assertThat(selectedOfTheDump(rows).lowerPersons().getAsDouble())
        .isGreaterThanOrEqualTo(dump.lowerPersons().getAsDouble());
  }

  @Test
  void boundsADumpFromAllMentionsWhereNoIdIsChecked() {
    PersonEstimate dump =
        row(
            EstimatePersons.estimate(
                new SampleCounts(PERSONS, 1000, 1000, EXACT, Optional.empty()),
                DUMP_OF_A_MILLION,
                0.95),
            "cv0_lower_bound");

    assertThat(dump.lowerPersons())
        .hasValue(HomogeneousLowerBound.of(5, 1000, 1e6, 0.95).lowerPersons());
    assertThat(dump.assumptions()).endsWith("No link was missed, as the linkage bounds state.");
  }

  @Test
  void takesTheMostPairsThatMissedLinksCouldHide() {
    PersonEstimate exact = allMentions(EXACT);
    PersonEstimate wide = allMentions(WIDE);

    assertThat(wide.diagnostics()).containsEntry("pairs", 5.0);
    // 990 of 995 persons: the five with two mentions and one more make one with eleven
    assertThat(wide.diagnostics()).containsEntry("safe_pairs", 11 * 10 / 2.0);
    assertThat(wide.lowerPersons().getAsDouble()).isLessThan(exact.lowerPersons().getAsDouble());
    assertThat(wide.assumptions()).contains("Missed links would make the bound");
  }

  @Test
  void neverFallsBelowThePersonsOfTheSample() {
    LinkageBounds hopeless = new LinkageBounds(400, 995, 995, "Most may be missed.");

    assertThat(allMentions(hopeless).lowerPersons()).hasValue(400);
  }

  @Test
  void liesBelowTheTruthHoweverManyLinksWereMissed() {
    RandomDump truth = RandomDump.of(8000, 7, random -> random.nextInt(1, 6));
    for (int draw = 0; draw < 10; draw++) {
      FrequencyOfFrequencies linked = truth.drawFrequencies(2000);
      long once = 2000;
      FrequencyOfFrequencies unlinked = FrequencyOfFrequencies.of(Map.of(1L, once));
      LinkageBounds bounds =
          new LinkageBounds(linked.observedPersons(), once, once, "Planted truth.");

      PersonEstimate dump =
          selectedOfTheDump(
              EstimatePersons.estimate(
                  new SampleCounts(unlinked, once, once, bounds, Optional.empty()),
                  new SampleDesign.RandomRecords(OptionalLong.of(truth.records())),
                  0.95));

      assertThat(dump.lowerPersons().getAsDouble()).as("seed 7, draw %d", draw).isLessThan(8000);
    }
  }

  @Test
  void liesBelowTheTruthWhereSomePersonsCarryNoId() {
    RandomDump truth = RandomDump.of(8000, 8, random -> random.nextInt(1, 6));
    int below = 0;
    for (int draw = 0; draw < 300; draw++) {
      // every third person carries no id
      List<Long> withId =
          truth.draw(12_000).entrySet().stream()
              .filter(person -> person.getKey() % 3 != 0)
              .map(Map.Entry::getValue)
              .toList();
      FrequencyOfFrequencies ids =
          FrequencyOfFrequencies.of(
              withId.stream().collect(groupingBy(times -> times, counting())));
      SampleCounts counts =
          new SampleCounts(
              FrequencyOfFrequencies.of(Map.of(1L, 12_000L)),
              12_000,
              12_000,
              new LinkageBounds(0, 12_000, 12_000, "Nothing is linked."),
              Optional.of(ids));

      PersonEstimate dump =
          new LowerBoundRows(counts, truth.records(), 0.95).checkedIds().orElseThrow();

      below += dump.lowerPersons().getAsDouble() <= 8000 * 2 / 3.0 ? 1 : 0;
    }

    assertThat(below).as("of 300 bounds below the truth, seed 8").isGreaterThanOrEqualTo(291);
  }

  @Test
  void countsMentionsWhereARecordNamesSeveralPersons() {
    PersonEstimate dump =
        row(
            EstimatePersons.estimate(
                new SampleCounts(PERSONS, 500, 1000, EXACT, Optional.empty()),
                DUMP_OF_A_MILLION,
                0.95),
            "cv0_lower_bound");

    assertThat(dump.upperPersons().getAsDouble()).isBetween(2_000_000.0, 2_200_000.0);
    assertThat(dump.diagnostics().get("dump_mentions")).isBetween(1_800_000.0, 2_000_000.0);
    assertThat(dump.assumptions()).contains("the upper end counts their mentions");
  }

  @Test
  void addsEveryMethodAsAReferenceThatKnowsNothingOfLinkage() {
    List<PersonEstimate> rows =
        EstimatePersons.references(
            new SampleCounts(PERSONS, 1000, 1000, WIDE, Optional.of(CHECKED_IDS)),
            DUMP_OF_A_MILLION,
            0.95);

    assertThat(row(rows, "chao1").persons().getAsDouble())
        .isCloseTo(995 + 0.999 * 990 * 990 / 10, within(1e-6));
    assertThat(row(rows, "good_turing").diagnostics())
        .containsEntry("good_turing_coverage_ratio", 1 - 990 / 1000.0);
    assertThat(row(rows, "lp_set").needed())
        .isEqualTo("Counts without error of linkage; this method takes them as they are.");
    assertThat(rows).noneMatch(PersonEstimate::selected).noneMatch(PersonEstimate::identifiable);
  }

  @Test
  void supportsTheMethodsOfTheDesignWhereTheLinkageIsExact() {
    List<PersonEstimate> rows =
        EstimatePersons.references(
            new SampleCounts(PERSONS, 1000, 1000, EXACT, Optional.empty()),
            DUMP_OF_A_MILLION,
            0.95);

    assertThat(row(rows, "lp_set").identifiable()).isTrue();
    assertThat(row(rows, "chao1").needed()).startsWith("Independent draws: ");
  }

  @Test
  void selectsOneRowPerScopeWhateverTheDesign() {
    for (SampleDesign design :
        List.of(
            new SampleDesign.Unknown(),
            new SampleDesign.WholeDump(),
            new SampleDesign.RandomRecords(OptionalLong.empty()),
            DUMP_OF_A_MILLION)) {
      List<PersonEstimate> selected =
          rows(WIDE, design).stream().filter(PersonEstimate::selected).toList();

      assertThat(selected)
          .extracting(PersonEstimate::scope)
          .containsExactly(EstimateScope.SAMPLE, EstimateScope.DUMP);
    }
  }

  @Test
  void saysSomethingAboutAnEmptySample() {
    SampleCounts nothing =
        new SampleCounts(
            FrequencyOfFrequencies.empty(),
            0,
            0,
            new LinkageBounds(0, 0, 0, "Nothing to link."),
            Optional.of(FrequencyOfFrequencies.empty()));

    PersonEstimate dump =
        selectedOfTheDump(EstimatePersons.estimate(nothing, DUMP_OF_A_MILLION, 0.95));

    assertThat(dump.lowerPersons()).hasValue(0);
    assertThat(dump.upperPersons()).hasValue(1_000_000);
  }

  @Test
  void staysFiniteForTenTrillionRecords() {
    long records = 10_000_000_000_000L;
    FrequencyOfFrequencies persons =
        FrequencyOfFrequencies.of(Map.of(1L, records - 20_000_000_000L, 2L, 10_000_000_000L));
    long counted = persons.observedPersons();
    SampleCounts counts =
        new SampleCounts(
            persons,
            records + 5,
            records,
            new LinkageBounds(counted / 2, counted, counted, "Assumed."),
            Optional.of(persons));

    List<PersonEstimate> rows =
        EstimatePersons.estimate(
            counts, new SampleDesign.RandomRecords(OptionalLong.of(records * 1000)), 0.95);

    assertThat(selectedOfTheDump(rows).lowerPersons().getAsDouble()).isBetween(3e15, 1e16);
    assertThat(row(rows, "cv0_lower_bound").lowerPersons()).hasValue(counted / 2.0);
  }

  @Test
  void refusesADumpSmallerThanItsSample() {
    assertThatThrownBy(() -> rows(WIDE, new SampleDesign.RandomRecords(OptionalLong.of(999))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Invalid dump records: 999 (the sample alone has 1000). State the records of the whole"
                + " dump.");
  }

  @Test
  void refusesCountsThatCannotBe() {
    assertThatThrownBy(() -> new SampleCounts(PERSONS, 1000, 999, EXACT, Optional.empty()))
        .hasMessage("Invalid mentions: 999 (the persons alone have 1000)");
    assertThatThrownBy(() -> new SampleCounts(PERSONS, -1, 1000, EXACT, Optional.empty()))
        .hasMessage("Invalid records: -1 (must be >= 0)");
    assertThatThrownBy(() -> new SampleCounts(PERSONS, 0, 1000, EXACT, Optional.empty()))
        .hasMessage("Invalid records: 0 (there are 1000 mentions)");
    assertThatThrownBy(
            () ->
                new SampleCounts(
                    FrequencyOfFrequencies.empty(), 5, 5, EXACT, Optional.of(CHECKED_IDS)))
        .hasMessage("Invalid mentions: 5 (those with a checked id alone are 600)");
    assertThatThrownBy(() -> new LinkageBounds(3, 2, 4, ""))
        .hasMessage("Invalid linkage bounds: 2 persons not inside [3, 4]");
  }

  @Test
  void refusesRowsThatContradictThemselves() {
    PersonEstimate.Builder row = PersonEstimate.builder(EstimateScope.DUMP, "count", 0.95);

    assertThatThrownBy(row::build).hasMessage("Missing assumptions of estimate: count");
    row.assumptions("None.");
    assertThatThrownBy(() -> row.persons(Double.NaN).build())
        .hasMessage("Invalid count estimate: NaN persons (must be finite and >= 0)");
    assertThatThrownBy(() -> row.persons(3).lowerPersons(4).build())
        .hasMessage("Invalid count estimate: 4.0 above 3.0 persons");
    assertThatThrownBy(() -> row.lowerPersons(1).diagnostic("ratio", Double.NaN).build())
        .hasMessage("Invalid diagnostic ratio: NaN (must be finite)");
    assertThatThrownBy(
            () ->
                new PersonEstimate(
                    EstimateScope.DUMP,
                    "count",
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    0.95,
                    Optional.empty(),
                    false,
                    "None.",
                    "",
                    new TreeMap<>()))
        .hasMessage("Invalid estimate: count (either identifiable, or with what is needed)");
  }

  private static List<PersonEstimate> rows(LinkageBounds linkage, SampleDesign design) {
    return EstimatePersons.estimate(
        new SampleCounts(PERSONS, 1000, 1000, linkage, Optional.of(CHECKED_IDS)), design, 0.95);
  }

  private static PersonEstimate allMentions(LinkageBounds linkage) {
    return row(rows(linkage, DUMP_OF_A_MILLION), "cv0_lower_bound");
  }

  private static PersonEstimate row(List<PersonEstimate> rows, String method) {
    return rows.stream().filter(row -> row.method().equals(method)).findFirst().orElseThrow();
  }

  private static PersonEstimate selectedOfTheDump(List<PersonEstimate> rows) {
    return rows.stream()
        .filter(row -> row.selected() && row.scope() == EstimateScope.DUMP)
        .findFirst()
        .orElseThrow();
  }
}
