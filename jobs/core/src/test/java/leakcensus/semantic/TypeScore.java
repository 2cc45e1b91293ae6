package leakcensus.semantic;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many columns were told right, wrong, or left open, by their true type. */
final class TypeScore {

  private final Map<SemanticType, int[]> counts = new TreeMap<>();
  private final StringBuilder misses = new StringBuilder();

  /** A column of no type that is left open is right: it was to be left open. */
  void add(MadeLayout layout, List<TypeProposal> proposals) {
    for (int column = 0; column < proposals.size(); column++) {
      SemanticType truth = layout.columns().get(column).type();
      SemanticType told = proposals.get(column).type();
      int kind = told == truth ? 0 : told == SemanticType.OTHER ? 2 : 1;
      counts.computeIfAbsent(truth, type -> new int[3])[kind]++;
      if (kind != 0) {
        misses.append(
            "%n%s: %s '%s' told %s by %s"
                .formatted(
                    layout.name(),
                    truth.key(),
                    layout.columns().get(column).header(),
                    told.key(),
                    proposals.get(column).ranked()));
      }
    }
  }

  double rightRatio() {
    return ratio(0);
  }

  double wrongRatio() {
    return ratio(1);
  }

  double openRatio() {
    return ratio(2);
  }

  private double ratio(int kind) {
    int all = counts.values().stream().mapToInt(count -> count[0] + count[1] + count[2]).sum();
    return (double) counts.values().stream().mapToInt(count -> count[kind]).sum() / all;
  }

  /** A table of the counts by type, and every miss. */
  String table() {
    StringBuilder table =
        new StringBuilder("%n%-20s %6s %6s %6s".formatted("type", "right", "wrong", "open"));
    counts.forEach(
        (type, count) ->
            table.append(
                "%n%-20s %6d %6d %6d".formatted(type.key(), count[0], count[1], count[2])));
    return table
        + "%nright %.3f, wrong %.3f, open %.3f".formatted(rightRatio(), wrongRatio(), openRatio())
        + misses;
  }
}
