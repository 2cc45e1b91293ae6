package leakcensus.spark.census;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import leakcensus.block.LongTable;
import leakcensus.census.CensusFacts;
import leakcensus.census.CensusFindings;
import leakcensus.census.ConcludeCensus;
import leakcensus.config.CensusConfig;
import leakcensus.config.ClaimSettings;
import leakcensus.config.DisclosureSettings;
import leakcensus.config.KeepSettings;
import leakcensus.config.OutputSettings;
import leakcensus.config.PopulationSettings;
import leakcensus.config.PrivacySettings;
import leakcensus.config.QuarantineLimit;
import leakcensus.config.QuarantineLimits;
import leakcensus.config.ReadSettings;
import leakcensus.config.ResolveSettings;
import leakcensus.container.ContainerLimits;
import leakcensus.count.CountTable;
import leakcensus.duty.DutySettings;
import leakcensus.estimate.SampleDesign;
import leakcensus.estimate.SourceStatements;
import leakcensus.link.ResolveMethod;
import leakcensus.link.TrustSettings;
import leakcensus.match.MatchSettings;
import leakcensus.normalise.DateOrder;
import leakcensus.normalise.NationalIdRule;
import leakcensus.normalise.NormaliseSettings;
import leakcensus.person.PersonField;
import leakcensus.severity.SeveritySettings;
import leakcensus.source.Intake;
import leakcensus.source.IntakeMeasure;
import leakcensus.source.RecordFault;
import leakcensus.source.RecordFormat;
import leakcensus.source.Slot;
import leakcensus.source.Source;
import leakcensus.source.SourceFile;
import leakcensus.source.SplitTally;
import leakcensus.spark.table.SummaryRows;

/**
 * A census by hand: of persons, with one slot, and of cases, with two; the counts are the test's.
 */
final class SmallCensus {

  static final int PERSONS = 0;
  static final int CASES = 1;
  static final int ALL = CountTable.ALL_SOURCES;

  private static final int MIN_CELL = 11;

  final CountTable counts = new CountTable();

  private final SplitTally tally = new SplitTally(0);
  private int roundPersons = 1;
  private NationalIdRule idRule = NationalIdRule.CN_RESIDENT_ID;

  /** The cells of all rows as text without the run id; an empty cell is a hyphen. */
  static List<String> text(SummaryRows rows) {
    List<String> lines = new ArrayList<>();
    for (List<Optional<Object>> row : rows.rows()) {
      List<String> cells =
          row.subList(1, row.size()).stream()
              .map(cell -> cell.map(Object::toString).orElse("-"))
              .toList();
      lines.add(String.join(" | ", cells));
    }
    return lines;
  }

  SmallCensus withOpaqueIds() {
    idRule = NationalIdRule.OPAQUE;
    return this;
  }

  SmallCensus withRounding(int persons) {
    roundPersons = persons;
    return this;
  }

  /** Records of the one file that there is. */
  SmallCensus withRecords(long read, long kept) {
    tally.add(IntakeMeasure.RECORDS_READ, read);
    tally.add(IntakeMeasure.RECORDS_KEPT, kept);
    for (long record = kept; record < read; record++) {
      tally.quarantine(RecordFault.BAD_SYNTAX, 100 * record);
    }
    return this;
  }

  CensusFacts facts() {
    LongTable tallies = SplitTally.table();
    tallies.appendAll(tally.rows());
    return new CensusFacts(
        config().sources(),
        Intake.of(List.of(new SourceFile(0, PERSONS, 1_000, "none", false)), tallies),
        counts,
        Optional.empty());
  }

  ToldCounts told() {
    return ToldCounts.of(facts(), config());
  }

  CensusFindings findings() {
    return ConcludeCensus.conclude(facts(), config(), List.of());
  }

  CensusConfig config() {
    return new CensusConfig(
        new OutputSettings("out", false, 0, ""),
        new ReadSettings(
            1 << 20,
            1 << 20,
            QuarantineLimits.of(QuarantineLimit.ofRatio(0.5)),
            ContainerLimits.DEFAULT),
        List.of(
            source(
                "persons",
                Slot.of(
                    "holder",
                    Map.of(
                        PersonField.NATIONAL_ID, List.of("id"),
                        PersonField.PHONE, List.of("mobile")))),
            source(
                "cases",
                Slot.of("reporter", Map.of(PersonField.PHONE, List.of("reporter_phone"))),
                Slot.of("suspect", Map.of(PersonField.FULL_NAME, List.of("suspect_name"))))),
        new ResolveSettings(
            new TrustSettings(ResolveMethod.IDENTIFIERS, 100, 5),
            new MatchSettings(100, 400, 2_500),
            Optional.empty(),
            1 << 20,
            1),
        new SampleDesign.Unknown(),
        SourceStatements.none(),
        0.95,
        List.of(ClaimSettings.ofPersons("seller", 1_000, OptionalDouble.empty())),
        new PopulationSettings(List.of(), Optional.empty()),
        new DisclosureSettings(MIN_CELL, roundPersons),
        new PrivacySettings(false, false, false),
        new KeepSettings(true, true, 7),
        SeveritySettings.none(),
        DutySettings.none());
  }

  private Source source(String name, Slot... slots) {
    return new Source(
        name,
        List.of("file"),
        new RecordFormat.JsonLines(),
        "UTF-8",
        List.of(slots),
        List.of("note"),
        new NormaliseSettings("CN", idRule, DateOrder.DAY_FIRST));
  }
}
