package leakcensus.spark.census;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import leakcensus.census.CensusFacts;
import leakcensus.census.CensusFindings;
import leakcensus.config.CensusConfig;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.estimate.EstimateScope;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.claim.ClaimCheck;
import leakcensus.estimate.claim.ClaimKind;
import leakcensus.normalise.IdStep;
import leakcensus.normalise.NationalIdRule;
import leakcensus.person.PersonField;
import leakcensus.population.RoundCounts;
import leakcensus.population.SmallCells;
import leakcensus.source.IntakeMeasure;
import leakcensus.source.Source;
import leakcensus.spark.table.CensusTables;
import leakcensus.spark.table.SummaryRows;

/**
 * Rows of the funnel from what is claimed to persons with a checked national id, to persons, and to
 * their part of the population.
 */
final class FunnelRows {

  /** Claims that are numbers of persons or of records: one of them heads the funnel. */
  private static final Set<ClaimKind> CLAIMED = Set.of(ClaimKind.PERSONS, ClaimKind.RECORDS);

  private static final int CLAIM_STEP = 0;
  private static final int FIRST_STEP_OF_IDS = 4;
  private static final int SAMPLE_STEP = 10;
  private static final int DUMP_STEP = 11;

  private final SummaryRows rows;
  private final SmallCells smallCells;
  private final RoundCounts rounding;
  private final CensusFindings findings;
  private final Optional<ClaimCheck> claim;
  private final OptionalDouble population;
  private final List<Long> published = new ArrayList<>();
  private long number = 1;
  private long lastShown;

  private FunnelRows(CensusFindings findings, CensusConfig config, String runId) {
    rows = new SummaryRows(CensusTables.ID_FUNNEL, runId);
    smallCells = config.disclosure().smallCells();
    rounding = config.disclosure().rounding();
    this.findings = findings;
    claim =
        findings.claims().stream()
            .filter(check -> CLAIMED.contains(check.kind()))
            .findFirst()
            .or(
                () ->
                    findings.claims().stream()
                        .filter(check -> check.kind() == ClaimKind.SHARE)
                        .findFirst());
    population =
        findings.populations().isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of(findings.populations().get(0).total().persons());
  }

  static SummaryRows funnel(CensusFindings findings, CensusConfig config, String runId) {
    FunnelRows funnel = new FunnelRows(findings, config, runId);
    funnel.addClaim();
    funnel.addRecords(findings.facts());
    if (findings.facts().sources().stream().anyMatch(FunnelRows::hasCheckedIds)) {
      funnel.addIds(findings.facts());
    }
    funnel.addPersons(
        SAMPLE_STEP, "persons of the sample", findings.selected(EstimateScope.SAMPLE));
    funnel.addPersons(DUMP_STEP, "persons of the dump", findings.selected(EstimateScope.DUMP));
    return funnel.rows;
  }

  /** What is claimed is no count of ours: nothing of it is withheld, and no step is held to it. */
  private void addClaim() {
    claim.ifPresent(
        check -> {
          double claimed = check.claimed();
          rows.add(
              (long) CLAIM_STEP,
              check.kind() == ClaimKind.RECORDS ? "records claimed" : "persons claimed",
              Math.round(claimed),
              OptionalDouble.empty(),
              OptionalDouble.of(1),
              ratio(claimed, population),
              false,
              OptionalDouble.empty(),
              OptionalDouble.empty(),
              OptionalDouble.empty(),
              OptionalDouble.empty());
        });
  }

  private void addRecords(CensusFacts facts) {
    step("records read", facts.intake().total(IntakeMeasure.RECORDS_READ));
    step("records kept", facts.recordsKept());
    step(
        "different records, normalised",
        facts.frequencies(Measure.NORMALISED_FREQUENCY, CountTable.ALL_SOURCES).observedPersons());
    step("different national ids", distinctIds(facts, IdStep.NOT_AN_ID_SHAPE));
  }

