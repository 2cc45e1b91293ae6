package leakcensus.link;

import it.unimi.dsi.fastutil.longs.LongIterator;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.Objects;
import leakcensus.block.LongTable;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;

/**
 * Decides for each e-mail and phone whether it joins the nodes that use it.
 *
 * <p>An identifier whose mentions agree joins all its nodes. Where they disagree on name, birth
 * date or national id, it joins only nodes under the same name that agree otherwise: the phone of a
 * family does not make it one person. One that more mentions share than the limit joins nobody. A
 * national id that stands beside others is judged alike, but that others differ is no disagreement;
 * more names than the limit are. Decisions do not depend on any order, and so neither on the key.
 */
public final class JudgeIdentifiers {

  private static final NodeKind[] KINDS = NodeKind.values();

  private final TrustSettings trust;
  private final LongTable edges = LinkRows.edges();
  private final CountTable counts = new CountTable();

  /** A judge with limits. */
  public JudgeIdentifiers(TrustSettings trust) {
    this.trust = Objects.requireNonNull(trust, "trust");
  }

  /** Judges all identifiers of some postings, of which equal tokens must all be there. */
  public void judge(LongTable postings) {
    postings.sort();
    for (int start = 0; start < postings.size(); ) {
      int end = end(postings, start, LinkRows.TOKEN, postings.size());
      judge(postings, start, end);
      start = end;
    }
  }

  /** The joins found, sorted. */
  public LongTable edges() {
    edges.sort();
    return edges;
  }

  /** How many identifiers were judged how. */
  public CountTable counts() {
    return counts;
  }

  private void judge(LongTable postings, int start, int end) {
    Agreement whole = Agreement.of(postings, start, end);
    NodeKind kind = KINDS[(int) postings.at(start, LinkRows.KIND)];
    LinkOutcome outcome;
    if (whole.mentions > trust.maxMentions() || isIdOfMany(postings, start, end)) {
      outcome = LinkOutcome.REFUSED_SHARED;
    } else if (!whole.severalNodes) {
      outcome = LinkOutcome.SINGLE;
    } else if (whole.agrees(kind) && !whole.severalNames) {
      join(postings, start, end, LinkOutcome.JOINED);
      outcome = LinkOutcome.JOINED;
    } else {
      outcome = joinByName(postings, start, end, kind);
    }
    int all = CountTable.ALL_SOURCES;
    counts.add(Measure.LINK_IDENTIFIERS, all, kind.ordinal(), outcome.ordinal(), 1);
    counts.add(Measure.LINK_MENTIONS, all, kind.ordinal(), outcome.ordinal(), whole.mentions);
  }

  /** Whether a national id stands under more names than one may; postings are sorted by name. */
  private boolean isIdOfMany(LongTable postings, int start, int end) {
    if (postings.at(start, LinkRows.KIND) != NodeKind.NATIONAL_ID.ordinal()) {
      return false;
    }
    int names = 0;
    for (int from = start; from < end; from = end(postings, from, LinkRows.NAME, end)) {
      names += postings.at(from, LinkRows.NAME) == 0 ? 0 : 1;
    }
    return names > trust.maxNames();
  }

  private LinkOutcome joinByName(LongTable postings, int start, int end, NodeKind kind) {
    LinkOutcome outcome = LinkOutcome.REFUSED_CONFLICT;
    for (int from = start; from < end; ) {
      int to = end(postings, from, LinkRows.NAME, end);
      boolean named = postings.at(from, LinkRows.NAME) != 0;
      Agreement sameName = Agreement.of(postings, from, to);
      if (named && sameName.severalNodes && sameName.agrees(kind)) {
        join(postings, from, to, LinkOutcome.JOINED_BY_NAME);
        outcome = LinkOutcome.JOINED_BY_NAME;
      }
      from = to;
    }
    return outcome;
  }

  private void join(LongTable postings, int start, int end, LinkOutcome outcome) {
    LongOpenHashSet nodes = new LongOpenHashSet();
    LongOpenHashSet named = new LongOpenHashSet();
    long first = Long.MAX_VALUE;
    for (int row = start; row < end; row++) {
      long node = postings.at(row, LinkRows.NODE);
      nodes.add(node);
      if (postings.at(row, LinkRows.NAME) != 0) {
        named.add(node);
      }
      first = Math.min(first, node);
    }
    long kind = postings.at(start, LinkRows.KIND);
    for (LongIterator each = nodes.iterator(); each.hasNext(); ) {
      long node = each.nextLong();
      if (node != first) {
        edges.append(kind, first, node);
      }
    }
    long joins = nodes.size() - 1L;
    long unnamed = Math.min(joins, nodes.size() - named.size());
    counts.add(Measure.LINK_JOINS, CountTable.ALL_SOURCES, kind, outcome.ordinal(), joins);
    counts.add(
        Measure.LINK_UNNAMED_JOINS, CountTable.ALL_SOURCES, kind, outcome.ordinal(), unnamed);
  }

  private static int end(LongTable postings, int start, int column, int limit) {
    long value = postings.at(start, column);
    int end = start + 1;
    while (end < limit && postings.at(end, column) == value) {
      end++;
    }
    return end;
  }

  /** Whether the postings of one identifier may be one person. */
  private static final class Agreement {

    private long mentions;
    private boolean severalNodes;
    private boolean severalNames;
    private boolean severalBirths;
    private boolean severalNationalIds;

    static Agreement of(LongTable postings, int start, int end) {
      Agreement agreement = new Agreement();
      long name = 0;
      long birth = 0;
      long nationalId = 0;
      for (int row = start; row < end; row++) {
        long node = postings.at(row, LinkRows.NODE);
        long rowName = postings.at(row, LinkRows.NAME);
        long rowBirth = postings.at(row, LinkRows.BIRTH);
        agreement.mentions += postings.at(row, LinkRows.MENTIONS);
        agreement.severalNodes |= node != postings.at(start, LinkRows.NODE);
        agreement.severalNames |= differs(name, rowName);
        agreement.severalBirths |= differs(birth, rowBirth);
        name = rowName == 0 ? name : rowName;
        birth = rowBirth == 0 ? birth : rowBirth;
        if (Node.kind(node) == NodeKind.NATIONAL_ID) {
          agreement.severalNationalIds |= differs(nationalId, node);
          nationalId = node;
        }
      }
      return agreement;
    }

    boolean agrees(NodeKind kind) {
      return !severalBirths && (kind == NodeKind.NATIONAL_ID || !severalNationalIds);
    }

    private static boolean differs(long known, long other) {
      return known != 0 && other != 0 && known != other;
    }
  }
}
