package leakcensus.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Records of made-up people, as a table of texts.
 *
 * @param columns names of the columns
 * @param rows a text a column, empty where the record says nothing
 */
record People(List<String> columns, List<List<String>> rows) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What would end a value early where a format is written or read carelessly. */
  private static final String MARKUP = " 'A', \"B\"; C\\D|E %s {F} <G>&amp; \\N NULL --";

  private static final int ROWS_PER_MARKUP = 5;

  People {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** The records of a file that {@code synthesise} has written as JSON lines. */
  static People read(Path lines, List<String> columns) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (String line : Files.readAllLines(lines)) {
      JsonNode object = JSON.readTree(line);
      rows.add(columns.stream().map(column -> object.path(column).asText("")).toList());
    }
    return new People(columns, rows);
  }

  /** The same people, some of them with markup of every format at the end of a column. */
  People withMarkupIn(String column) {
    int place = columns.indexOf(column);
    List<List<String>> marked = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      List<String> values = new ArrayList<>(rows.get(row));
      if (row % ROWS_PER_MARKUP == 0 && !values.get(place).isEmpty()) {
        values.set(place, values.get(place) + MARKUP);
      }
      marked.add(values);
    }
    return new People(columns, marked);
  }

  /** The same people in another script or spelling. */
  People with(UnaryOperator<String> change) {
    return new People(
        columns, rows.stream().map(row -> row.stream().map(change).toList()).toList());
  }

  /** The same people under other headings: for each new name the one of the column now. */
  People headed(Map<String, String> headings) {
    int[] places = headings.values().stream().mapToInt(columns::indexOf).toArray();
    return new People(
        List.copyOf(headings.keySet()),
        rows.stream().map(row -> Arrays.stream(places).mapToObj(row::get).toList()).toList());
  }

  /** What stands in a column, record by record. */
  List<String> column(String name) {
    int place = columns.indexOf(name);
    return rows.stream().map(row -> row.get(place)).toList();
  }

  /** Some of the records. */
  People between(int from, int to) {
    return new People(columns, rows.subList(from, to));
  }

  /** The records in so many runs of nearly the same length. */
  List<People> inParts(int parts) {
    List<People> all = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      all.add(between(rows.size() * part / parts, rows.size() * (part + 1) / parts));
    }
    return all;
  }

  @Override
  public String toString() {
    return "People[%d records, %d columns]".formatted(rows.size(), columns.size());
  }
}
