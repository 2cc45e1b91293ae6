package leakcensus.spark.resolve;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import leakcensus.block.LongTable;
import leakcensus.cluster.ContractStars;
import leakcensus.cluster.IdentityWeights;
import leakcensus.cluster.JudgeStars;
import leakcensus.cluster.NodeWeight;
import leakcensus.cluster.StarRows;
import leakcensus.cluster.WeighStars;
import leakcensus.link.LinkRows;
import leakcensus.spark.function.BlockFunction;
import leakcensus.spark.function.Buckets;
import leakcensus.spark.function.LongBlocks;
import leakcensus.spark.function.Rows;
import leakcensus.spark.function.ZipFunction;
import leakcensus.spark.table.BlockTable;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * Connects nodes on the executors, by large and small stars, and weighs what they are connected to.
 *
 * <p>Memory of the driver: one number a bucket and round. Jobs: three shuffles a round, and one
 * that makes what the round has left and fetches how much it has changed.
 */
final class ConnectInRounds {

  private final SparkSession spark;
  private final int buckets;
  private int rounds;

  ConnectInRounds(SparkSession spark, int buckets) {
    this.spark = spark;
    this.buckets = buckets;
  }

  SparkSession spark() {
    return spark;
  }

  int buckets() {
    return buckets;
  }

  /** Rounds of all calls so far, those that found nothing to change included. */
  int rounds() {
    return rounds;
  }

  /**
   * Each node with the smallest of its component, but for that one itself.
   *
   * @param pairs blocks of pairs; all pairs of a larger node in the partition of its bucket
   */
  KeptBlocks connect(JavaRDD<Row> pairs) {
    KeptBlocks stars = new KeptBlocks(pairs.mapPartitions(new MergePairs()));
    boolean changed = true;
    while (changed) {
      try (KeptBlocks before = stars) {
        stars = new KeptBlocks(round(before.rows()).mapPartitions(new MergePairs()));
        changed = sum(stars.collect(BlockTable.CHANGES, new LongTable(1))) > 0;
      }
      rounds++;
    }
    return stars;
  }

  /** What components weigh, told to each bucket that has nodes of them, beside these nodes. */
  JavaRDD<Row> weigh(KeptBlocks stars, NodeWeight weight) {
    JavaRDD<Row> shares = send(stars.rows().mapPartitions(new ShareWeights(weight, buckets)));
    return send(shares.mapPartitions(new AddWeights(weight, buckets)))
        .zipPartitions(stars.rows(), new PutTogether());
  }

  /**
   * What components weigh where nodes that share national ids are one identity.
   *
   * @param identities blocks of assignments: those nodes with the smallest that they share ids
   *     with, in the partitions of their buckets
   */
  JavaRDD<Row> weigh(KeptBlocks stars, KeptBlocks identities) {
    JavaRDD<Row> shares =
        send(stars.rows().zipPartitions(identities.rows(), new ShareIdentities(buckets)));
    return send(shares.zipPartitions(identities.rows(), new AddIdentities(buckets)))
        .zipPartitions(stars.rows(), new PutTogether());
  }

  /** Judges the components of one partition of what {@link #weigh} tells. */
  static JudgeStars judge(Iterator<Row> weighed, long limit) {
    List<Row> rows = LongBlocks.list(weighed);
    return new JudgeStars(
        LongBlocks.gather(rows, BlockTable.STARS, StarRows.pairs()),
        LongBlocks.gather(rows, BlockTable.MESSAGES, StarRows.messages()),
        limit);
  }

  /** Sends blocks to the partitions of their buckets. */
  JavaRDD<Row> send(JavaRDD<Row> blocks) {
    return spark
        .createDataFrame(blocks, BlockTable.STAR.columns())
        .repartitionById(buckets, functions.col(BlockTable.BUCKET))
        .javaRDD();
  }

  private JavaRDD<Row> round(JavaRDD<Row> stars) {
    JavaRDD<Row> questions = send(stars.mapPartitions(new AskNeighbours(buckets)));
    JavaRDD<Row> replies = send(questions.zipPartitions(stars, new AnswerQuestions(buckets)));
    return send(replies.zipPartitions(stars, new ContractBucket(buckets)));
  }

  private static long sum(LongTable numbers) {
    long sum = 0;
    for (int row = 0; row < numbers.size(); row++) {
      sum = Math.addExact(sum, numbers.at(row, 0));
    }
    return sum;
  }

  private static LongTable messages(Iterator<Row> blocks) {
    return LongBlocks.gather(blocks, BlockTable.MESSAGES, StarRows.messages());
  }

  private static LongTable pairs(Iterator<Row> blocks) {
    return LongBlocks.gather(blocks, BlockTable.STARS, StarRows.pairs());
  }

  private static IdentityWeights weights(Iterator<Row> blocks) {
    return new IdentityWeights(
        LongBlocks.gather(blocks, BlockTable.ASSIGNMENTS, LinkRows.assignments()));
  }

