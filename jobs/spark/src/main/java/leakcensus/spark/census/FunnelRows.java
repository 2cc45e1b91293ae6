package leakcensus.spark.census;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import leakcensus.census.CensusFacts;
import leakcensus.census.CensusFindings;
import leakcensus.config.CensusConfig;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.estimate.claim.ClaimCheck;
import leakcensus.estimate.claim.ClaimKind;
import leakcensus.normalise.IdStep;
import leakcensus.normalise.NationalIdRule;
import leakcensus.person.PersonField;
import leakcensus.population.SmallCells;
import leakcensus.source.IntakeMeasure;
import leakcensus.source.Source;
import leakcensus.spark.table.CensusTables;
import leakcensus.spark.table.SummaryRows;

/** Rows of the funnel from records to persons with a checked national id. */
final class FunnelRows {

  /** Claims that are numbers of persons. */
  private static final Set<ClaimKind> PERSONS = Set.of(ClaimKind.PERSONS, ClaimKind.SHARE);

  private final SummaryRows rows;
  private final SmallCells smallCells;
  private final OptionalDouble claimed;
  private final OptionalDouble population;
  private final List<Long> published = new ArrayList<>();

  private FunnelRows(CensusFindings findings, CensusConfig config, String runId) {
    rows = new SummaryRows(CensusTables.ID_FUNNEL, runId);
    smallCells = new SmallCells(config.minCell());
    claimed =
        findings.claims().stream()
            .filter(claim -> PERSONS.contains(claim.kind()))
            .mapToDouble(ClaimCheck::claimed)
            .max();
    population =
        findings.populations().isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of(findings.populations().get(0).total().persons());
  }

  static SummaryRows funnel(CensusFindings findings, CensusConfig config, String runId) {
    FunnelRows funnel = new FunnelRows(findings, config, runId);
    CensusFacts facts = findings.facts();
    funnel.step("records read", facts.intake().total(IntakeMeasure.RECORDS_READ));
    funnel.step("records kept", facts.recordsKept());
    funnel.step(
        "different records, normalised",
        facts.frequencies(Measure.NORMALISED_FREQUENCY, CountTable.ALL_SOURCES).observedPersons());
    funnel.step("different national ids", distinctIds(facts, IdStep.NOT_AN_ID_SHAPE));
    if (facts.sources().stream().noneMatch(FunnelRows::hasCheckedIds)) {
      return funnel.rows;
    }
    funnel.step("ids of the right shape", distinctIds(facts, IdStep.BAD_AREA));
    funnel.step("ids with an area code that was ever valid", distinctIds(facts, IdStep.BAD_DATE));
    funnel.step("ids with a birth date of the calendar", distinctIds(facts, IdStep.BAD_CHECK));
    funnel.step("ids with a right check digit", distinctIds(facts, IdStep.VALID_18));
    funnel.step(
        "persons with a checked id",
        facts.frequencies(Measure.CHECKED_ID_FREQUENCY, CountTable.ALL_SOURCES).observedPersons());
    return funnel.rows;
  }

  private static boolean hasCheckedIds(Source source) {
    return source.rules().nationalIdRule() == NationalIdRule.CN_RESIDENT_ID
        && source.slots().stream()
            .anyMatch(slot -> slot.columns().containsKey(PersonField.NATIONAL_ID));
  }

  /** Different ids that come at least as far as a step; the unchecked 15-digit form is apart. */
  private static long distinctIds(CensusFacts facts, IdStep from) {
    if (from == IdStep.NOT_AN_ID_SHAPE) {
      return facts
          .counts()
          .at(Measure.FIELD_DISTINCT, CountTable.ALL_SOURCES, PersonField.NATIONAL_ID.ordinal());
    }
    long sum = 0;
    for (IdStep step : IdStep.values()) {
      if (step.compareTo(from) >= 0 && step != IdStep.VALID_15) {
        sum =
            Math.addExact(
                sum,
                facts
                    .counts()
                    .at(Measure.ID_STEP_DISTINCT, CountTable.ALL_SOURCES, step.ordinal()));
      }
    }
    return sum;
  }

  private void step(String name, long left) {
    long number = rows.rows().size() + 1L;
    boolean hidden = isSmall(left);
    OptionalDouble previous =
        published.isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of(published.get(published.size() - 1));
    rows.add(
        number,
        name,
        hidden ? OptionalLong.empty() : OptionalLong.of(left),
        hidden ? OptionalDouble.empty() : ratio(left, previous),
        hidden ? OptionalDouble.empty() : ratio(left, claimed),
        hidden ? OptionalDouble.empty() : ratio(left, population),
        hidden);
    if (!hidden) {
      published.add(left);
    }
  }

  /** Whether the step, or its distance from the last one shown, is a small count of people. */
  private boolean isSmall(long left) {
    boolean smallStep =
        !published.isEmpty()
            && rows.rows().size() > 2
            && smallCells.isSmall(Math.abs(published.get(published.size() - 1) - left));
    return smallCells.isSmall(left) || smallStep;
  }

  private static OptionalDouble ratio(long left, OptionalDouble whole) {
    return whole.isPresent() && whole.getAsDouble() > 0
        ? OptionalDouble.of(left / whole.getAsDouble())
        : OptionalDouble.empty();
  }
}
