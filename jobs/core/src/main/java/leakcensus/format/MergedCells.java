package leakcensus.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which cells of the first rows of a sheet are merged across columns. A sheet tells it behind its
 * rows, where a reader of rows learns it too late.
 */
final class MergedCells {

  /** No header stands deeper. */
  private static final int MAX_ROW = 200;

  private static final int MAX_RANGES = 10_000;
  private static final Pattern RANGE =
      Pattern.compile("([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})");

  private final List<Range> ranges = new ArrayList<>();

  private MergedCells() {}

  /** No cells are merged. */
  static MergedCells none() {
    return new MergedCells();
  }

  /** Reads what stands behind the rows; none where the sheet breaks off before. */
  static MergedCells read(XmlEvents events) {
    MergedCells merged = new MergedCells();
    try {
      while (events.next()) {
        if (events.isStart("mergeCell")) {
          merged.add(events.attribute("ref"));
        }
      }
    } catch (IOException fault) {
      // The rows before stand, and the reader of rows meets the fault again and counts it.
      return merged;
    }
    return merged;
  }

  /** Whether cells of a row are merged with others of the same row. */
  boolean spanColumns(int row) {
    return ranges.stream().anyMatch(range -> range.row == row && range.isWide());
  }

  /** The column whose text a cell shows: its own, or the first one of the cells merged. */
  int shownColumn(int row, int column) {
    return ranges.stream()
        .filter(range -> range.row == row && range.first <= column && column <= range.last)
        .findFirst()
        .map(Range::first)
        .orElse(column);
  }

  private void add(String place) {
    Matcher range = RANGE.matcher(place);
    if (range.matches() && ranges.size() < MAX_RANGES) {
      int row = Integer.parseInt(range.group(2)) - 1;
      if (row < MAX_ROW) {
        int first = SheetRows.column(range.group(1));
        ranges.add(new Range(row, first, SheetRows.column(range.group(3))));
      }
    }
  }

  /** Cells merged, by their first row. */
  private record Range(int row, int first, int last) {

    private boolean isWide() {
      return last > first;
    }
  }
}
