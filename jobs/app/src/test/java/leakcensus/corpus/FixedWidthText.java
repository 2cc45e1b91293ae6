package leakcensus.corpus;

import java.util.ArrayList;
import java.util.List;

/** People as lines of fixed columns, counted in characters. */
final class FixedWidthText {

  private static final int WIDTH = 48;

  /** Of the column that all markup stands in. */
  private static final int ADDRESS_WIDTH = 128;

  private FixedWidthText() {}

  static String write(People people) {
    StringBuilder lines = new StringBuilder();
    people.rows().forEach(row -> lines.append(line(people, row)).append('\n'));
    return lines.toString();
  }

  /** The places of the columns, as a configuration states them. */
  static List<String> settings(People people) {
    List<String> places = new ArrayList<>();
    int start = 1;
    for (String column : people.columns()) {
      places.add("\"%s\" = [%d, %d]".formatted(column, start, width(column)));
      start += width(column);
    }
    return List.of("format = fixed-width", "places { %s }".formatted(String.join(", ", places)));
  }

  private static String line(People people, List<String> row) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      String value = row.get(column);
      int blanks = width(people.columns().get(column)) - value.codePointCount(0, value.length());
      if (blanks < 0) {
        throw new AssertionError("A value is longer than its column: " + -blanks);
      }
      line.append(value).append(" ".repeat(blanks));
    }
    return line.toString();
  }

  private static int width(String column) {
    return column.equals("address") ? ADDRESS_WIDTH : WIDTH;
  }
}
