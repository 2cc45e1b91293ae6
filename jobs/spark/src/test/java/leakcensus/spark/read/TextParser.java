package leakcensus.spark.read;

import leakcensus.source.RecordFault;

/** A line is one value; one that starts with an exclamation mark is not well formed. */
final class TextParser implements LineParser {

  private String text = "";

  @Override
  public RecordFault parse(char[] characters, int length) {
    text = new String(characters, 0, length);
    return text.startsWith("!") ? RecordFault.BAD_SYNTAX : RecordFault.NONE;
  }

  @Override
  public int columns() {
    return 1;
  }

  @Override
  public String value(int column) {
    return text;
  }
}
