package leakcensus.cluster;

import java.util.ArrayList;
import java.util.List;
import leakcensus.block.Bucket;
import leakcensus.block.LongTable;

/** Runs the rounds over several buckets in one place, as a cluster would. */
final class StarsInMemory {

  private List<LongTable> buckets;
  private int rounds;

  /** Connects pairs, each larger node first, and spreads them over this number of buckets. */
  StarsInMemory(LongTable pairs, int count) {
    buckets = distinct(spread(List.of(pairs), count));
    while (round()) {
      rounds++;
    }
  }

  /** Rounds that changed something. */
  int rounds() {
    return rounds;
  }

  /** Each node but the smallest of its component, with that one; by bucket. */
  List<LongTable> stars() {
    return buckets;
  }

  /** Assignments of all components that weigh no more than a limit. */
  List<LongTable> assignments(NodeWeight weight, long limit) {
    List<LongTable> shares = new ArrayList<>();
    buckets.forEach(stars -> shares.add(WeighStars.shares(stars, weight)));
    List<LongTable> totals = new ArrayList<>();
    spread(shares, buckets.size()).forEach(each -> totals.add(WeighStars.totals(each, weight)));
    List<LongTable> told = spread(totals, buckets.size());
    List<LongTable> assignments = new ArrayList<>();
    for (int bucket = 0; bucket < buckets.size(); bucket++) {
      assignments.add(new JudgeStars(buckets.get(bucket), told.get(bucket), limit).assignments());
    }
    return assignments;
  }

  private boolean round() {
    List<ContractStars> graph = buckets.stream().map(ContractStars::new).toList();
    List<LongTable> asked =
        spread(graph.stream().map(ContractStars::questions).toList(), buckets.size());
    List<LongTable> replies = new ArrayList<>();
    for (int bucket = 0; bucket < asked.size(); bucket++) {
      replies.add(graph.get(bucket).replies(asked.get(bucket)));
    }
    List<LongTable> told = spread(replies, buckets.size());
    List<LongTable> contracted = new ArrayList<>();
    for (int bucket = 0; bucket < told.size(); bucket++) {
      contracted.add(graph.get(bucket).contracted(told.get(bucket)));
    }
    buckets = distinct(spread(contracted, buckets.size()));
    return graph.stream().mapToLong(ContractStars::changes).sum() > 0;
  }

  private static List<LongTable> distinct(List<LongTable> tables) {
    return tables.stream().map(StarRows::distinctPairs).toList();
  }

  private static List<LongTable> spread(List<LongTable> tables, int count) {
    List<LongTable> spread = new ArrayList<>();
    for (int bucket = 0; bucket < count; bucket++) {
      spread.add(new LongTable(tables.get(0).width()));
    }
    for (LongTable table : tables) {
      for (int row = 0; row < table.size(); row++) {
        long[] values = new long[table.width()];
        for (int column = 0; column < values.length; column++) {
          values[column] = table.at(row, column);
        }
        spread.get(Bucket.of(values[0], count)).append(values);
      }
    }
    return spread;
  }
}
