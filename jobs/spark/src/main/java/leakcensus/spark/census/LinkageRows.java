package leakcensus.spark.census;

import java.util.Locale;
import java.util.Optional;
import leakcensus.census.CensusFacts;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.link.LinkOutcome;
import leakcensus.link.NodeKind;
import leakcensus.match.MatchFindings;
import leakcensus.match.ProbabilityBand;
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
              count(facts, Measure.LINK_UNNAMED_JOINS, kind, outcome),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty());
        }
      }
    }
    facts
        .matching()
        .ifPresent(
            matching -> {
              addBands(matching, rows);
              CheckRows.add(matching, facts.counts(), rows);
            });
    return rows;
  }

  private static void addBands(MatchFindings matching, SummaryRows rows) {
    for (ProbabilityBand band : matching.bands()) {
      addPairs(
          rows,
          band(band),
          "probability of being one person, each pair taken alone",
          Optional.of(band.pairs()),
          band.expectedSamePairs(),
          band.expectedFalseMerges(),
          band.expectedFalseSplits());
    }
    double unseen =
        Math.max(0, matching.model().expectedSamePairs() - matching.comparedSamePairs());
    addPairs(
        rows,
        "not-compared",
        "pairs that no blocking rule brought together",
        Optional.empty(),
        unseen,
        0,
        unseen);
  }

  private static String band(ProbabilityBand band) {
    return String.format(Locale.ROOT, "%.3f to %.3f", band.fromRatio(), band.toRatio());
  }

  private static void addPairs(
      SummaryRows rows,
      String outcome,
      String meaning,
      Optional<Long> pairs,
      double same,
      double falseMerges,
      double falseSplits) {
    rows.add(
        "pair",
        outcome,
        meaning,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        pairs,
        same,
        falseMerges,
        falseSplits);
  }

  private static long count(
      CensusFacts facts, Measure measure, NodeKind kind, LinkOutcome outcome) {
    return facts.counts().at(measure, CountTable.ALL_SOURCES, kind.ordinal(), outcome.ordinal());
  }
}
