package leakcensus.match;

import leakcensus.block.LongTable;

/** Columns of the tables that the matching moves as blocks. */
public final class MatchRows {

  /** Posting of a key: the key. */
  public static final int KEY = 0;

  /** Posting of a key: the signature that has it. */
  public static final int KEY_SIGNATURE = 1;

  /** Posting of a value: token of the value and its field. */
  public static final int VALUE = 0;

  /** Posting of a value: the signature that holds it. */
  public static final int VALUE_SIGNATURE = 1;

  /** Posting of a value: ordinal of the field; of further values numbers behind all fields. */
  public static final int VALUE_FIELD = 2;

  /** Answer to a posting: the signature. */
  public static final int ANSWERED = 0;

  /** Answer: a blocking key that others share, or what was posted as the field of a value. */
  public static final int ANSWER = 1;

  /** Answer: the band of the field's value; of a key, a negative name of all who share it. */
  public static final int ANSWER_BAND = 2;

  /** Pair: node of one signature. */
  public static final int LEFT = 0;

  /** Pair: node of the other. */
  public static final int RIGHT = 1;

  /** Pair: their agreement pattern. */
  public static final int PATTERN = 2;

  /** Tally: ordinal of a blocking rule, or {@link #ANY_RULE}. */
  public static final int TALLIED_RULE = 0;

  /** Tally: the pattern. */
  public static final int TALLIED_PATTERN = 1;

  /** Tally: how many pairs that share a key of the rule show the pattern. */
  public static final int TALLIED_PAIRS = 2;

  /** Stands in place of a rule where each compared pair counts once. */
  public static final int ANY_RULE = -1;

  private MatchRows() {}

  /** An empty table of postings of keys. */
  public static LongTable keys() {
    return new LongTable(2);
  }

  /** An empty table of postings of values. */
  public static LongTable values() {
    return new LongTable(3);
  }

  /** An empty table of answers. */
  public static LongTable answers() {
    return new LongTable(3);
  }

  /** An empty table of pairs. */
  public static LongTable pairs() {
    return new LongTable(3);
  }

  /** An empty table of patterns with their pairs. */
  public static LongTable tallies() {
    return new LongTable(3);
  }
}
