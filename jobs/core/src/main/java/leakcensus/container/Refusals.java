package leakcensus.container;

import java.util.ArrayList;
import java.util.List;

/** What is refused of a file: all of it counted, the first of each fault located. */
final class Refusals {

  private static final int LOCATED_PER_FAULT = 1_000;

  private final List<RefusedEntry> located = new ArrayList<>();
  private final long[] counts = new long[EntryFault.values().length];

  void add(List<Integer> place, EntryFault fault, long bytes) {
    if (++counts[fault.ordinal()] <= LOCATED_PER_FAULT) {
      located.add(new RefusedEntry(place, fault, Math.max(bytes, 0)));
    }
  }

  List<RefusedEntry> located() {
    return List.copyOf(located);
  }

  long count(EntryFault fault) {
    return counts[fault.ordinal()];
  }
}
