package leakcensus.spark.table;

import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Tables between stages: few rows, each a block of many mentions, tokens or counts in columns of
 * primitive numbers. A block is meant for one bucket; all that must meet has the same bucket.
 *
 * <p>A row a value would cost more in shuffles than all the work on it.
 */
public final class BlockTable {

  /** Column: part of the data the block belongs to. */
  public static final String BUCKET = "bucket";

  /** Column: what the block holds, one of the constants below. */
  public static final String CONTENT = "content";

  /** Column: the block. */
  public static final String BLOCK = "block";

  /** Content: a {@link leakcensus.person.MentionBlock}. */
  public static final int MENTIONS = 0;

  /** Content: rows of {@link leakcensus.source.SplitTally}. */
  public static final int INTAKE = 1;

  /** Content: postings of {@link leakcensus.link.LinkRows}. */
  public static final int POSTINGS = 2;

  /** Content: rows of {@link leakcensus.profile.DistinctTokens}. */
  public static final int TOKENS = 3;

  /** Content: edges of {@link leakcensus.link.LinkRows}. */
  public static final int EDGES = 4;

  /** Content: assignments of {@link leakcensus.link.LinkRows}. */
  public static final int ASSIGNMENTS = 5;

  /** Content: rows of {@link leakcensus.person.PersonRows}. */
  public static final int PERSONS = 6;

  /** Content: a {@link leakcensus.count.CountTable}. */
  public static final int COUNTS = 7;

  /** Content: a {@link leakcensus.compare.SignatureBlock}. */
  public static final int SIGNATURES = 8;

  /** Content: a block of signatures that stands for all of them. */
  public static final int SAMPLE = 9;

  /** Content: postings of blocking keys, of {@link leakcensus.match.MatchRows}. */
  public static final int KEYS = 10;

  /** Content: postings of values, of {@link leakcensus.match.MatchRows}. */
  public static final int VALUES = 11;

  /** Content: answers of {@link leakcensus.match.MatchRows}. */
  public static final int ANSWERS = 12;

  /** Content: pairs of {@link leakcensus.match.MatchRows}. */
  public static final int PAIRS = 13;

  /** Content: patterns with their pairs, of {@link leakcensus.match.MatchRows}. */
  public static final int TALLIES = 14;

  /** Content: links of {@link leakcensus.link.LinkRows}. */
  public static final int LINKS = 15;

  /** Content: pairs of {@link leakcensus.cluster.StarRows}. */
  public static final int STARS = 16;

  /** Content: messages of {@link leakcensus.cluster.StarRows}. */
  public static final int MESSAGES = 17;

  /** Content: a column of numbers whose sum tells how much a round has changed. */
  public static final int CHANGES = 18;

  /** Content: pairs of {@link leakcensus.match.ReviewColumns}. */
  public static final int REVIEWS = 19;

  /** Content: positions of {@link leakcensus.match.ReviewColumns}. */
  public static final int POSITIONS = 20;

  /** Content: rows of {@link leakcensus.profile.AlikePersons}. */
  public static final int ALIKE = 21;

  /** Content: numbers of {@link leakcensus.authenticity.HideSequences}. */
  public static final int SEQUENCES = 22;

  /** Content: identifiers, or all traits, of {@link leakcensus.overlap.TraitRows}. */
  public static final int TRAITS = 23;

  /** Content: the other traits of the same. */
  public static final int OTHER_TRAITS = 24;

  private static final StructType COLUMNS =
      new StructType()
          .add(BUCKET, DataTypes.IntegerType, false)
          .add(CONTENT, DataTypes.IntegerType, false)
          .add(BLOCK, DataTypes.BinaryType, false);

  /** Mentions by node, and what was counted while reading. */
  public static final TableSchema MENTION = new TableSchema("mention", COLUMNS);

  /** Postings of identifiers and tokens of fields, by token, and counts. */
  public static final TableSchema POSTING = new TableSchema("posting", COLUMNS);

  /** What others share of each signature's keys and values, by signature, and counts. */
  public static final TableSchema ANSWER = new TableSchema("answer", COLUMNS);

  /** Signatures with the bands of their values and the keys that others share, by node. */
  public static final TableSchema SIGNATURE = new TableSchema("signature", COLUMNS);

  /** Signatures by blocking key, a sample of them, and counts. */
  public static final TableSchema CANDIDATE = new TableSchema("candidate", COLUMNS);

  /** Compared pairs, their patterns with numbers, the sample, and counts. */
  public static final TableSchema PAIR = new TableSchema("pair", COLUMNS);

  /** Links between nodes that may be one person. */
  public static final TableSchema LINK = new TableSchema("link", COLUMNS);

  /** Signatures by component, and to which component each of their nodes belongs. */
  public static final TableSchema COMPONENT = new TableSchema("component", COLUMNS);

  /** Pairs near the threshold, by the node that waits for its position, or by band. */
  public static final TableSchema REVIEW = new TableSchema("review", COLUMNS);

  /** Positions of labelled mentions, and their signatures in the same order. */
  public static final TableSchema LABELLED = new TableSchema("labelled", COLUMNS);

  /** Edges of the identity graph, and counts. */
  public static final TableSchema EDGE = new TableSchema("edge", COLUMNS);

  /** Pairs and messages of a graph that is connected in rounds, by node. */
  public static final TableSchema STAR = new TableSchema("star", COLUMNS);

  /** Nodes that are joined with others, bucket i in partition i. */
  public static final TableSchema ASSIGNMENT = new TableSchema("assignment", COLUMNS);

  /** Persons and parts of persons, by person. */
  public static final TableSchema PERSON = new TableSchema("person", COLUMNS);

  /** What tells persons from others, by person. */
  public static final TableSchema TRAIT = new TableSchema("trait", COLUMNS);

  /** Counts. */
  public static final TableSchema COUNT = new TableSchema("count", COLUMNS);

  /** Encoder of a row of any of these tables. */
  public static final Encoder<Row> ROWS = Encoders.row(COLUMNS);

  private BlockTable() {}

  /** A row. */
  public static Row row(int bucket, int content, byte[] block) {
    return RowFactory.create(bucket, content, block);
  }

  /** Part of the data a row belongs to. */
  public static int bucket(Row row) {
    return row.getInt(0);
  }

  /** What a row's block holds. */
  public static int content(Row row) {
    return row.getInt(1);
  }

  /** A row's block. */
  public static byte[] block(Row row) {
    return row.getAs(2);
  }
}
