package leakcensus.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import leakcensus.block.LongTable;
import leakcensus.config.CensusConfig;
import leakcensus.config.ConfigReader;
import leakcensus.config.LoadedConfig;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.estimate.EstimateScope;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.gate.Gate;
import leakcensus.estimate.gate.Gate.Outcome;
import leakcensus.link.MergePersons;
import leakcensus.person.PersonRows;
import leakcensus.person.Place;
import leakcensus.person.Sex;
import leakcensus.population.AffectedPersons;
import leakcensus.population.Population;
import leakcensus.population.PopulationReader;
import leakcensus.population.PopulationShare;
import leakcensus.population.PopulationStratum;
import leakcensus.population.StratumKind;
import leakcensus.profile.CountPersons;
import leakcensus.source.Intake;
import leakcensus.source.IntakeMeasure;
import leakcensus.source.SourceFile;
import leakcensus.source.SplitTally;
import org.junit.jupiter.api.Test;

/** What a census says of planted persons whose links are all known. */
class ConcludeCensusTest {

  private static final int PERSONS = 100_000;
  private static final int RECORDS = 8_000;
  private static final long EXTENT = 1_000_000;

  private final SplittableRandom random = new SplittableRandom(77);
  private final LongTable mentions = PersonRows.table();
  private final long[] records = new long[3];
  private long thinMentions;
  private long people;

  @Test
  void answersFromIndexesWithOneRecordAPerson() {
    for (int source = 0; source < 3; source++) {
      index(source);
    }

    CensusFindings findings =
        findings("sample { design = random-records, person-indexes = [a, b, c] }");

    PersonEstimate dump = findings.selected(EstimateScope.DUMP);
    assertThat(dump.method()).isEqualTo("flat_index");
    assertThat(dump.lowerPersons().orElseThrow()).isBetween(85_000.0, (double) PERSONS);
    assertThat(dump.upperPersons().orElseThrow()).isBetween((double) PERSONS, 115_000.0);
    assertThat(gates(findings))
        .containsExactly(
            "order", "one_record_a_person", "one_record_a_person", "one_record_a_person");
    assertThat(findings.gates()).noneMatch(Gate::refuses);
  }

  @Test
  void answersFromIndexesEvenWhereTheirSamplesAreNoDrawsFromOnePot() {
    for (int source = 0; source < 3; source++) {
      index(source);
    }

    CensusFindings findings =
        findings("sample { design = independent-draws, person-indexes = [a, b, c] }");

    assertThat(findings.gates()).anyMatch(Gate::refuses);
    assertThat(findings.selected(EstimateScope.DUMP).method()).isEqualTo("flat_index");
  }

  @Test
  void selectsOneAnswerWhereTwoWouldDo() {
    for (int source = 0; source < 3; source++) {
      index(source);
    }

    List<PersonEstimate> rows =
        findings(
                "sample { design = random-records, dump-records = 300000,"
                    + " person-indexes = [a, b, c] }")
            .estimates();

    assertThat(rows)
        .filteredOn(row -> row.scope() == EstimateScope.DUMP && row.selected())
        .extracting(PersonEstimate::method)
        .containsExactly("flat_index");
    assertThat(rows).extracting(PersonEstimate::method).contains("lp_set_linked");
  }

  @Test
  void doesNotBelieveInAnIndexThatRepeatsPersons() {
    index(0);
    index(1);
    draws(2, PERSONS);

    CensusFindings findings = findings("sample { design = random-records, person-indexes = [c] }");

    assertThat(findings.selected(EstimateScope.DUMP).method()).isEqualTo("not_identifiable");
    assertThat(findings.gates())
        .filteredOn(Gate::refuses)
        .extracting(Gate::name)
        .containsExactly("one_record_a_person");
  }

  @Test
  void refusesDrawsFromOnePotWhereEverySourceHasOneRecordAPerson() {
    for (int source = 0; source < 3; source++) {
      index(source);
    }

    CensusFindings findings = findings("sample.design = independent-draws");

    PersonEstimate dump = findings.selected(EstimateScope.DUMP);
    assertThat(dump.method()).isEqualTo("not_identifiable");
    assertThat(dump.needed())
        .startsWith("Of the persons seen twice, 0 stand within one source where independent draws")
        .endsWith("the sources are no draws from one pot.");
  }

