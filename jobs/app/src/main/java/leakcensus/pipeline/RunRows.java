package leakcensus.pipeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;
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
      String inputFingerprint,
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
        config.output().title(),
        inputFingerprint,
        retainUntil(config, finished));
    return rows;
  }

  private static Optional<Object> retainUntil(CensusConfig config, Instant finished) {
    OptionalInt days = config.output().retentionDays();
    return days.isEmpty()
        ? Optional.empty()
        : Optional.of(
            LocalDate.ofInstant(finished, ZoneOffset.UTC).plusDays(days.getAsInt()).toString());
  }
}
