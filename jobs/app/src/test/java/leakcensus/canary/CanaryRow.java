package leakcensus.canary;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import leakcensus.testing.ToldRow;

/**
 * What a search has found in what a run left, told on standard output, from where {@code
 * bench/canaries} takes it to the table of docs/privacy.md.
 *
 * @param run what was run, and how it ended
 * @param control whether canaries had to be found
 * @param patterns number of byte patterns searched for
 * @param files number of files searched
 * @param bytes bytes of these
 * @param streams number of streams that they decode to
 * @param decodedBytes bytes of these
 * @param paths findings of planted paths where they belong, in the list for the owner alone
 * @param elsewhere names of what was found at any other place, each once
 */
record CanaryRow(
    String run,
    boolean control,
    int patterns,
    int files,
    long bytes,
    @JsonProperty("decoded_streams") long streams,
    @JsonProperty("decoded_bytes") long decodedBytes,
    int paths,
    List<String> elsewhere) {

  CanaryRow {
    ToldRow.requireCell(run);
  }

  /** Tells it. */
  void tell() {
    ToldRow.tell("canary-row: ", this);
  }
}
