package leakcensus.inspect;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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

  /** A name of a column has no such thing in it; values of people have. */
  private static final Pattern VALUE = Pattern.compile(".*(\\d{3}|@|\\d[-/.]\\d).*");

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
    boolean hasHeader = isHeader(first) && first.size() == cut.fields();
    List<String> columns =
        hasHeader
            ? List.of()
            : IntStream.rangeClosed(1, cut.fields()).mapToObj(column -> "column" + column).toList();
    return new SniffedFormat(
        new RecordFormat.Delimited(cut.delimiter(), cut.quote(), columns),
        cut.share(),
        "%d fields on %.0f %% of the lines, %s"
            .formatted(
                cut.fields(),
                100 * cut.share(),
                hasHeader ? "named by the first one" : "not named by the first one"));
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

  /** Names are there, differ, and look like no values. */
  private static boolean isHeader(List<String> fields) {
    Set<String> names = new HashSet<>();
    for (String field : fields) {
      String name = field.strip();
      if (name.isEmpty() || VALUE.matcher(name).matches() || !names.add(name)) {
        return false;
      }
    }
    return true;
  }
}
