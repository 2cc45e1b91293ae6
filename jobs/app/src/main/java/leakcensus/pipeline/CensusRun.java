package leakcensus.pipeline;

import java.util.List;
import java.util.Map;
import leakcensus.census.CensusFindings;
import leakcensus.spark.table.SummaryRows;
import leakcensus.spark.write.Manifest;

/**
 * A run that is committed.
 *
 * @param runId id of the run
 * @param path folder of the run
 * @param manifest what it has published
 * @param tables the published tables
 * @param findings what they say
 * @param secondsByStep how long each step took, in seconds
 */
public record CensusRun(
    String runId,
    String path,
    Manifest manifest,
    List<SummaryRows> tables,
    CensusFindings findings,
    Map<String, Double> secondsByStep) {

  public CensusRun {
    tables = List.copyOf(tables);
  }
}
