package leakcensus.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds which rows of a sheet name its columns.
 *
 * <p>The first row that may name columns does. Where it has cells merged across columns, the row
 * below belongs to it: a column is called what stands below, or as the merged cells and the cell
 * below joined by a dot, or, where nothing stands below, what stands above.
 */
final class SheetHeader {

  /** What a row is. */
  enum Part {
    /** It stands before the header. */
    BEFORE,
    /** It is the header, or like it. */
    HEADER,
    /** It stands under the header. */
    RECORD
  }

  private static final int NOT_WANTED = -1;

  private final Map<String, Integer> wanted;
  private final MergedCells merged;
  private final List<SheetRow> rows = new ArrayList<>();
  private boolean complete;
  private int[] columnOfCell = new int[0];

  SheetHeader(Map<String, Integer> wanted, MergedCells merged) {
    this.wanted = Map.copyOf(wanted);
    this.merged = merged;
  }

  /** Whether the columns are named. */
  boolean isFound() {
    return !rows.isEmpty();
  }

  /** Takes the next row of the sheet that is not blank, and says what it is. */
  Part take(SheetRow row) {
    if (rows.isEmpty()) {
      if (!row.mayNameColumns()) {
        return Part.BEFORE;
      }
      add(row);
      return Part.HEADER;
    }
    if (!complete && row.holdsNamesOnly()) {
      add(row);
      return Part.HEADER;
    }
    complete = true;
    return rows.stream().anyMatch(row::isLike) ? Part.HEADER : Part.RECORD;
  }

  /** The wanted column that a cell belongs to; -1 if it belongs to none. */
  int column(int cell) {
    return cell < columnOfCell.length ? columnOfCell[cell] : NOT_WANTED;
  }

  /** Names of the columns as they are to be wanted; empty where a cell has none. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    // Where no header was found there are no cells.
    for (int cell = 0; cell < columnOfCell.length; cell++) {
      SheetRow upper = rows.get(0);
      String above = upper.name(merged.shownColumn(upper.number(), cell));
      if (rows.size() == 1) {
        names.add(upper.name(cell));
      } else {
        String below = rows.get(1).name(cell);
        names.add(above.isEmpty() || below.isEmpty() ? above + below : above + "." + below);
      }
    }
    return names;
  }

  private void add(SheetRow row) {
    rows.add(row);
    complete = rows.size() > 1 || !merged.spanColumns(row.number());
    int cells = rows.stream().mapToInt(each -> each.cells().size()).max().orElseThrow();
    columnOfCell = new int[cells];
    Set<Integer> taken = new HashSet<>();
    for (int cell = 0; cell < cells; cell++) {
      int column = wantedColumn(cell).orElse(NOT_WANTED);
      columnOfCell[cell] = taken.add(column) ? column : NOT_WANTED;
    }
  }

  private Optional<Integer> wantedColumn(int cell) {
    SheetRow upper = rows.get(0);
    String above = upper.name(merged.shownColumn(upper.number(), cell));
    if (rows.size() == 1) {
      return Optional.ofNullable(wanted.get(upper.name(cell)));
    }
    String below = rows.get(1).name(cell);
    if (below.isEmpty()) {
      return Optional.ofNullable(wanted.get(above));
    }
    return Optional.ofNullable(wanted.get(above + "." + below))
        .or(() -> Optional.ofNullable(wanted.get(below)));
  }
}
