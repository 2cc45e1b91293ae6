package leakcensus.testing;

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

  public FaultRow {
    ToldRow.requireCell(row);
    ToldRow.requireCell(injected);
    ToldRow.requireCell(seen);
    ToldRow.requireCell(outcome);
  }

  /** Tells it. */
  public void tell() {
    ToldRow.tell("fault-row: ", this);
  }
}