  @Test
  void answersFromDrawsFromOnePot() {
    for (int source = 0; source < 3; source++) {
      draws(source, PERSONS);
    }

    CensusFindings findings = findings("sample.design = independent-draws");

    assertThat(gates(findings)).containsExactly("order", "spread_over_sources");
    PersonEstimate dump = findings.selected(EstimateScope.DUMP);
    assertThat(dump.identifiable()).isTrue();
    assertThat(dump.lowerPersons().orElseThrow()).isBetween(70_000.0, (double) PERSONS);
  }

  @Test
  void refusesARandomSampleWhosePersonsStandTogether() {
    for (int record = 0; record < RECORDS; record++) {
      int person = record / 2;
      place(person, 0, (long) (EXTENT * (double) person / (RECORDS / 2.0)) + record % 2);
    }

    CensusFindings findings =
        findings("sample { design = random-records, dump-records = 1000000 }");

    PersonEstimate dump = findings.selected(EstimateScope.DUMP);
    assertThat(dump.method()).isEqualTo("not_identifiable");
    assertThat(dump.lowerPersons()).hasValue(RECORDS / 2.0);
    assertThat(dump.needed())
        .startsWith("Persons seen twice do not stand where random order would put them (4,000 of");
    assertThat(findings.gates()).extracting(Gate::outcome).containsExactly(Outcome.REFUSED);
    assertThat(findings.sourceEstimates())
        .filteredOn(row -> row.estimate().scope() == EstimateScope.DUMP)
        .noneMatch(row -> row.estimate().identifiable());
  }

  @Test
  void addsTheRecordsOfTheSourcesUpAndEstimatesEachAlone() {
    draws(0, PERSONS);
    draws(1, PERSONS);
    draws(2, PERSONS);

    CensusFindings findings =
        findings(
            "sample { design = random-records, source-records { a = 200000, b = 200000, c = 200000 } }");

    assertThat(gates(findings)).containsExactly("order", "even_over_sources");
    assertThat(findings.selected(EstimateScope.DUMP).method()).isEqualTo("lp_set_linked");
    assertThat(findings.sourceEstimates())
        .extracting(row -> row.source() + " " + row.estimate().scope().key())
        .containsExactly("a sample", "a dump", "b sample", "b dump", "c sample", "c dump");
    assertThat(findings.sourceEstimates())
        .filteredOn(row -> row.estimate().scope() == EstimateScope.DUMP)
        .allSatisfy(
            row -> {
              // 200,000 records over 100,000 persons: nearly 86,500 of them have one
              assertThat(row.estimate().lowerPersons().orElseThrow()).isLessThanOrEqualTo(86_500);
              assertThat(row.estimate().upperPersons().orElseThrow()).isBetween(86_500.0, 2e5);
            });
    assertThat(findings.selected(EstimateScope.DUMP).upperPersons().orElseThrow())
        .isBetween((double) PERSONS, 3e5);
  }

  @Test
  void takesTheStatedRecordsOfTheDumpBeforeThoseOfItsSources() {
    draws(0, PERSONS);
    draws(1, PERSONS);
    draws(2, PERSONS);

    CensusFindings findings =
        findings(
            "sample { design = random-records, dump-records = 6000000,"
                + " source-records { a = 200000, b = 200000, c = 200000 } }");

    assertThat(findings.selected(EstimateScope.DUMP).diagnostics())
        .containsEntry("dump_mentions", 6e6);
  }

  @Test
  void scalesTheRecordsOfTheDumpToEachSource() {
    draws(0, PERSONS);
    index(1);
    index(1);

    CensusFindings findings = findings("sample { design = random-records, dump-records = 600000 }");

    assertThat(findings.sourceEstimates())
        .filteredOn(row -> row.estimate().scope() == EstimateScope.DUMP)
        .extracting(row -> row.estimate().diagnostics().get("dump_mentions"))
        .startsWith(200_000.0, 400_000.0);
  }

