package leakcensus.spark.census;

import static leakcensus.spark.census.SmallCensus.ALL;
import static leakcensus.spark.census.SmallCensus.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import leakcensus.compare.BlockingRule;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.match.DecoyMatches;
import leakcensus.match.FitMatchModel;
import leakcensus.match.MatchChecks;
import leakcensus.match.MatchFindings;
import leakcensus.match.PairTally;
import leakcensus.match.PatternWeights;
import leakcensus.match.TypicalBands;
import leakcensus.spark.table.CensusTables;
import leakcensus.spark.table.SummaryRows;
import org.junit.jupiter.api.Test;

class CheckRowsTest {

  /** Behind the number of slips: whether a blocking key is shared. */
  private static final int FOUND = 4;

  private final CountTable counts = new CountTable();

  @Test
  void tellsWhatWasJoinedOfDecoysAndFoundOfPlantedCopies() {
    counts.add(Measure.PLANTED_PATTERN_PAIRS, ALL, 1, 0, 3);
    counts.add(Measure.PLANTED_PATTERN_PAIRS, ALL, FOUND + 1, 0, 7);
    counts.add(Measure.PLANTED_PATTERN_PAIRS, ALL, FOUND + 2, 0, 5);
    counts.add(Measure.PLANTED_RULE_PAIRS, ALL, 1, BlockingRule.PHONE.ordinal(), 6);

    List<String> lines = text(rows());

    assertThat(lines)
        .contains(
            "decoy | compared | pairs of a person who cannot exist and a mention; none is one person"
                + " | - | - | - | - | 1000 | 0.5 | - | -",
            "decoy | joined | those of them that are more likely one person than two, by the model"
                + " | - | - | - | - | 2 | - | - | -",
            "decoy | all-pairs | the same scaled to all pairs: strangers that would be matched,"
                + " each pair taken alone | - | - | - | - | - | 25.0 | 100.0 | -",
            "one-slip | planted | pairs of a mention and a planted copy of it"
                + " | - | - | - | - | 10 | - | - | -",
            "one-slip | found | planted pairs that share a blocking key"
                + " | - | - | - | - | 7 | - | - | -",
            "one-slip | joined | found pairs more likely one person than two, by the model"
                + " | - | - | - | - | 0 | - | - | -",
            "one-slip | found-by-phone | planted pairs that share a key of the rule"
                + " | - | - | - | - | 6 | - | - | -",
            "two-slips | planted | pairs of a mention and a planted copy of it"
                + " | - | - | - | - | 5 | - | - | -",
            "two-slips | found | planted pairs that share a blocking key"
                + " | - | - | - | - | 5 | - | - | -",
            "two-slips | found-by-phone | planted pairs that share a key of the rule"
                + " | - | - | - | - | 0 | - | - | -")
        .hasSize(3 + 2 * (3 + BlockingRule.values().length));
  }

  private SummaryRows rows() {
    PatternWeights weights = new PatternWeights();
    weights.add(0, 100);
    MatchFindings findings =
        new MatchFindings(
            FitMatchModel.fit(weights, 10),
            10,
            new PairTally(),
            new MatchChecks(new DecoyMatches(1_000, 2, 0.5, 50_000), new TypicalBands(0)),
            Optional.empty());
    SummaryRows rows = new SummaryRows(CensusTables.LINKAGE_QUALITY, "run");
    CheckRows.add(findings, counts, rows);
    return rows;
  }
}
