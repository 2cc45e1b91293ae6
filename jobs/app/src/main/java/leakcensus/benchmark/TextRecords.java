package leakcensus.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import leakcensus.source.RecordFormat;

/** Writes records as text: delimited, JSON of any shape, SQL, or in fixed columns. */
final class TextRecords implements RecordOutput {

  private static final int TUPLES_PER_STATEMENT = 1_000;

  private final RecordFormat layout;
  private final OutputStream output;
  private long written;

  TextRecords(RecordFormat layout, OutputStream output) throws IOException {
    this.layout = layout;
    this.output = output;
    if (layout instanceof RecordFormat.Delimited delimited) {
      print(String.join(String.valueOf(delimited.delimiter()), MadeUpRecords.COLUMNS) + "\n");
    }
  }

  @Override
  public void write(String[] values) throws IOException {
    if (layout instanceof RecordFormat.Delimited delimited) {
      print(delimited(values, delimited) + "\n");
    } else if (layout instanceof RecordFormat.JsonLines) {
      print(json(values) + "\n");
    } else if (layout instanceof RecordFormat.ElasticsearchBulk) {
      print("{\"index\":{\"_id\":\"%s\"}}\n%s\n".formatted(values[0], json(values)));
    } else if (layout instanceof RecordFormat.Json) {
      print((written == 0 ? "[\n" : ",\n") + json(values));
    } else if (layout instanceof RecordFormat.Sql) {
      print(tuple(values));
    } else {
      print(fixed(values));
    }
    written++;
  }

  @Override
  public void close() throws IOException {
    try (output) {
      if (layout instanceof RecordFormat.Json) {
        print("\n]\n");
      } else if (layout instanceof RecordFormat.Sql) {
        print(";\n");
      }
    }
  }

  private static String delimited(String[] values, RecordFormat.Delimited format) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < values.length; column++) {
      if (column > 0) {
        line.append(format.delimiter());
      }
      boolean quoted = values[column].indexOf(format.delimiter()) >= 0;
      line.append(quoted ? format.quote() + values[column] + format.quote() : values[column]);
    }
    return line.toString();
  }

  /** No made-up value holds a character that JSON escapes. */
  private static String json(String[] values) {
    StringBuilder object = new StringBuilder("{");
    for (int column = 0; column < values.length; column++) {
      object.append(column == 0 ? "" : ",");
      object.append('"').append(MadeUpRecords.COLUMNS.get(column)).append("\":\"");
      object.append(values[column]).append('"');
    }
    return object.append('}').toString();
  }

  /** No made-up value holds a quote. */
  private String tuple(String[] values) {
    String before =
        written % TUPLES_PER_STATEMENT > 0
            ? ","
            : (written == 0 ? "" : ";\n") + "INSERT INTO `people` VALUES ";
    return before + "('" + String.join("','", values) + "')";
  }

  private static String fixed(String[] values) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < values.length; column++) {
      int blanks = MadeUpRecords.WIDTHS.get(column) - values[column].length();
      line.append(values[column]).append(" ".repeat(blanks));
    }
    return line.append('\n').toString();
  }

  private void print(String text) throws IOException {
    output.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
