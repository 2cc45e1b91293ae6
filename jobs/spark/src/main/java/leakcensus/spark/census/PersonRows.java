package leakcensus.spark.census;

import java.util.Locale;
import java.util.StringJoiner;
import leakcensus.census.CensusFindings;
import leakcensus.census.SourceEstimate;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.claim.ClaimCheck;
import leakcensus.estimate.gate.Gate;
import leakcensus.population.PopulationShare;
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
      rows.add(
          share.population(),
          share.stratum(),
          share.label(),
          share.populationPersons(),
          share.personsSeen(),
          share.persons(),
          share.lowerPersons(),
          share.upperPersons(),
          share.shareRatio(),
          share.lowerShareRatio(),
          share.upperShareRatio(),
          share.suppressed());
    }
    return rows;
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