  /** Makes one block of the pairs of one bucket, each once; hands on what else there is. */
  private static final class MergePairs implements BlockFunction {

    private static final long serialVersionUID = 1;

    @Override
    public Iterator<Row> call(Iterator<Row> blocks) {
      List<Row> rows = LongBlocks.list(blocks);
      LongTable pairs = LongBlocks.gather(rows, BlockTable.STARS, StarRows.pairs());
      rows.removeIf(row -> BlockTable.content(row) == BlockTable.STARS);
      byte[] distinct = StarRows.distinctPairs(pairs).encode();
      rows.add(BlockTable.row(0, BlockTable.STARS, distinct));
      return rows.iterator();
    }
  }

  /** Asks for the smallest neighbour of each neighbour. */
  private static final class AskNeighbours implements BlockFunction {

    private static final long serialVersionUID = 1;

    private final int buckets;

    AskNeighbours(int buckets) {
      this.buckets = buckets;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> stars) {
      LongTable questions = new ContractStars(pairs(stars)).questions();
      return Buckets.split(questions, StarRows.TO, BlockTable.MESSAGES, buckets).iterator();
    }
  }

  /** Answers what is asked of one bucket. */
  private static final class AnswerQuestions implements ZipFunction {

    private static final long serialVersionUID = 1;

    private final int buckets;

    AnswerQuestions(int buckets) {
      this.buckets = buckets;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> questions, Iterator<Row> stars) {
      LongTable replies = new ContractStars(pairs(stars)).replies(messages(questions));
      return Buckets.split(replies, StarRows.TO, BlockTable.MESSAGES, buckets).iterator();
    }
  }

  /** Does a large and a small star in one bucket. */
  private static final class ContractBucket implements ZipFunction {

    private static final long serialVersionUID = 1;

    private final int buckets;

    ContractBucket(int buckets) {
      this.buckets = buckets;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> replies, Iterator<Row> stars) {
      ContractStars graph = new ContractStars(pairs(stars));
      LongTable contracted = graph.contracted(messages(replies));
      LongTable changes = new LongTable(1);
      changes.append(graph.changes());
      return Rows.inTurn(
          Buckets.split(contracted, StarRows.NODE, BlockTable.STARS, buckets),
          Stream.of(BlockTable.row(0, BlockTable.CHANGES, changes.encode())));
    }
  }

  /** Sends what the nodes of one bucket weigh to the smallest of their component. */
  private static final class ShareWeights implements BlockFunction {

    private static final long serialVersionUID = 1;

    private final NodeWeight weight;
    private final int buckets;

    ShareWeights(NodeWeight weight, int buckets) {
      this.weight = weight;
      this.buckets = buckets;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> stars) {
      LongTable shares = WeighStars.shares(pairs(stars), weight);
      return Buckets.split(shares, StarRows.TO, BlockTable.MESSAGES, buckets).iterator();
    }
  }

  /** Sends the weight of each component back. */
  private static final class AddWeights implements BlockFunction {

    private static final long serialVersionUID = 1;

    private final NodeWeight weight;
    private final int buckets;

    AddWeights(NodeWeight weight, int buckets) {
      this.weight = weight;
      this.buckets = buckets;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> shares) {
      LongTable totals = WeighStars.totals(messages(shares), weight);
      return Buckets.split(totals, StarRows.TO, BlockTable.MESSAGES, buckets).iterator();
    }
  }

  /** Sends what the nodes of one bucket weigh, where national ids can be one identity. */
  private static final class ShareIdentities implements ZipFunction {

    private static final long serialVersionUID = 1;

    private final int buckets;

    ShareIdentities(int buckets) {
      this.buckets = buckets;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> stars, Iterator<Row> identities) {
      LongTable shares = WeighStars.shares(pairs(stars), weights(identities));
      return Buckets.split(shares, StarRows.TO, BlockTable.MESSAGES, buckets).iterator();
    }
  }

  /** Sends the weight of each component back, where national ids can be one identity. */
  private static final class AddIdentities implements ZipFunction {

    private static final long serialVersionUID = 1;

    private final int buckets;

    AddIdentities(int buckets) {
      this.buckets = buckets;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> shares, Iterator<Row> identities) {
      LongTable totals = WeighStars.totals(messages(shares), weights(identities));
      return Buckets.split(totals, StarRows.TO, BlockTable.MESSAGES, buckets).iterator();
    }
  }

  /** The blocks of both. */
  private static final class PutTogether implements ZipFunction {

    private static final long serialVersionUID = 1;

    @Override
    public Iterator<Row> call(Iterator<Row> some, Iterator<Row> others) {
      List<Row> rows = LongBlocks.list(some);
      others.forEachRemaining(rows::add);
      return rows.iterator();
    }
  }
}
