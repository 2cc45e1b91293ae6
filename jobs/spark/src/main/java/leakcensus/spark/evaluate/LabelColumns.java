package leakcensus.spark.evaluate;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import leakcensus.source.Source;

/**
 * The columns of a source that may hold the true entity of each slot.
 *
 * <p>A source with one slot has the column itself; with several slots each has the column followed
 * by an underscore and the name of the slot. Where all mapped columns stand under one JSON path,
 * the column may stand under it too.
 *
 * @param ofSlot candidates of each slot, in order of preference
 */
public record LabelColumns(List<List<String>> ofSlot) implements Serializable {

  public LabelColumns {
    ofSlot = ofSlot.stream().map(List::copyOf).toList();
  }

  /** The label columns of a source. */
  public static LabelColumns of(Source source, String column) {
    String prefix = commonPath(source.columns());
    List<List<String>> ofSlot = new ArrayList<>();
    for (int slot = 0; slot < source.slots().size(); slot++) {
      String name =
          source.slots().size() == 1 ? column : column + "_" + source.slots().get(slot).name();
      ofSlot.add(prefix.isEmpty() ? List.of(name) : List.of(name, prefix + name));
    }
    return new LabelColumns(ofSlot);
  }

  /** All candidates of all slots. */
  public List<String> all() {
    return ofSlot.stream().flatMap(List::stream).toList();
  }

  private static String commonPath(List<String> columns) {
    String first = columns.get(0);
    String path = first.substring(0, first.lastIndexOf('.') + 1);
    return columns.stream().allMatch(column -> column.startsWith(path)) ? path : "";
  }
}
