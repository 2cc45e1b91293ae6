package leakcensus.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Tells what a test has seen on standard output, from where a script takes it to a page. */
public final class ToldRow {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ToldRow() {}

  /** Prints a record as JSON on one line, behind the mark that the script looks for. */
  public static void tell(String mark, Record row) {
    try {
      System.out.println(mark + JSON.writeValueAsString(row));
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException("Cannot write a row as JSON", fault);
    }
  }

  /** Refuses text that would break a table of Markdown. */
  public static void requireCell(String cell) {
    if (cell.isBlank() || cell.contains("|") || cell.contains("\n")) {
      throw new IllegalArgumentException(
          "Invalid cell: %s (must be text on one line without a bar)".formatted(cell));
    }
  }
}