  private void addIds(CensusFacts facts) {
    step("ids of the right shape", distinctIds(facts, IdStep.BAD_AREA));
    step("ids with an area code that was ever valid", distinctIds(facts, IdStep.BAD_DATE));
    step("ids with a birth date of the calendar", distinctIds(facts, IdStep.BAD_CHECK));
    checkedStep("ids with a right check digit", distinctIds(facts, IdStep.VALID_18));
    checkedStep(
        "persons with a checked id",
        facts.frequencies(Measure.CHECKED_ID_FREQUENCY, CountTable.ALL_SOURCES).observedPersons());
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
    addCount(name, left, isSmall(left));
  }

  /** The number of persons is published: it must not tell that few of them have no checked id. */
  private void checkedStep(String name, long left) {
    long persons = findings.facts().persons(CountTable.ALL_SOURCES).observedPersons();
    boolean fewWithout = persons > left && smallCells.isSmall(persons - left);
    addCount(name, left, isSmall(left) || fewWithout);
  }

  private void addCount(String name, long counted, boolean hidden) {
    long left = number < FIRST_STEP_OF_IDS ? counted : rounding.nearest(counted);
    rows.add(
        number++,
        name,
        hidden ? OptionalLong.empty() : OptionalLong.of(left),
        hidden ? OptionalDouble.empty() : ratioToPrevious(left),
        hidden ? OptionalDouble.empty() : ratioToClaim(left),
        hidden ? OptionalDouble.empty() : ratio(left, population),
        hidden,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty());
    if (!hidden) {
      published.add(left);
      lastShown = counted;
    }
  }

  /**
   * Persons as {@code person_estimate} publishes them; what few of them would tell is withheld by
   * {@link #checkedStep}.
   */
  private void addPersons(long step, String name, PersonEstimate estimate) {
    OptionalDouble persons = estimate.persons();
    boolean hidden = persons.isPresent() && smallCells.isSmall(Math.round(persons.getAsDouble()));
    boolean shown = persons.isPresent() && !hidden;
    OptionalDouble lower = hidden ? OptionalDouble.empty() : estimate.lowerPersons();
    OptionalDouble upper = hidden ? OptionalDouble.empty() : estimate.upperPersons();
    rows.add(
        step,
        name,
        shown ? OptionalLong.of(Math.round(persons.getAsDouble())) : OptionalLong.empty(),
        shown ? ratioToPrevious(persons.getAsDouble()) : OptionalDouble.empty(),
        shown ? ratioToClaim(persons.getAsDouble()) : OptionalDouble.empty(),
        shown ? ratio(persons.getAsDouble(), population) : OptionalDouble.empty(),
        hidden,
        lower,
        upper,
        ratio(lower, population),
        ratio(upper, population));
    if (shown) {
      published.add(Math.round(persons.getAsDouble()));
    }
  }

  /** Whether the step, or its distance from the last one shown, is a small count of people. */
  private boolean isSmall(long left) {
    boolean smallStep =
        !published.isEmpty()
            && number >= FIRST_STEP_OF_IDS
            && smallCells.isSmall(Math.abs(lastShown - left));
    return smallCells.isSmall(left) || smallStep;
  }

  private OptionalDouble ratioToPrevious(double left) {
    return published.isEmpty()
        ? OptionalDouble.empty()
        : ratio(left, OptionalDouble.of(published.get(published.size() - 1)));
  }

  private OptionalDouble ratioToClaim(double left) {
    return claim.isPresent()
        ? ratio(left, OptionalDouble.of(claim.get().claimed()))
        : OptionalDouble.empty();
  }

  private static OptionalDouble ratio(OptionalDouble left, OptionalDouble whole) {
    return left.isPresent() ? ratio(left.getAsDouble(), whole) : OptionalDouble.empty();
  }

  private static OptionalDouble ratio(double left, OptionalDouble whole) {
    return whole.isPresent() && whole.getAsDouble() > 0
        ? OptionalDouble.of(left / whole.getAsDouble())
        : OptionalDouble.empty();
  }
}
