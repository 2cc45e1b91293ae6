package leakcensus.spark.read;

import java.util.List;
import leakcensus.format.JsonColumns;
import leakcensus.source.RecordFault;

/** Takes values out of a line that is one JSON object. Columns are paths of keys joined by dots. */
final class JsonLineParser implements LineParser {

  private final JsonColumns columns;

  JsonLineParser(List<String> columns) {
    this.columns = new JsonColumns(columns);
  }

  @Override
  public RecordFault parse(char[] text, int length) {
    return columns.parse(text, length);
  }

  @Override
  public int columns() {
    return columns.count();
  }

  @Override
  public String value(int column) {
    return columns.value(column);
  }

  @Override
  public boolean hasSeveral(int column) {
    return columns.hasSeveral(column);
  }

  @Override
  public List<String> values(int column) {
    return columns.values(column);
  }
}
