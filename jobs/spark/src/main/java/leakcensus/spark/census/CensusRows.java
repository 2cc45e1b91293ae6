package leakcensus.spark.census;

import java.util.List;
import leakcensus.census.CensusFindings;
import leakcensus.config.CensusConfig;
import leakcensus.spark.table.SummaryRows;

/** Writes the findings of a census as the rows of its tables. */
public final class CensusRows {

  private CensusRows() {}

  /** The rows of all tables but {@code run}, whatever the order of files, tasks or keys was. */
  public static List<SummaryRows> of(CensusFindings findings, CensusConfig config, String runId) {
    ToldCounts told = ToldCounts.of(findings.facts(), config);
    return List.of(
        IntakeRows.intake(findings.facts(), runId),
        IntakeRows.quarantine(findings.facts(), runId),
        FieldRows.profile(findings.facts(), told, config, runId),
        FieldRows.combinations(findings.facts(), told, config, runId),
        RepeatRows.frequency(findings.facts(), runId),
        RepeatRows.overlap(findings.facts(), told, runId),
        RepeatRows.pairs(findings.facts(), told, runId),
        LinkageRows.quality(findings.facts(), runId),
        MatchingRows.weights(findings.facts(), runId),
        MatchingRows.blocking(findings.facts(), runId),
        MatchingRows.labels(findings.facts(), runId),
        FunnelRows.funnel(findings, config, runId),
        PersonRows.estimates(findings, runId),
        PersonRows.gates(findings, runId),
        PersonRows.shares(findings, runId),
        PersonRows.representativeness(findings, runId),
        PersonRows.uniqueness(findings, runId),
        PersonRows.claims(findings, runId),
        AuthenticityRows.signs(findings.facts(), config, runId));
  }
}
