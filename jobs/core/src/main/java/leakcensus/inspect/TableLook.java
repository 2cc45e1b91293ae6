package leakcensus.inspect;

import java.util.Optional;
import leakcensus.source.DetectedCharset;

/**
 * What was seen of one table of a file.
 *
 * @param part name of the part of a packed file, as a configuration names it; empty for the file
 *     itself
 * @param layout its layout
 * @param charset its charset, where it has one
 * @param seen its records
 * @param sample some of them
 */
public record TableLook(
    String part,
    Layout layout,
    Optional<DetectedCharset> charset,
    RecordsSeen seen,
    SampleRecords sample) {

  /** Without the name of the part, which can hold values. */
  @Override
  public String toString() {
    return "TableLook[%s, %d records]".formatted(layout, seen.records());
  }
}
