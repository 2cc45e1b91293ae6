package leakcensus.link;

import leakcensus.block.LongTable;

/** Columns of the tables that the linkage moves as blocks. */
public final class LinkRows {

  /** Posting: keyed token of an e-mail or phone. */
  public static final int TOKEN = 0;

  /** Posting: which identifier the token is, as the ordinal of its {@link NodeKind}. */
  public static final int KIND = 1;

  /** Posting: token of the name that the mentions give, 0 for none. */
  public static final int NAME = 2;

  /** Posting: token of the birth date that the mentions give, 0 for none. */
  public static final int BIRTH = 3;

  /** Posting: node that the mentions belong to. */
  public static final int NODE = 4;

  /** Posting: sources that the mentions come from, as a mask. */
  public static final int SOURCES = 5;

  /** Posting: number of mentions. */
  public static final int MENTIONS = 6;

  private static final int POSTING_COLUMNS = 7;

  /** Edge: ordinal of the {@link NodeKind} of the identifier that joins. */
  public static final int EDGE_KIND = 0;

  /** Edge: one node. */
  public static final int EDGE_FROM = 1;

  /** Edge: the other node. */
  public static final int EDGE_TO = 2;

  private static final int EDGE_COLUMNS = 3;

  /** Assignment: a node that is joined with others. */
  public static final int ASSIGNED_NODE = 0;

  /** Assignment: the component it belongs to, named by one of its nodes. */
  public static final int ASSIGNED_COMPONENT = 1;

  /** Link: one node. */
  public static final int LINK_FROM = 0;

  /** Link: the other node. */
  public static final int LINK_TO = 1;

  /** Link: natural log odds that both are one person, as the bits of a double. */
  public static final int LINK_LOG_ODDS = 2;

  private static final int LINK_COLUMNS = 3;
  private static final int ASSIGNMENT_COLUMNS = 2;

  private LinkRows() {}

  /** An empty table of postings: which node uses which e-mail or phone under which name. */
  public static LongTable postings() {
    return new LongTable(POSTING_COLUMNS);
  }

  /** An empty table of edges. */
  public static LongTable edges() {
    return new LongTable(EDGE_COLUMNS);
  }

  /** An empty table of links between nodes that may be one person. */
  public static LongTable links() {
    return new LongTable(LINK_COLUMNS);
  }

  /** An empty table of assignments. */
  public static LongTable assignments() {
    return new LongTable(ASSIGNMENT_COLUMNS);
  }
}
