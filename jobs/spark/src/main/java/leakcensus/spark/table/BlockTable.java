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

  private static final StructType COLUMNS =
      new StructType()
          .add(BUCKET, DataTypes.IntegerType, false)
          .add(CONTENT, DataTypes.IntegerType, false)
          .add(BLOCK, DataTypes.BinaryType, false);

  /** Mentions by node, and what was counted while reading. */
  public static final TableSchema MENTION = new TableSchema("mention", COLUMNS);

  /** Postings of identifiers and tokens of fields, by token, and counts. */
  public static final TableSchema POSTING = new TableSchema("posting", COLUMNS);

  /** Edges of the identity graph, and counts. */
  public static final TableSchema EDGE = new TableSchema("edge", COLUMNS);

  /** Nodes that are joined with others, one block a bucket, bucket i in partition i. */
  public static final TableSchema ASSIGNMENT = new TableSchema("assignment", COLUMNS);

  /** Persons and parts of persons, by person. */
  public static final TableSchema PERSON = new TableSchema("person", COLUMNS);

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
