package leakcensus.pipeline;

import java.time.Instant;
import leakcensus.census.CensusFacts;
import leakcensus.config.CensusConfig;
import leakcensus.pseudonym.RunKeys;
import leakcensus.source.IntakeMeasure;
import leakcensus.source.SourceFile;
import leakcensus.spark.table.CensusTables;
import leakcensus.spark.table.SummaryRows;
import org.apache.spark.sql.SparkSession;

/** The row of the table of runs. */
final class RunRows {

  private RunRows() {}

  static SummaryRows run(
      CensusFacts facts,
      CensusConfig config,
      String runId,
      String fingerprint,
      RunKeys keys,
      Instant started,
      Instant finished,
      SparkSession spark) {
    SummaryRows rows = new SummaryRows(CensusTables.RUN, runId);
    long read = facts.intake().total(IntakeMeasure.RECORDS_READ);
    rows.add(
        ToolVersion.version(),
        spark.version(),
        fingerprint,
        keys.id(),
        started.toString(),
        finished.toString(),
        (long) facts.sources().size(),
        (long) facts.intake().files().size(),
        facts.intake().files().stream().mapToLong(SourceFile::bytes).sum(),
        read,
        facts.recordsKept(),
        read - facts.recordsKept(),
        facts.mentions(),
        facts.unattributableMentions(),
        config.design().key(),
        facts.organisationMentions(),
        config.disclosure().rounding().base(),
        config.output().title());
    return rows;
  }
}
