package leakcensus.spark.read;

import leakcensus.source.RecordFault;

/** Takes the mapped columns out of one line of text. */
interface LineParser {

  /** Parses the first characters of an array; what is wrong with them, if anything. */
  RecordFault parse(char[] text, int length);

  /** A value of the line parsed last; empty where it has none. */
  String value(int column);
}
