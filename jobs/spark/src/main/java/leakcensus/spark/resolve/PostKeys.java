package leakcensus.spark.resolve;

import java.util.Iterator;
import java.util.stream.Stream;
import leakcensus.block.LongTable;
import leakcensus.count.CountTable;
import leakcensus.link.TrustSettings;
import leakcensus.match.BelieveNodes;
import leakcensus.match.MatchRows;
import leakcensus.match.PostSignatures;
import leakcensus.profile.DistinctTokens;
import leakcensus.spark.function.BlockFunction;
import leakcensus.spark.function.Buckets;
import leakcensus.spark.function.NodeSignatures;
import leakcensus.spark.function.Rows;
import leakcensus.spark.stage.Stage;
import leakcensus.spark.table.BlockTable;
import leakcensus.spark.table.TableSchema;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Sends the blocking keys and the values of each signature to where equal ones meet; the tokens of
 * all fields go along, to be counted.
 */
public final class PostKeys implements Stage {

  private final TrustSettings trust;
  private final int buckets;

  /** A plan with the limits of trust, over this number of buckets. */
  public PostKeys(TrustSettings trust, int buckets) {
    this.trust = trust;
    this.buckets = buckets;
  }

  @Override
  public String name() {
    return "post-keys";
  }

  @Override
  public TableSchema reads() {
    return BlockTable.MENTION;
  }

  @Override
  public TableSchema writes() {
    return BlockTable.POSTING;
  }

  @Override
  public Dataset<Row> plan(Dataset<Row> mentions) {
    return mentions
        .mapPartitions(new PostBucket(trust, buckets), BlockTable.ROWS)
        .repartitionById(buckets, functions.col(BlockTable.BUCKET));
  }

  /** Posts what the signatures of one bucket have. */
  private static final class PostBucket implements BlockFunction {

    private static final long serialVersionUID = 1;

    private final TrustSettings trust;
    private final int buckets;

    PostBucket(TrustSettings trust, int buckets) {
      this.trust = trust;
      this.buckets = buckets;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> blocks) {
      NodeSignatures nodes = NodeSignatures.gather(blocks, trust);
      PostSignatures postings = new PostSignatures(nodes.signatures());
      LongTable tokens = DistinctTokens.list(nodes.groups().mentions());
      CountTable counts = BelieveNodes.count(nodes.signatures());
      counts.addAll(BelieveNodes.refused(nodes.groups()));
      return Rows.inTurn(
          Buckets.split(postings.keys(), MatchRows.KEY, BlockTable.KEYS, buckets),
          Buckets.split(postings.values(), MatchRows.VALUE, BlockTable.VALUES, buckets),
          Buckets.split(tokens, DistinctTokens.TOKEN, BlockTable.TOKENS, buckets),
          Stream.of(BlockTable.row(0, BlockTable.COUNTS, counts.encode())));
    }
  }
}
