package leakcensus.spark.census;

import it.unimi.dsi.fastutil.longs.Long2LongMap;
import leakcensus.census.CensusFacts;
import leakcensus.compare.AgreementLevel;
import leakcensus.compare.AgreementPattern;
import leakcensus.compare.BlockingRule;
import leakcensus.compare.ComparisonField;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.match.MatchFindings;
import leakcensus.match.MatchModel;
import leakcensus.match.PairClass;
import leakcensus.spark.table.CensusTables;
import leakcensus.spark.table.SummaryRows;

/** Rows of the tables that explain the matching; without a matching they have none. */
final class MatchingRows {

  private static final String ANY = "any";

  private MatchingRows() {}

  /** What each level of agreement of each field says. */
  static SummaryRows weights(CensusFacts facts, String runId) {
    SummaryRows rows = new SummaryRows(CensusTables.MATCH_WEIGHT, runId);
    facts.matching().ifPresent(matching -> addWeights(matching, rows));
    return rows;
  }

  /** What each rule has brought together. */
  static SummaryRows blocking(CensusFacts facts, String runId) {
    SummaryRows rows = new SummaryRows(CensusTables.BLOCKING, runId);
    facts.matching().ifPresent(matching -> addRules(facts.counts(), matching, rows));
    return rows;
  }

  /** What labels have changed; one row at most. */
  static SummaryRows labels(CensusFacts facts, String runId) {
    SummaryRows rows = new SummaryRows(CensusTables.LABEL_EFFECT, runId);
    facts
        .matching()
        .flatMap(MatchFindings::labels)
        .ifPresent(
            effect ->
                rows.add(
                    effect.labels(),
                    effect.unanswered(),
                    effect.notFound(),
                    effect.decided(),
                    effect.used(),
                    effect.usedSame(),
                    effect.calibration().slope(),
                    effect.calibration().intercept(),
                    effect.calibration().from(),
                    effect.calibration().to(),
                    effect.samePairsWithout(),
                    effect.samePairsWith()));
    return rows;
  }

  private static void addWeights(MatchFindings matching, SummaryRows rows) {
    long[][] pairs = new long[ComparisonField.COUNT][AgreementLevel.COUNT];
    for (Long2LongMap.Entry entry : matching.tally().pairs().long2LongEntrySet()) {
      for (int field = 0; field < ComparisonField.COUNT; field++) {
        pairs[field][AgreementPattern.level(entry.getLongKey(), field)] += entry.getLongValue();
      }
    }
    MatchModel model = matching.model();
    for (int field = 0; field < ComparisonField.COUNT; field++) {
      ComparisonField compared = ComparisonField.at(field);
      for (int level = AgreementLevel.EXACT; level < AgreementLevel.COUNT; level++) {
        if (pairs[field][level] > 0) {
          rows.add(
              compared.key(),
              AgreementLevel.key(level),
              pairs[field][level],
              model.levelRatio(PairClass.SAME, compared, level),
              model.levelRatio(PairClass.HOUSEHOLD, compared, level),
              model.levelRatio(PairClass.NEIGHBOURS, compared, level),
              model.levelRatio(PairClass.UNRELATED, compared, level),
              model.weightBits(compared, level));
        }
      }
    }
  }

  private static void addRules(CountTable counts, MatchFindings matching, SummaryRows rows) {
    double all = matching.model().expectedSamePairs();
    long keys = 0;
    long skippedKeys = 0;
    for (BlockingRule rule : BlockingRule.values()) {
      long ofRule = count(counts, Measure.BLOCK_KEYS, rule);
      long skipped = count(counts, Measure.BLOCK_SKIPPED_KEYS, rule);
      keys += ofRule;
      skippedKeys += skipped;
      if (ofRule + skipped > 0) {
        double same = matching.samePairs(rule);
        rows.add(
            rule.key(),
            ofRule,
            matching.tally().pairs(rule).values().longStream().sum(),
            same,
            same / all,
            skipped,
            count(counts, Measure.BLOCK_SKIPPED_PAIRS, rule));
      }
    }
    double compared = matching.comparedSamePairs();
    long skippedPairs = 0;
    for (BlockingRule rule : BlockingRule.values()) {
      skippedPairs += count(counts, Measure.BLOCK_SKIPPED_PAIRS, rule);
    }
    rows.add(
        ANY, keys, matching.comparedPairs(), compared, compared / all, skippedKeys, skippedPairs);
  }

  private static long count(CountTable counts, Measure measure, BlockingRule rule) {
    return counts.at(measure, CountTable.ALL_SOURCES, rule.ordinal());
  }
}
