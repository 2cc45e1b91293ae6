package leakcensus.match;

import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectRBTreeMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import leakcensus.block.LongTable;
import leakcensus.compare.Signature;
import leakcensus.link.LinkRows;

/** Puts signatures together by the component of their node. */
public final class GroupComponents {

  private GroupComponents() {}

  /** The signatures of each component, given the component of each node. */
  public static Collection<List<Signature>> group(
      List<Signature> signatures, LongTable components) {
    Long2LongOpenHashMap componentOf = new Long2LongOpenHashMap();
    for (int row = 0; row < components.size(); row++) {
      componentOf.put(
          components.at(row, LinkRows.ASSIGNED_NODE),
          components.at(row, LinkRows.ASSIGNED_COMPONENT));
    }
    Long2ObjectRBTreeMap<List<Signature>> grouped = new Long2ObjectRBTreeMap<>();
    for (Signature signature : signatures) {
      grouped
          .computeIfAbsent(componentOf.get(signature.node()), component -> new ArrayList<>())
          .add(signature);
    }
    return grouped.values();
  }
}
