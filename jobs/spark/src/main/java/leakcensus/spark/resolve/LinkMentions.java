package leakcensus.spark.resolve;

import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.Stream;
import leakcensus.block.LongTable;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.link.LinkOutcome;
import leakcensus.link.LinkRows;
import leakcensus.link.MentionGroups;
import leakcensus.link.NodeKind;
import leakcensus.link.PostIdentifiers;
import leakcensus.link.TrustSettings;
import leakcensus.profile.DistinctTokens;
import leakcensus.spark.function.BlockFunction;
import leakcensus.spark.function.Buckets;
import leakcensus.spark.function.MentionBlocks;
import leakcensus.spark.function.Rows;
import leakcensus.spark.stage.Stage;
import leakcensus.spark.table.BlockTable;
import leakcensus.spark.table.TableSchema;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Groups mentions by node and sends what the nodes share, e-mails and phones, to where equal ones
 * meet; the tokens of all other fields go along, to be counted.
 */
public final class LinkMentions implements Stage {

  private final TrustSettings trust;
  private final Set<NodeKind> kinds;
  private final int buckets;

  /**
   * A plan with the limits of trust.
   *
   * @param kinds what identifiers meet, as {@link PostIdentifiers#kinds} tells them
   * @param buckets number of buckets
   */
  public LinkMentions(TrustSettings trust, Set<NodeKind> kinds, int buckets) {
    this.trust = trust;
    this.kinds = Set.copyOf(kinds);
    this.buckets = buckets;
  }

  @Override
  public String name() {
    return "link-mentions";
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
        .mapPartitions(new PostGroups(trust, kinds, buckets), BlockTable.ROWS)
        .repartitionById(buckets, functions.col(BlockTable.BUCKET));
  }

  /** Groups the mentions of one bucket and posts their identifiers. */
  private static final class PostGroups implements BlockFunction {

    private static final long serialVersionUID = 1;

    private final TrustSettings trust;
    private final HashSet<NodeKind> kinds;
    private final int buckets;

    PostGroups(TrustSettings trust, Set<NodeKind> kinds, int buckets) {
      this.trust = trust;
      this.kinds = new HashSet<>(kinds);
      this.buckets = buckets;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> blocks) {
      MentionGroups groups = new MentionGroups(MentionBlocks.gather(blocks), trust);
      LongTable postings = PostIdentifiers.post(groups, kinds);
      LongTable tokens = DistinctTokens.list(groups.mentions());
      return Rows.inTurn(
          Buckets.split(postings, LinkRows.TOKEN, BlockTable.POSTINGS, buckets),
          Buckets.split(tokens, DistinctTokens.TOKEN, BlockTable.TOKENS, buckets),
          Stream.of(BlockTable.row(0, BlockTable.COUNTS, refused(groups).encode())));
    }

    private CountTable refused(MentionGroups groups) {
      CountTable counts = new CountTable();
      if (kinds.contains(NodeKind.NATIONAL_ID)) {
        // All that carry an id meet where it is judged, and it is counted there.
        return counts;
      }
      int kind = NodeKind.NATIONAL_ID.ordinal();
      int outcome = LinkOutcome.REFUSED_SHARED.ordinal();
      counts.add(
          Measure.LINK_IDENTIFIERS, CountTable.ALL_SOURCES, kind, outcome, groups.refusedIds());
      counts.add(
          Measure.LINK_MENTIONS, CountTable.ALL_SOURCES, kind, outcome, groups.refusedMentions());
      return counts;
    }
  }
}
