package leakcensus.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings tables of one layout together, file by file in the order in which they are added. */
public final class GroupLayouts {

  private final List<LayoutGroup> groups = new ArrayList<>();

  /** Adds the tables of a file, each to the first group like it, or to a group of its own. */
  public void add(FileLook file) {
    for (TableLook table : file.tables()) {
      Optional<LayoutGroup> like =
          groups.stream().filter(group -> group.layout().isLike(table.layout())).findFirst();
      LayoutGroup group =
          like.orElseGet(
              () -> {
                LayoutGroup first = new LayoutGroup(table.layout());
                groups.add(first);
                return first;
              });
      group.add(file, table);
    }
  }

  /** The groups, in the order in which their first tables came. */
  public List<LayoutGroup> groups() {
    return List.copyOf(groups);
  }
}
