package leakcensus.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which formats of a workbook's cells show a number as a date or a time of day. */
final class CellFormats {

  /** What a number is shown as. */
  enum Kind {
    NUMBER,
    DATE,
    TIME,
    DATE_AND_TIME
  }

  /** Excel refuses more. */
  private static final int MAX_FORMATS = 1 << 16;

  private final List<Kind> kinds = new ArrayList<>();

  private CellFormats() {}

  /** No formats: numbers are numbers. */
  static CellFormats none() {
    return new CellFormats();
  }

  /** Reads the formats. */
  static CellFormats read(XmlEvents events) throws IOException {
    CellFormats formats = new CellFormats();
    Map<String, Kind> own = new HashMap<>();
    boolean ofCells = false;
    while (events.next()) {
      if (events.isStart("numFmt") && own.size() < MAX_FORMATS) {
        own.put(events.attribute("numFmtId"), kindOf(events.attribute("formatCode")));
      } else if (events.isStart("cellXfs")) {
        ofCells = true;
      } else if (events.isEnd("cellXfs")) {
        ofCells = false;
      } else if (ofCells && events.isStart("xf") && formats.kinds.size() < MAX_FORMATS) {
        String number = events.attribute("numFmtId");
        formats.kinds.add(own.getOrDefault(number, builtIn(number)));
      }
    }
    return formats;
  }

  /** What the cells of a style, as their tag names it, are shown as. */
  Kind kind(String style) {
    int number = CellNumbers.whole(style, MAX_FORMATS);
    return number >= 0 && number < kinds.size() ? kinds.get(number) : Kind.NUMBER;
  }

  /** What a format code shows, by its first section. */
  static Kind kindOf(String code) {
    boolean date = false;
    boolean month = false;
    boolean time = false;
    String letters = letters(code).toLowerCase(Locale.ROOT).replace("general", "");
    for (int i = 0; i < letters.length(); i++) {
      switch (letters.charAt(i)) {
        case 'y', 'd' -> date = true;
        case 'm' -> month = true;
        case 'h', 's' -> time = true;
        default -> {}
      }
    }
    if (!time) {
      return date || month ? Kind.DATE : Kind.NUMBER;
    }
    return date ? Kind.DATE_AND_TIME : Kind.TIME;
  }

  /** The code without what is quoted, escaped, or in brackets other than of elapsed time. */
  private static String letters(String code) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < code.length() && code.charAt(i) != ';'; i++) {
      char character = code.charAt(i);
      switch (character) {
        case '"' -> i = closing(code, i, '"');
        case '\\', '_', '*' -> i++;
        case '[' -> {
          int close = closing(code, i, ']');
          String inside = code.substring(Math.min(i + 1, close), close).toLowerCase(Locale.ROOT);
          if (inside.matches("h+|m+|s+")) {
            letters.append('s');
          }
          i = close;
        }
        default -> letters.append(character);
      }
    }
    return letters.toString();
  }

  private static int closing(String code, int open, char close) {
    int at = code.indexOf(close, open + 1);
    return at < 0 ? code.length() : at;
  }

  /** ECMA-376, part 1, 18.8.30, with the formats of China, Japan and Korea. */
  private static Kind builtIn(String number) {
    return switch (number) {
      case "14", "15", "16", "17" -> Kind.DATE;
      case "18", "19", "20", "21", "45", "46", "47" -> Kind.TIME;
      case "22" -> Kind.DATE_AND_TIME;
      case "27", "28", "29", "30", "31", "36", "50", "51", "52", "53", "54", "57", "58" ->
          Kind.DATE;
      case "32", "33", "34", "35", "55", "56" -> Kind.TIME;
      default -> Kind.NUMBER;
    };
  }
}
