package leakcensus.match;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.ArrayList;
import java.util.List;
import leakcensus.compare.Signature;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.link.LinkOutcome;
import leakcensus.link.MentionGroups;
import leakcensus.link.Node;
import leakcensus.link.NodeKind;

/**
 * Puts signatures under the nodes that the groups of mentions have, where an id is not believed.
 */
public final class BelieveNodes {

  private BelieveNodes() {}

  /** The signatures; one whose id is not believed is a node of its own. */
  public static List<Signature> believe(List<Signature> signatures, MentionGroups groups) {
    Long2IntOpenHashMap mentions = new Long2IntOpenHashMap(groups.size());
    for (int start = 0; start < groups.size(); start = groups.end(start)) {
      mentions.put(groups.node(start), groups.end(start) - start);
    }
    List<Signature> believed = new ArrayList<>(signatures.size());
    for (Signature signature : signatures) {
      Signature own = signature;
      if (groups.isRefused(signature.node())) {
        long alone = Node.withoutNationalId(signature.id());
        own = signature.in(alone, alone);
      }
      believed.add(own.ofNodeWith(mentions.get(own.node())));
    }
    return believed;
  }

  /** Signatures, and nodes by their number of signatures and of mentions. */
  public static CountTable count(List<Signature> signatures) {
    Long2IntOpenHashMap ofNode = new Long2IntOpenHashMap();
    CountTable counts = new CountTable();
    for (Signature signature : signatures) {
      if (ofNode.addTo(signature.node(), 1) == 0) {
        int mentions = signature.nodeMentions();
        counts.add(Measure.NODE_MENTIONS_FREQUENCY, CountTable.ALL_SOURCES, 0, mentions, 1);
      }
    }
    counts.add(Measure.SIGNATURES, CountTable.ALL_SOURCES, 0, signatures.size());
    for (int size : ofNode.values()) {
      counts.add(Measure.NODE_FREQUENCY, CountTable.ALL_SOURCES, 0, size, 1);
    }
    return counts;
  }

  /** Ids that are not believed, and the mentions that carry them. */
  public static CountTable refused(MentionGroups groups) {
    CountTable counts = new CountTable();
    int kind = NodeKind.NATIONAL_ID.ordinal();
    int outcome = LinkOutcome.REFUSED_SHARED.ordinal();
    counts.add(
        Measure.LINK_IDENTIFIERS, CountTable.ALL_SOURCES, kind, outcome, groups.refusedIds());
    counts.add(
        Measure.LINK_MENTIONS, CountTable.ALL_SOURCES, kind, outcome, groups.refusedMentions());
    return counts;
  }
}
