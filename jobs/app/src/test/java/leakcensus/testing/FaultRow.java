package leakcensus.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a test has seen of a fault, told on standard output, from where {@code bench/faults} takes
 * it to the table of docs/operations.md.
 *
 * @param row number of the fault in docs/faults.md
 * @param injected how it was brought about
 * @param seen what shows that it has happened
 * @param outcome what became of the run
 */
public record FaultRow(String row, String injected, String seen, String outcome) {

  private static final String MARK = "fault-row: ";
  private static final ObjectMapper JSON = new ObjectMapper();

  public FaultRow {
    for (String cell : new String[] {row, injected, seen, outcome}) {
      if (cell.isBlank() || cell.contains("|") || cell.contains("\n")) {
        throw new IllegalArgumentException(
            "Invalid cell: %s (must be text on one line without a bar)".formatted(cell));
      }
    }
  }

  /** Tells it. */
  public void tell() {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("row", row);
    cells.put("injected", injected);
    cells.put("seen", seen);
    cells.put("outcome", outcome);
    try {
      System.out.println(MARK + JSON.writeValueAsString(cells));
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException("Cannot write a row as JSON", fault);
    }
  }
}
