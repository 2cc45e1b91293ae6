package leakcensus.spark.census;

import leakcensus.authenticity.JudgeSigns;
import leakcensus.authenticity.SignRow;
import leakcensus.census.CensusFacts;
import leakcensus.config.CensusConfig;
import leakcensus.spark.table.CensusTables;
import leakcensus.spark.table.SummaryRows;

/** Rows of the signs that values are made up, or records recycled. */
final class AuthenticityRows {

  private AuthenticityRows() {}

  static SummaryRows signs(CensusFacts facts, CensusConfig config, String runId) {
    SummaryRows rows = new SummaryRows(CensusTables.AUTHENTICITY, runId);
    JudgeSigns judge =
        new JudgeSigns(
            facts.counts(),
            facts.sources().size(),
            config.disclosure().smallCells(),
            config.disclosure().rounding(),
            config.confidence());
    for (SignRow row : judge.judge()) {
      rows.add(
          row.sign(),
          Labels.source(facts.sources(), row.source()),
          row.tested(),
          row.observed(),
          row.expected(),
          row.lower(),
          row.upper(),
          row.pValue(),
          row.reading().key(),
          row.explanation(),
          row.suppressed());
    }
    return rows;
  }
}
