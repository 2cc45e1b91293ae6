package leakcensus.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import leakcensus.source.DelimitedOptions;
import leakcensus.source.RecordFormat;

/** Writes the format of a source as a configuration does. */
final class FormatLines {

  private FormatLines() {}

  static List<String> of(RecordFormat format) {
    List<String> lines = new ArrayList<>();
    lines.add("format = " + format.key());
    if (format instanceof RecordFormat.Delimited delimited) {
      addDelimited(lines, delimited);
    } else if (format instanceof RecordFormat.Json json && !json.records().isEmpty()) {
      lines.add("records = " + quoted(json.records()));
    } else if (format instanceof RecordFormat.Sql sql && !sql.options().table().equals("*")) {
      lines.add("table = " + quoted(sql.options().table()));
    } else if (format instanceof RecordFormat.Xlsx xlsx && !xlsx.sheet().equals("*")) {
      lines.add("sheet = " + quoted(xlsx.sheet()));
    }
    return lines;
  }

  private static void addDelimited(List<String> lines, RecordFormat.Delimited format) {
    if (format.delimiter() != ',' && format.delimiter() != '\t') {
      lines.add("delimiter = " + quoted(String.valueOf(format.delimiter())));
    }
    if (format.quote() != '"') {
      lines.add("quote = " + characterOrNone(format.quote()));
    }
    DelimitedOptions options = format.options();
    if (options.escape() != DelimitedOptions.NO_CHARACTER) {
      lines.add("escape = " + characterOrNone(options.escape()));
    }
    if (format.joinsLines()) {
      lines.add("multi-line = true");
    }
    if (options.raggedRows() == DelimitedOptions.RaggedRows.KEPT) {
      lines.add("ragged-rows = true");
    }
    if (!format.hasHeader()) {
      lines.add(
          "columns = "
              + format.columns().stream()
                  .map(ColumnName::quoted)
                  .collect(Collectors.joining(", ", "[", "]")));
    }
  }

  private static String characterOrNone(char character) {
    return character == DelimitedOptions.NO_CHARACTER ? "none" : quoted(String.valueOf(character));
  }

  private static String quoted(String text) {
    return ColumnName.quoted(text);
  }
}