  @Test
  void putsAllErrorOfTheLinkageIntoEachSource() {
    draws(0, 1_000);
    draws(1, PERSONS);
    // 500 of the mentions carry no checked id: they may all be people already counted
    thinMentions = 60;
    for (int person = 0; person < 500; person++) {
      mentions.append(
          200_000 + person, 1, 1, 1, 1, 0, PersonRows.facts(true, 0, Sex.UNKNOWN, 0), 1, 5, 0, 0);
      records[1]++;
    }

    CensusFindings findings = findings("sample.design = unknown");

    PersonEstimate sample = findings.selected(EstimateScope.SAMPLE);
    double fewer = sample.persons().orElseThrow() - sample.lowerPersons().orElseThrow();
    double more = sample.upperPersons().orElseThrow() - sample.persons().orElseThrow();
    assertThat(fewer).isEqualTo(500);
    assertThat(more).isEqualTo(60);
    assertThat(findings.sourceEstimates())
        .filteredOn(row -> row.estimate().scope() == EstimateScope.SAMPLE)
        .filteredOn(row -> !row.source().equals("c"))
        .allSatisfy(
            row -> {
              double counted = row.estimate().persons().orElseThrow();
              assertThat(row.estimate().lowerPersons()).hasValue(counted - 500);
              assertThat(row.estimate().upperPersons()).hasValue(counted + 60);
            });
  }

  @Test
  void keepsTheSourcesWhereTheirPartsDiffer() {
    draws(0, PERSONS);
    draws(1, PERSONS);
    draws(2, PERSONS);

    CensusFindings findings =
        findings(
            "sample { design = random-records, source-records { a = 200000, b = 800000, c = 200000 } }");

    PersonEstimate dump = findings.selected(EstimateScope.DUMP);
    assertThat(dump.method()).isEqualTo("not_identifiable");
    assertThat(dump.needed()).startsWith("The sources gave different parts of their records");
    assertThat(findings.sourceEstimates())
        .filteredOn(row -> row.estimate().scope() == EstimateScope.DUMP)
        .extracting(row -> row.estimate().method())
        .containsOnly("lp_set_linked");
  }

