package leakcensus.spark.read;

/** Makes the parser of a text from its header. */
@FunctionalInterface
interface HeaderParser {

  /**
   * The parser of the lines behind a header.
   *
   * @param header the header line; empty where the text has none
   * @throws UnreadablePartException if the header cannot be parsed
   */
  LineParser of(String header) throws UnreadablePartException;
}
