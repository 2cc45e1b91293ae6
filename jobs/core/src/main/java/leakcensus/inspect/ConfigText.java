package leakcensus.inspect;

import java.util.ArrayList;
import java.util.List;
import leakcensus.count.CountTable;

/**
 * Writes an inventory as a configuration: a source for each layout with a person in it, and as
 * comments the layouts without one and what is left out.
 *
 * <p>It names paths and columns, which can hold values, and must be kept as safe as the leak.
 */
public final class ConfigText {

  private static final int MOST_LEFT_OUT = 1_000;

  private ConfigText() {}

  /** The text, which the census reads as it stands where it holds a source. */
  public static String of(Inventory inventory) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "# Proposed by leak-census inspect. Read it before you use it: what is not sure says so.");
    lines.add(
        "# It names files and columns, which can hold personal data: keep it as safe as the leak.");
    int sources = 0;
    List<ProposedSource> further = new ArrayList<>();
    for (ProposedSource source : inventory.sources()) {
      if (source.draft().isComplete() && sources < CountTable.MAX_SOURCES) {
        sources++;
        lines.add("");
        lines.addAll(source.draft().text().lines().toList());
      } else {
        further.add(source);
      }
    }
    addFurther(lines, further);
    addLeftOut(lines, inventory.leftOut());
    return String.join("\n", lines) + "\n";
  }

  private static void addFurther(List<String> lines, List<ProposedSource> further) {
    for (ProposedSource source : further) {
      lines.add("");
      lines.add(
          source.draft().isComplete()
              ? "# One source too many (a census takes %d):".formatted(CountTable.MAX_SOURCES)
              : "# No column is a person's for sure. If you know one, name it and take out the signs:");
      source.draft().text().lines().forEach(line -> lines.add("# " + line));
    }
  }

  private static void addLeftOut(List<String> lines, List<Inventory.Left> leftOut) {
    if (leftOut.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add("# Not in the sources above, or not wholly, by the number of the file:");
    leftOut.stream()
        .limit(MOST_LEFT_OUT)
        .forEach(
            left -> {
              String part = left.what().part().isEmpty() ? "" : "!/" + left.what().part();
              lines.add(
                  "#   %d  %s  %s"
                      .formatted(
                          left.file(),
                          left.what().reason().what(),
                          ColumnName.quoted(left.name() + part)));
            });
    if (leftOut.size() > MOST_LEFT_OUT) {
      lines.add("#   and %,d more".formatted(leftOut.size() - MOST_LEFT_OUT));
    }
  }
}
