package leakcensus.spark.resolve;

import java.util.ArrayList;
import java.util.List;
import leakcensus.block.LongTable;
import leakcensus.compare.Signature;
import leakcensus.compare.SignatureBlock;
import leakcensus.match.CompareSample;
import leakcensus.match.LearnFromPairs;
import leakcensus.match.MatchFindings;
import leakcensus.match.PairTally;
import leakcensus.spark.stage.Procedure;
import leakcensus.spark.table.BlockTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Learns from the patterns of all pairs what tells one person from two.
 *
 * <p>Jobs: one, which fetches patterns with their numbers (some ten thousand, whatever the input)
 * and the sample (some thousand signatures).
 */
public final class LearnMatching implements Procedure<Dataset<Row>, MatchFindings> {

  private final long signatures;

  /** Learns from pairs of this many signatures. */
  public LearnMatching(long signatures) {
    this.signatures = signatures;
  }

  @Override
  public String name() {
    return "learn-matching";
  }

  @Override
  public MatchFindings run(Dataset<Row> pairs) {
    PairTally tally = new PairTally();
    List<Signature> sample = new ArrayList<>();
    Dataset<Row> small = pairs.filter(functions.col(BlockTable.CONTENT).notEqual(BlockTable.PAIRS));
    for (Row row : small.collectAsList()) {
      switch (BlockTable.content(row)) {
        case BlockTable.TALLIES -> tally.addAll(LongTable.decode(BlockTable.block(row)));
        case BlockTable.SAMPLE -> sample.addAll(SignatureBlock.decode(BlockTable.block(row)));
        default ->
            throw new IllegalStateException(
                "Invalid block in table pair: content %d".formatted(BlockTable.content(row)));
      }
    }
    return LearnFromPairs.learn(tally, new CompareSample(sample), signatures).checked(sample);
  }
}
