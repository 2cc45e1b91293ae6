package leakcensus.spark.census;

import java.util.Optional;
import leakcensus.compare.BlockingRule;
import leakcensus.count.CountTable;
import leakcensus.match.DecoyMatches;
import leakcensus.match.MatchFindings;
import leakcensus.match.PlantedMatches;
import leakcensus.spark.table.SummaryRows;

/** Rows of the table of linkage that check the matching without labels; they change no count. */
final class CheckRows {

  private static final String DECOY = "decoy";
  private static final String[] SLIPS = {"", "one-slip", "two-slips"};

  private CheckRows() {}

  static void add(MatchFindings matching, CountTable counts, SummaryRows rows) {
    addDecoys(matching.checks().decoys(), rows);
    for (int slips = 1; slips <= PlantedMatches.MOST_SLIPS; slips++) {
      addPlanted(PlantedMatches.of(counts, slips, matching), counts, rows);
    }
  }

  private static void addDecoys(DecoyMatches decoys, SummaryRows rows) {
    add(
        DECOY,
        "compared",
        "pairs of a person who cannot exist and a mention; none is one person",
        Optional.of(decoys.pairs()),
        Optional.of(decoys.expectedPairs()),
        Optional.empty(),
        rows);
    add(
        DECOY,
        "joined",
        "those of them that are more likely one person than two, by the model",
        Optional.of(decoys.joinedPairs()),
        Optional.empty(),
        Optional.empty(),
        rows);
    add(
        DECOY,
        "all-pairs",
        "the same scaled to all pairs: strangers that would be matched, each pair taken alone",
        Optional.empty(),
        Optional.of(decoys.scaledExpectedPairs()),
        Optional.of(decoys.scaledJoinedPairs()),
        rows);
  }

  private static void addPlanted(PlantedMatches planted, CountTable counts, SummaryRows rows) {
    String slips = SLIPS[planted.slips()];
    addPlanted(
        slips, "planted", "pairs of a mention and a planted copy of it", planted.pairs(), rows);
    addPlanted(
        slips, "found", "planted pairs that share a blocking key", planted.foundPairs(), rows);
    addPlanted(
        slips,
        "joined",
        "found pairs more likely one person than two, by the model",
        planted.joinedPairs(),
        rows);
    for (BlockingRule rule : BlockingRule.values()) {
      addPlanted(
          slips,
          "found-by-" + rule.key(),
          "planted pairs that share a key of the rule",
          PlantedMatches.foundPairs(counts, planted.slips(), rule),
          rows);
    }
  }

  private static void addPlanted(
      String slips, String outcome, String meaning, long pairs, SummaryRows rows) {
    add(slips, outcome, meaning, Optional.of(pairs), Optional.empty(), Optional.empty(), rows);
  }

  private static void add(
      String identifier,
      String outcome,
      String meaning,
      Optional<Long> pairs,
      Optional<Double> samePairs,
      Optional<Double> falseMerges,
      SummaryRows rows) {
    rows.add(
        identifier,
        outcome,
        meaning,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        pairs,
        samePairs,
        falseMerges,
        Optional.empty());
  }
}