  @Test
  void takesSourcesForListsAsAReferenceAlone() {
    for (int source = 0; source < 3; source++) {
      draws(source, PERSONS);
    }

    List<PersonEstimate> rows = findings("sample.design = unknown").estimates();

    assertThat(rows)
        .filteredOn(row -> row.method().equals("loglinear_bic"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.selected()).isFalse();
              assertThat(row.identifiable()).isFalse();
              assertThat(row.persons().orElseThrow()).isBetween(50_000.0, 200_000.0);
            });
  }

  @Test
  void saysNothingOfListsWhoseOverlapIsWithheld() {
    for (int person = 0; person < 300; person++) {
      place(person, 0, person);
      place(1_000 + person, 1, person);
    }
    for (int person = 0; person < 7; person++) {
      place(2_000 + person, 0, person);
      place(2_000 + person, 1, person);
    }

    List<PersonEstimate> rows = findings("sample.design = unknown").estimates();

    assertThat(rows).noneMatch(row -> row.method().startsWith("chapman"));
    assertThat(rows).noneMatch(row -> row.diagnostics().containsKey("shared_persons"));
  }

  @Test
  void estimatesEachRegionFromItsOwnRecords() {
    // 4,000 persons with one record, 1,000 with eight: a fifth of their records is drawn
    region(11, 4_000, 1);
    region(33, 1_000, 8);
    region(0, 500, 1);

    List<PopulationShare> shares =
        findings("sample { design = random-records, dump-records = 12500 }", List.of(provinces()))
            .shares();

    assertThat(shares).extracting(PopulationShare::stratum).containsExactly("total", "11", "33");
    AffectedPersons often = affected(shares.get(2));
    assertThat(affected(shares.get(1)).persons().orElseThrow()).isBetween(2_500.0, 4_500.0);
    assertThat(affected(shares.get(1)).upperPersons().orElseThrow()).isBetween(4_000.0, 6_000.0);
    assertThat(often.persons().orElseThrow()).isBetween(850.0, 1_400.0);
    assertThat(often.lowerPersons()).isBetween(800.0, 1_000.0);
    assertThat(often.upperPersons().orElseThrow()).isBetween(1_000.0, 3_000.0);
  }

  @Test
  void takesPersonsOfCountriesTogether() {
    region(11, 300, 1);
    placed(Place.ofCountry(156), 100, 1);
    long chinese = people;
    placed(Place.ofCountry(276), 100, 1);
    Population world =
        new Population(
            "world",
            "World",
            LocalDate.of(2024, 7, 1),
            "Made up",
            StratumKind.COUNTRY,
            new PopulationStratum("total", "All", 9_000),
            List.of(new PopulationStratum("156", "China", 5_000)));

    List<PopulationShare> shares = findings("sample.design = whole-dump", List.of(world)).shares();

    assertThat(shares)
        .extracting(PopulationShare::stratum)
        .containsExactly("total", "156", "other");
    assertThat(shares.get(1).sample().orElseThrow().seen()).isEqualTo(chinese);
    assertThat(affected(shares.get(1)).upperPersons()).hasValue(chinese);
    assertThat(shares.get(2).sample().orElseThrow().seen()).isEqualTo(people - chinese);
  }

  @Test
  void addsUpNoPartsOfWhichOneHasNobody() {
    region(11, 600, 2);

    CensusFindings findings =
        findings(
            "sample { design = random-records, dump-records = 3000 }",
            List.of(PopulationReader.bundled("us-2020")));

    assertThat(findings.shares()).hasSize(52);
    assertThat(findings.estimates()).noneMatch(row -> row.method().equals("post_stratified_state"));
  }

  @Test
  void leavesOutAHandfulOfUnknownSexInsteadOfTheirAge() {
    people(Sex.MALE, 1998, 300);
    people(Sex.FEMALE, 1998, 250);
    people(Sex.UNKNOWN, 1998, 4);
    people(Sex.MALE, 1970, 200);
    people(Sex.FEMALE, 1970, 200);
    people(Sex.UNKNOWN, 1970, 40);
    people(Sex.UNKNOWN, 0, 30);

    List<PopulationShare> shares =
        findings(
                "sample.design = whole-dump",
                List.of(PopulationReader.bundled("china-2020-age-sex")))
            .shares();

    assertThat(seen(shares, "age:20-24")).isEqualTo(550);
    assertThat(seen(shares, "age-sex:20-24:male")).isEqualTo(300);
    assertThat(seen(shares, "age:50-54")).isEqualTo(440);
    assertThat(seen(shares, "sex:male")).isEqualTo(500);
    assertThat(shares).noneMatch(PopulationShare::suppressed);
    assertThat(
            shares.stream()
                .filter(row -> row.stratum().equals("total"))
                .map(row -> row.dimension() + " " + row.sample().orElseThrow().seen()))
        .containsExactly("sex 950", "age 990");
  }

  @Test
  void doesNotTellAHandfulOfUnknownRegion() {
    region(11, 900, 1);
    region(33, 400, 1);
    long placed = people;
    for (int person = 0; person < 5; person++) {
      place(500_000 + person, 0, person);
    }

    List<PopulationShare> shares =
        findings("sample.design = whole-dump", List.of(provinces())).shares();

    // all persons less those of the two provinces would be five
    assertThat(shares)
        .filteredOn(PopulationShare::suppressed)
        .extracting(PopulationShare::stratum)
        .containsExactly("33", "other");
    assertThat(shares.get(0).sample().orElseThrow().seen()).isEqualTo(placed + 5);
  }

  private void people(Sex sex, int birthYear, int persons) {
    for (int person = 0; person < persons; person++) {
      mentions.append(
          1 + mentions.size(),
          0,
          1,
          1,
          1,
          1,
          PersonRows.facts(true, 0, sex, birthYear),
          0,
          random.nextLong(EXTENT),
          0,
          0);
      records[0]++;
    }
  }

  private static long seen(List<PopulationShare> shares, String stratum) {
    return shares.stream()
        .filter(row -> row.stratum().equals(stratum))
        .findFirst()
        .orElseThrow()
        .sample()
        .orElseThrow()
        .seen();
  }

  private static AffectedPersons affected(PopulationShare row) {
    return row.sample().orElseThrow().affected();
  }

  @Test
  void measuresOnlyRowsThatAreTold() {
    inProvince(11, 60);
    inProvince(12, 36);
    inProvince(13, 4);
    Population three = provinces("three", List.of("11", "12", "13"));
    // its province and all others tell the second of the other population, and so the third
    Population one = provinces("one", List.of("12"));

    CensusFindings findings = findings("sample.design = whole-dump", List.of(three, one));

    assertThat(findings.shares())
        .filteredOn(PopulationShare::suppressed)
        .extracting(row -> row.population() + " " + row.stratum())
        .containsExactly("three 11", "three 12", "three 13");
    assertThat(findings.representativeness())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.strata()).isEqualTo(1);
              assertThat(row.totalVariation()).hasValue(0);
            });
  }

  private void inProvince(int province, int persons) {
    long facts = PersonRows.facts(true, province, Sex.UNKNOWN, 0);
    for (int person = 0; person < persons; person++) {
      mentions.append(1 + mentions.size(), 0, 1, 1, 1, 1, facts, 0, person, 0, 0);
      records[0]++;
    }
  }

  private static Population provinces(String key, List<String> codes) {
    return new Population(
        key,
        key,
        LocalDate.of(2020, 11, 1),
        "Made up",
        StratumKind.CN_PROVINCE,
        new PopulationStratum("total", "All", 90_000),
        codes.stream().map(code -> new PopulationStratum(code, code, 20_000)).toList());
  }

  private static Population provinces() {
    return new Population(
        "provinces",
        "Two provinces",
        LocalDate.of(2020, 11, 1),
        "Made up",
        StratumKind.CN_PROVINCE,
        new PopulationStratum("total", "All", 90_000),
        List.of(
            new PopulationStratum("11", "North", 50_000),
            new PopulationStratum("33", "East", 40_000)));
  }

  private void region(int province, int persons, int recordsOfEach) {
    placed(Place.ofProvince(province), persons, recordsOfEach);
  }

  private void placed(int place, int persons, int recordsOfEach) {
    long facts = PersonRows.facts(true, place, Sex.UNKNOWN, 0);
    for (int person = 0; person < persons; person++) {
      boolean seen = false;
      for (int record = 0; record < recordsOfEach; record++) {
        if (random.nextInt(5) == 0) {
          int id = place * 10_000 + person;
          mentions.append(id, 0, 1, 1, 1, 1, facts, 0, random.nextLong(EXTENT), 0, 0);
          records[0]++;
          seen = true;
        }
      }
      people += seen ? 1 : 0;
    }
  }

  private void index(int source) {
    TreeSet<Integer> drawn = new TreeSet<>();
    while (drawn.size() < RECORDS) {
      drawn.add(random.nextInt(PERSONS));
    }
    drawn.forEach(person -> place(person, source, random.nextLong(EXTENT)));
  }

  private void draws(int source, int persons) {
    for (int record = 0; record < RECORDS; record++) {
      place(random.nextInt(persons), source, random.nextLong(EXTENT));
    }
  }

  private void place(long person, int source, long position) {
    long facts = PersonRows.facts(true, 0, Sex.UNKNOWN, 0);
    mentions.append(person, source, 1, 1, 1, 1, facts, source, position, 0, 0);
    records[source]++;
  }

  private CensusFindings findings(String sample) {
    return findings(sample, List.of());
  }

  private CensusFindings findings(String sample, List<Population> populations) {
    CountPersons counting = new CountPersons(new long[] {EXTENT, EXTENT, EXTENT});
    counting.count(MergePersons.merge(mentions));
    CountTable counts = counting.counts();
    LongTable tallies = SplitTally.table();
    List<SourceFile> files = new ArrayList<>();
    for (int source = 0; source < records.length; source++) {
      counts.add(Measure.RECORDS, source, 0, records[source]);
      counts.add(Measure.MENTIONS, source, 0, records[source]);
      files.add(new SourceFile(source, source, EXTENT, "none", false));
      SplitTally tally = new SplitTally(source);
      tally.add(IntakeMeasure.RECORDS_KEPT, records[source]);
      tallies.appendAll(tally.rows());
    }
    counts.add(Measure.MENTIONS, 1, 0, thinMentions);
    counts.add(Measure.UNATTRIBUTABLE_MENTIONS, 1, 0, thinMentions);
    CensusConfig config = config(sample);
    return ConcludeCensus.conclude(
        new CensusFacts(config.sources(), Intake.of(files, tallies), counts, Optional.empty()),
        config,
        populations);
  }

  private static CensusConfig config(String sample) {
    List<String> settings = new ArrayList<>(List.of("resolve.method=identifiers"));
    for (String source : List.of("a", "b", "c")) {
      settings.add(
          "sources.%s={files = f, format = csv, fields { national-id = id }}".formatted(source));
    }
    settings.add(sample.replaceFirst("sample ", "sample=").replaceFirst(" = ", "="));
    return ConfigReader.read(LoadedConfig.load(Optional.empty(), settings));
  }

  private static List<String> gates(CensusFindings findings) {
    return findings.gates().stream().map(Gate::name).toList();
  }
}
