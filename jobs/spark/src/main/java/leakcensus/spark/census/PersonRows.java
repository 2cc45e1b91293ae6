package leakcensus.spark.census;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.StringJoiner;
import java.util.function.Function;
import leakcensus.census.CensusFindings;
import leakcensus.census.SourceEstimate;
import leakcensus.census.Uniqueness;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.claim.ClaimCheck;
import leakcensus.estimate.gate.Gate;
import leakcensus.population.AffectedPersons;
import leakcensus.population.PopulationShare;
import leakcensus.population.Representativeness;
import leakcensus.population.StratumShare;
import leakcensus.spark.table.CensusTables;
import leakcensus.spark.table.SummaryRows;

/** Rows of the tables that say how many persons are affected. */
final class PersonRows {

  private PersonRows() {}

  static SummaryRows estimates(CensusFindings findings, String runId) {
    SummaryRows rows = new SummaryRows(CensusTables.PERSON_ESTIMATE, runId);
    for (PersonEstimate estimate : findings.estimates()) {
      add(Labels.ALL, estimate, rows);
    }
    for (SourceEstimate each : findings.sourceEstimates()) {
      add(each.source(), each.estimate(), rows);
    }
    return rows;
  }

  private static void add(String source, PersonEstimate estimate, SummaryRows rows) {
    StringJoiner diagnostics = new StringJoiner(" ");
    estimate
        .diagnostics()
        .forEach(
            (name, value) -> diagnostics.add(String.format(Locale.ROOT, "%s=%.6g", name, value)));
    rows.add(
        estimate.scope().key(),
        estimate.method(),
        estimate.persons(),
        estimate.lowerPersons(),
        estimate.upperPersons(),
        estimate.confidence(),
        estimate.selected(),
        estimate.identifiable(),
        estimate.assumptions(),
        estimate.needed(),
        diagnostics.toString(),
        source,
        estimate.why());
  }

  static SummaryRows gates(CensusFindings findings, String runId) {
    SummaryRows rows = new SummaryRows(CensusTables.DESIGN_GATE, runId);
    for (Gate gate : findings.gates()) {
      rows.add(gate.name(), gate.outcome().key(), gate.pValueRatio(), gate.explanation());
    }
    return rows;
  }

  static SummaryRows shares(CensusFindings findings, String runId) {
    SummaryRows rows = new SummaryRows(CensusTables.POPULATION_SHARE, runId);
    for (PopulationShare share : findings.shares()) {
      Optional<AffectedPersons> affected = share.sample().map(StratumShare::affected);
      Optional<AffectedPersons> alike = share.sample().map(StratumShare::ifAlike);
      OptionalDouble persons = number(affected, AffectedPersons::persons);
      OptionalDouble lower = number(affected, PersonRows::lower);
      OptionalDouble upper = number(affected, AffectedPersons::upperPersons);
      OptionalDouble alikeLower = number(alike, PersonRows::lower);
      OptionalDouble alikeUpper = number(alike, AffectedPersons::upperPersons);
      rows.add(
          share.population(),
          share.stratum(),
          share.label(),
          share.populationPersons(),
          share.sample().map(sample -> OptionalLong.of(sample.seen())).orElse(OptionalLong.empty()),
          persons,
          lower,
          upper,
          share.share(persons),
          share.share(lower),
          share.share(upper),
          share.suppressed(),
          share.dimension(),
          alikeLower,
          alikeUpper,
          share.share(alikeLower),
          share.share(alikeUpper),
          number(share.sample(), StratumShare::representation),
          number(share.sample(), StratumShare::residual),
          share.share(persons.isPresent() ? persons : lower).orElse(0) > 1,
          share.date().toString());
    }
    return rows;
  }

  static SummaryRows representativeness(CensusFindings findings, String runId) {
    SummaryRows rows = new SummaryRows(CensusTables.REPRESENTATIVENESS, runId);
    for (Representativeness each : findings.representativeness()) {
      rows.add(
          each.population(),
          each.dimension(),
          each.seen(),
          (long) each.strata(),
          each.totalVariation(),
          each.stabilityIndex(),
          each.chiSquare(),
          (long) each.degreesOfFreedom(),
          each.pValue(),
          each.reading());
    }
    return rows;
  }

  static SummaryRows uniqueness(CensusFindings findings, String runId) {
    SummaryRows rows = new SummaryRows(CensusTables.UNIQUENESS, runId);
    for (Uniqueness each : findings.uniqueness()) {
      rows.add(
          each.identifier().key(),
          each.persons(),
          each.unique(),
          each.inGroupsOf2To4(),
          each.inGroupsOf5To10(),
          each.inLargerGroups(),
          each.unique().isPresent() && each.persons().orElse(0) > 0
              ? OptionalDouble.of((double) each.unique().getAsLong() / each.persons().getAsLong())
              : OptionalDouble.empty());
    }
    return rows;
  }

  private static <T> OptionalDouble number(Optional<T> of, Function<T, OptionalDouble> number) {
    return of.map(number).orElse(OptionalDouble.empty());
  }

  private static OptionalDouble lower(AffectedPersons affected) {
    return OptionalDouble.of(affected.lowerPersons());
  }

  static SummaryRows claims(CensusFindings findings, String runId) {
    SummaryRows rows = new SummaryRows(CensusTables.CLAIM_CHECK, runId);
    for (ClaimCheck claim : findings.claims()) {
      rows.add(
          claim.claim(),
          claim.claimed(),
          claim.statistic(),
          claim.observed(),
          claim.expected(),
          claim.pValue(),
          claim.powerRatio(),
          claim.breakEvenCv2(),
          claim.verdict().key(),
          claim.explanation(),
          claim.assumptions(),
          claim.kind().key(),
          claim.unit(),
          claim.deviation().key(),
          claim.morePValue(),
          claim.contradictPowerRatio(),
          claim.smallestFewerRatio(),
          claim.smallestMoreRatio(),
          claim.lower(),
          claim.upper());
    }
    return rows;
  }
}
