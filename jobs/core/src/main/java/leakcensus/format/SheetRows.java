package leakcensus.format;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Goes through the rows of a sheet that have cells. */
final class SheetRows implements Closeable {

  /** Excel's own limits. */
  private static final int MAX_ROWS = 1 << 20;

  private static final int MAX_COLUMNS = 1 << 14;

  private final XmlEvents events;
  private final SharedTexts shared;
  private final CellFormats formats;
  private final CellNumbers numbers;
  private final int maxRowCharacters;

  private int rowNumber = -1;
  private boolean ended;

  SheetRows(
      XmlEvents events,
      SharedTexts shared,
      CellFormats formats,
      CellNumbers numbers,
      int maxRowCharacters) {
    this.events = events;
    this.shared = shared;
    this.formats = formats;
    this.numbers = numbers;
    this.maxRowCharacters = maxRowCharacters;
  }

  /**
   * The next row, if there is one.
   *
   * @throws IOException if the sheet is broken
   */
  Optional<SheetRow> next() throws IOException {
    while (!ended) {
      if (!events.next()) {
        // The part ends before its rows do.
        throw new IOException("Cannot read a sheet: it breaks off");
      }
      if (events.isStart("row")) {
        return Optional.of(readRow());
      }
      ended = events.isEnd("sheetData");
    }
    return Optional.empty();
  }

  /** Number of rows up to the last one, blank ones too. */
  int rows() {
    return rowNumber + 1;
  }

  @Override
  public void close() throws IOException {
    events.close();
  }

  private SheetRow readRow() throws IOException {
    int told = CellNumbers.whole(events.attribute("r"), MAX_ROWS) - 1;
    rowNumber = Math.max(told, rowNumber + 1);
    List<String> cells = new ArrayList<>();
    BitSet texts = new BitSet();
    long characters = 0;
    int column = -1;
    while (events.next() && !events.isEnd("row")) {
      if (events.isStart("c")) {
        int named = column(events.attribute("r"));
        column = named < 0 ? column + 1 : named;
        String type = events.attribute("t");
        Optional<String> cell = readCell(type, events.attribute("s"), characters);
        characters += cell.map(String::length).orElse(maxRowCharacters + 1);
        if (characters > maxRowCharacters) {
          cells.clear();
        } else if (column < MAX_COLUMNS) {
          put(cells, column, cell.orElse(""));
          texts.set(column, isText(type));
        }
      }
    }
    return new SheetRow(rowNumber, cells, texts, characters > maxRowCharacters);
  }

  /** The text of a cell; empty if it has more than what is left of the row's limit. */
  private Optional<String> readCell(String type, String style, long before) throws IOException {
    CellText text = new CellText(Math.max(maxRowCharacters - before, 0));
    boolean whole = true;
    while (events.next() && !events.isEnd("c")) {
      whole &= text.take(events);
    }
    return whole ? Optional.of(value(text.take(), type, style)) : Optional.empty();
  }

  private String value(String text, String type, String style) {
    return switch (type) {
      case "s" -> {
        int number = CellNumbers.whole(text.strip(), Integer.MAX_VALUE);
        yield number >= 0 && number < shared.size() ? shared.text(number) : "";
      }
      case "b" -> text.strip().equals("1") ? "TRUE" : text.isBlank() ? "" : "FALSE";
      case "e" -> "";
      case "str", "inlineStr", "d" -> text;
      default -> numbers.write(text, formats.kind(style));
    };
  }

  private static boolean isText(String type) {
    return type.equals("s") || type.equals("str") || type.equals("inlineStr");
  }

  private static void put(List<String> cells, int column, String value) {
    while (cells.size() < column) {
      cells.add("");
    }
    if (column < cells.size()) {
      cells.set(column, value);
    } else {
      cells.add(value);
    }
  }

  /** The column of a place such as {@code BC12}, from 0; -1 if it names none. */
  static int column(String place) {
    int column = 0;
    int letters = 0;
    while (letters < place.length()
        && letters < 4
        && place.charAt(letters) >= 'A'
        && place.charAt(letters) <= 'Z') {
      column = 26 * column + place.charAt(letters) - 'A' + 1;
      letters++;
    }
    return column - 1;
  }
}
