package leakcensus.container;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** An archive that is open, with what was opened for it. */
final class Level implements Closeable {

  private final EntryCursor entries;
  private final List<Integer> place;
  private final String name;
  private final int depth;
  private final List<Closeable> below;
  private int index = -1;

  /**
   * An archive before its first entry.
   *
   * @param entries its entries
   * @param place numbers of the entries that lead to it
   * @param name chained name of the entry that it is
   * @param depth number of containers around its entries
   * @param below what to close with it, in this order
   */
  Level(
      EntryCursor entries,
      List<Integer> place,
      String name,
      int depth,
      List<? extends Closeable> below) {
    this.entries = entries;
    this.place = List.copyOf(place);
    this.name = name;
    this.depth = depth;
    this.below = List.copyOf(below);
  }

  EntryCursor entries() {
    return entries;
  }

  int depth() {
    return depth;
  }

  boolean next() throws IOException {
    // Counted before, so that an entry that cannot be reached has its number.
    index++;
    return entries.next();
  }

  /** Numbers of the entries that lead to the current one; the file itself has none. */
  List<Integer> entryPlace() {
    if (depth == 0) {
      return place;
    }
    List<Integer> entry = new ArrayList<>(place);
    entry.add(index);
    return entry;
  }

  /** Chained name of the current entry. */
  String entryName() {
    String own = EntryName.plain(entries.name());
    return name.isEmpty() ? own : name + "!/" + own;
  }

  @Override
  public void close() throws IOException {
    entries.close();
    for (Closeable each : below) {
      each.close();
    }
  }
}
