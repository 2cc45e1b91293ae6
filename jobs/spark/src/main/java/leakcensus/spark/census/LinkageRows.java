package leakcensus.spark.census;

import java.util.Locale;
import leakcensus.census.CensusFacts;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.link.LinkOutcome;
import leakcensus.link.NodeKind;
import leakcensus.spark.table.CensusTables;
import leakcensus.spark.table.SummaryRows;

/** Rows of the table that says what the linkage did. */
final class LinkageRows {

  private LinkageRows() {}

  static SummaryRows quality(CensusFacts facts, String runId) {
    SummaryRows rows = new SummaryRows(CensusTables.LINKAGE_QUALITY, runId);
    for (NodeKind kind : NodeKind.values()) {
      for (LinkOutcome outcome : LinkOutcome.values()) {
        long identifiers = count(facts, Measure.LINK_IDENTIFIERS, kind, outcome);
        long joins = count(facts, Measure.LINK_JOINS, kind, outcome);
        if (identifiers > 0 || joins > 0) {
          rows.add(
              kind.name().toLowerCase(Locale.ROOT).replace('_', '-'),
              outcome.key(),
              outcome.meaning(),
              identifiers,
              count(facts, Measure.LINK_MENTIONS, kind, outcome),
              joins,
              count(facts, Measure.LINK_UNNAMED_JOINS, kind, outcome));
        }
      }
    }
    return rows;
  }

  private static long count(
      CensusFacts facts, Measure measure, NodeKind kind, LinkOutcome outcome) {
    return facts.counts().at(measure, CountTable.ALL_SOURCES, kind.ordinal(), outcome.ordinal());
  }
}
