package leakcensus.synthetic;

import java.util.List;

/** Records as JSON objects; a column without content is left out, null or empty, by turns. */
final class JsonLines implements RecordLines {

  private final SyntheticSource source;
  private final Wrapping wrapping;

  JsonLines(SyntheticSource source, Wrapping wrapping) {
    this.source = source;
    this.wrapping = wrapping;
  }

  @Override
  public String header() {
    return "";
  }

  @Override
  public String wholeLine(SyntheticRecord record) {
    StringBuilder line = new StringBuilder(400);
    if (wrapping == Wrapping.ELASTIC) {
      line.append("{\"_index\":\"")
          .append(source.name())
          .append("\",\"_id\":\"")
          .append(Long.toHexString(record.key().order()))
          .append("\",\"_score\":1.0,\"_source\":");
    }
    appendObject(record, line);
    return wrapping == Wrapping.ELASTIC ? line.append('}').toString() : line.toString();
  }

  @Override
  public String misshapenLine(SyntheticRecord record) {
    String whole = wholeLine(record);
    return whole.substring(0, whole.length() / 2);
  }

  private static void appendObject(SyntheticRecord record, StringBuilder line) {
    List<SyntheticColumn> columns = record.kind().columns();
    long style = RandomStream.mix(31 * record.key().person() + record.key().copy());
    String separator = "{";
    for (int i = 0; i < columns.size(); i++) {
      SyntheticColumn column = columns.get(i);
      String text = record.values().getOrDefault(column.name(), "");
      boolean present = !text.isEmpty();
      long absence = style + i & 3;
      if (present || absence < 2) {
        line.append(separator).append('"').append(column.name()).append("\":");
        separator = ",";
        if (!present) {
          line.append(absence == 0 ? "null" : "\"\"");
        } else if (column.type() == SyntheticColumn.Type.WHOLE_NUMBER) {
          line.append(text);
        } else {
          appendText(text, line);
        }
      }
    }
    line.append('}');
  }

  private static void appendText(String text, StringBuilder line) {
    line.append('"');
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == '"' || character == '\\') {
        line.append('\\');
      }
      line.append(character);
    }
    line.append('"');
  }

  /** What stands around the object. */
  enum Wrapping {
    NONE,
    ELASTIC
  }
}
