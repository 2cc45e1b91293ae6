package leakcensus.match;

import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import leakcensus.compare.Signature;
import leakcensus.link.MentionGroups;
import leakcensus.link.Node;
import leakcensus.person.MentionBlock;

/** Finds the signatures of labelled mentions. */
public final class LocateLabels {

  private LocateLabels() {}

  /**
   * The signature of each wanted mention that has one: a mention too thin to be anyone, or an
   * organisation, has none.
   *
   * @param groups mentions in groups of one node each
   * @param signatures the signatures of these nodes
   * @param wanted positions of labelled mentions
   */
  public static Map<MentionPosition, Signature> locate(
      MentionGroups groups, List<Signature> signatures, Set<MentionPosition> wanted) {
    Long2ObjectOpenHashMap<Signature> byId = new Long2ObjectOpenHashMap<>();
    signatures.forEach(signature -> byId.put(signature.id(), signature));
    MentionBlock mentions = groups.mentions();
    Map<MentionPosition, Signature> located = new TreeMap<>();
    for (int row = 0; row < groups.size(); row++) {
      MentionPosition position =
          new MentionPosition(mentions.fileId(row), mentions.position(row), mentions.slot(row));
      if (wanted.contains(position)) {
        Signature signature = byId.get(Node.content(mentions, row, groups.node(row)));
        if (signature != null) {
          located.put(position, signature);
        }
      }
    }
    return located;
  }
}
