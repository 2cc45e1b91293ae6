package leakcensus.inspect;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import leakcensus.semantic.HeaderLine;
import leakcensus.source.RecordFormat;

/**
 * Finds the delimiter of lines: the character that cuts most of them into the same number of
 * fields, two at least, and of several the one that makes most fields.
 */
final class SniffDelimiter {

  private static final char[] DELIMITERS = {',', '\t', ';', '|', '^', '~', '\u0001', ':'};
  private static final char[] QUOTES = {'"', '\''};

  /** Of the lines, to be believed. */
  private static final double LEAST_SHARE = 0.8;

  private record Cut(char delimiter, char quote, int fields, double share) {}

  private SniffDelimiter() {}

  static Optional<SniffedFormat> of(List<String> lines) {
    Optional<Cut> best = Optional.empty();
    for (char delimiter : DELIMITERS) {
      Optional<Cut> cut = cut(lines, delimiter);
      if (cut.isPresent() && (best.isEmpty() || cut.get().fields() > best.get().fields())) {
        best = cut;
      }
    }
    return best.map(cut -> format(cut, lines));
  }

  private static SniffedFormat format(Cut cut, List<String> lines) {
    List<String> first = fields(lines.get(0), cut.delimiter(), cut.quote());
    boolean hasHeader = HeaderLine.namesColumns(first) && first.size() == cut.fields();
    List<String> columns = hasHeader ? List.of() : Layout.unnamed(cut.fields());
    return new SniffedFormat(
        new RecordFormat.Delimited(cut.delimiter(), cut.quote(), columns),
        cut.share(),
        "%d fields on %.0f %% of the lines, %s"
            .formatted(
                cut.fields(),
                100 * cut.share(),
                hasHeader ? "named by the first one" : "not named by the first one"));
  }

  /** The names in the first line of a text. */
  static List<String> header(RecordFormat.Delimited format, String head) {
    return head.lines()
        .filter(line -> !line.isBlank())
        .findFirst()
        .map(line -> fields(line, format.delimiter(), format.quote()))
        .orElse(List.of());
  }

  private static Optional<Cut> cut(List<String> lines, char delimiter) {
    Optional<Cut> best = Optional.empty();
    for (char quote : QUOTES) {
      Map<Integer, Integer> linesByFields = new HashMap<>();
      for (String line : lines) {
        linesByFields.merge(fields(line, delimiter, quote).size(), 1, Integer::sum);
      }
      int fields =
          linesByFields.entrySet().stream()
              .filter(entry -> entry.getKey() >= 2)
              .max(
                  Map.Entry.<Integer, Integer>comparingByValue()
                      .thenComparing(Map.Entry.comparingByKey()))
              .map(Map.Entry::getKey)
              .orElse(0);
      double share = (double) linesByFields.getOrDefault(fields, 0) / lines.size();
      if (fields >= 2 && share >= LEAST_SHARE && (best.isEmpty() || share > best.get().share())) {
        best = Optional.of(new Cut(delimiter, quote, fields, share));
      }
    }
    return best;
  }

  private static List<String> fields(String line, char delimiter, char quote) {
    try {
      return CsvReader.builder()
          .fieldSeparator(delimiter)
          .quoteCharacter(quote)
          .allowUnclosedQuote(false)
          .ofSingleCsvRecord(line)
          .getFields();
    } catch (CsvParseException notSo) {
      return List.of();
    }
  }
}
