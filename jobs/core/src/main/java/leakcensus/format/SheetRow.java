package leakcensus.format;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The cells of a row of a sheet, as text.
 *
 * @param number its number in the sheet, from 0
 * @param cells the texts; empty where a cell is
 * @param texts which cells hold text, not a number
 * @param tooLong whether the row has more text than is held, and so no cells here
 */
record SheetRow(int number, List<String> cells, BitSet texts, boolean tooLong) {

  private static final int MIN_NAMES = 2;

  SheetRow {
    cells = List.copyOf(cells);
    texts = (BitSet) texts.clone();
  }

  boolean isBlank() {
    return !tooLong && cells.stream().allMatch(String::isBlank);
  }

  /** The text of a cell, without blanks around it; empty behind the last one. */
  String name(int column) {
    return column < cells.size() ? cells.get(column).strip() : "";
  }

  /** Whether the row may name columns: texts, most of them different, none of digits only. */
  boolean mayNameColumns() {
    List<String> names = new ArrayList<>();
    for (int column = 0; column < cells.size(); column++) {
      if (!name(column).isEmpty()) {
        names.add(name(column));
      }
    }
    Set<String> different = new HashSet<>(names);
    return holdsNamesOnly() && names.size() >= MIN_NAMES && 2 * different.size() > names.size();
  }

  /** Whether the row may be a lower part of a header: texts, none of digits only. */
  boolean holdsNamesOnly() {
    for (int column = 0; column < cells.size(); column++) {
      String name = name(column);
      boolean isName = texts.get(column) && !name.codePoints().allMatch(Character::isDigit);
      if (!name.isEmpty() && !isName) {
        return false;
      }
    }
    return !tooLong;
  }

  /** Whether another row holds the same texts. */
  boolean isLike(SheetRow other) {
    int columns = Math.max(cells.size(), other.cells.size());
    for (int column = 0; column < columns; column++) {
      if (!name(column).equals(other.name(column))) {
        return false;
      }
    }
    return !tooLong && !other.tooLong;
  }

  /** Tells its place and its size only. */
  @Override
  public String toString() {
    return "SheetRow[row %d, %d cells]".formatted(number, cells.size());
  }
}
