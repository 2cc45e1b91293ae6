package leakcensus.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Records as rows of comma-separated values; a column without content is empty. */
final class CsvLines implements RecordLines {

  private static final String SEPARATOR = ",";

  private final SyntheticSource source;

  CsvLines(SyntheticSource source) {
    this.source = source;
  }

  @Override
  public String header() {
    return source.kind().columns().stream()
            .map(SyntheticColumn::name)
            .collect(Collectors.joining(SEPARATOR))
        + "\n";
  }

  @Override
  public String wholeLine(SyntheticRecord record) {
    return String.join(SEPARATOR, cells(record));
  }

  @Override
  public String misshapenLine(SyntheticRecord record) {
    List<String> cells = cells(record);
    boolean tooLong = (record.key().order() & 1) == 0;
    return tooLong
        ? String.join(SEPARATOR, cells) + SEPARATOR + cells.get(0)
        : String.join(SEPARATOR, cells.subList(0, cells.size() / 2));
  }

  private static List<String> cells(SyntheticRecord record) {
    List<String> cells = new ArrayList<>();
    for (SyntheticColumn column : record.kind().columns()) {
      cells.add(cell(record.values().getOrDefault(column.name(), "")));
    }
    return cells;
  }

  private static String cell(String text) {
    boolean quoted = text.contains(SEPARATOR) || text.contains("\"") || text.contains("\n");
    return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
