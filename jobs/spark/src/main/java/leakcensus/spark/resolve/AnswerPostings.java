package leakcensus.spark.resolve;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import leakcensus.block.LongTable;
import leakcensus.count.CountTable;
import leakcensus.match.CountPostings;
import leakcensus.match.MatchRows;
import leakcensus.profile.DistinctTokens;
import leakcensus.spark.function.BlockFunction;
import leakcensus.spark.function.Buckets;
import leakcensus.spark.function.LongBlocks;
import leakcensus.spark.function.Rows;
import leakcensus.spark.stage.Stage;
import leakcensus.spark.table.BlockTable;
import leakcensus.spark.table.TableSchema;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Tells each signature which of its keys others share and how common its values are, and counts the
 * different values of each field.
 */
public final class AnswerPostings implements Stage {

  private final long maxBlock;
  private final int buckets;

  /** A plan that lets at most this many signatures share a key, over this number of buckets. */
  public AnswerPostings(long maxBlock, int buckets) {
    this.maxBlock = maxBlock;
    this.buckets = buckets;
  }

  @Override
  public String name() {
    return "answer-postings";
  }

  @Override
  public TableSchema reads() {
    return BlockTable.POSTING;
  }

  @Override
  public TableSchema writes() {
    return BlockTable.ANSWER;
  }

  @Override
  public Dataset<Row> plan(Dataset<Row> postings) {
    return postings
        .mapPartitions(new AnswerBucket(maxBlock, buckets), BlockTable.ROWS)
        .repartitionById(buckets, functions.col(BlockTable.BUCKET));
  }

  /** Answers the postings of one bucket. */
  private static final class AnswerBucket implements BlockFunction {

    private static final long serialVersionUID = 1;

    private final long maxBlock;
    private final int buckets;

    AnswerBucket(long maxBlock, int buckets) {
      this.maxBlock = maxBlock;
      this.buckets = buckets;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> blocks) {
      LongTable keys = MatchRows.keys();
      LongTable values = MatchRows.values();
      List<byte[]> tokens = new ArrayList<>();
      CountTable counts = new CountTable();
      while (blocks.hasNext()) {
        Row row = blocks.next();
        switch (BlockTable.content(row)) {
          case BlockTable.KEYS -> keys.appendEncoded(BlockTable.block(row));
          case BlockTable.VALUES -> values.appendEncoded(BlockTable.block(row));
          case BlockTable.TOKENS -> tokens.add(BlockTable.block(row));
          case BlockTable.COUNTS -> counts.addEncoded(BlockTable.block(row));
          default ->
              throw new IllegalStateException(
                  "Invalid block in table posting: content %d".formatted(BlockTable.content(row)));
        }
      }
      CountPostings counting = new CountPostings(maxBlock);
      counting.countKeys(keys);
      counting.countValues(values);
      counts.addAll(counting.counts());
      counts.addAll(DistinctTokens.count(LongBlocks.decode(tokens, DistinctTokens.table())));
      return Rows.inTurn(
          Buckets.split(counting.answers(), MatchRows.ANSWERED, BlockTable.ANSWERS, buckets),
          Stream.of(BlockTable.row(0, BlockTable.COUNTS, counts.encode())));
    }
  }
}
