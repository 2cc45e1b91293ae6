package leakcensus.inspect;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import leakcensus.source.DelimitedOptions;

/**
 * How one dialect cuts the beginning of a delimited text.
 *
 * <p>An escaped character is replaced by a letter before the text is cut: how many fields there are
 * does not change by it.
 */
final class DelimitedCut {

  private static final int MOST_RECORDS = 200;

  /** Behind it a record is held for one that a stray quote has made of many. */
  private static final int MOST_LINES_OF_A_RECORD = 50;

  /** Stands for an escaped line break; where the text itself has it, it is held for one. */
  private static final String KEPT_BREAK = "\u2028";

  private static final Pattern ESCAPED = Pattern.compile("\\\\(\r\n|.)", Pattern.DOTALL);

  private final char delimiter;
  private final char quote;
  private final char escape;
  private final boolean nullSeen;
  private final List<List<String>> records;
  private final boolean lineBreaks;
  private final int fields;

  private DelimitedCut(
      char delimiter, char quote, char escape, boolean nullSeen, List<List<String>> records) {
    this.delimiter = delimiter;
    this.quote = quote;
    this.escape = escape;
    this.nullSeen = nullSeen;
    this.records = records;
    lineBreaks =
        records.stream()
            .flatMap(List::stream)
            .anyMatch(field -> field.contains("\n") || field.contains(KEPT_BREAK));
    fields = mode(records);
  }

  /**
   * The cut of a text, if it has a record at all.
   *
   * @param isCut whether the text goes on behind its end, so that its last record may be half
   * @param joinsLines whether quotes may span lines
   */
  static Optional<DelimitedCut> of(
      String head,
      boolean isCut,
      char delimiter,
      char quote,
      DelimitedOptions options,
      boolean joinsLines) {
    boolean escapes = options.escape() != DelimitedOptions.NO_CHARACTER;
    String lineBreak = joinsLines ? KEPT_BREAK : "\n";
    String text =
        escapes ? ESCAPED.matcher(head).replaceAll(found -> letter(found, lineBreak)) : head;
    List<List<String>> records =
        joinsLines && quote != DelimitedOptions.NO_CHARACTER
            ? joined(text, delimiter, quote)
            : byLine(text, delimiter, quote);
    if (isCut && records.size() > 1) {
      records.remove(records.size() - 1);
    }
    return records.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new DelimitedCut(
                delimiter, quote, options.escape(), escapes && hasNull(head, delimiter), records));
  }

  private static String letter(MatchResult escaped, String lineBreak) {
    return escaped.group(1).endsWith("\n") ? lineBreak : "x";
  }

  /** Whether a field is what MySQL writes for no value. */
  private static boolean hasNull(String head, char delimiter) {
    return head.contains(delimiter + "\\N" + delimiter)
        || head.contains(delimiter + "\\N\n")
        || head.contains("\n\\N" + delimiter);
  }

  char delimiter() {
    return delimiter;
  }

  char quote() {
    return quote;
  }

  char escape() {
    return escape;
  }

  /** The fields of the first record. */
  List<String> first() {
    return records.get(0);
  }

  /** How many fields most records have. */
  int fields() {
    return fields;
  }

  /** Part of the records that have as many. */
  double share() {
    return share(0);
  }

  /** Part of the records that have fewer, and some. */
  double shortShare() {
    return share(-1);
  }

  /** Part of the records that have more. */
  double longShare() {
    return share(1);
  }

  boolean holdsLineBreaks() {
    return lineBreaks;
  }

  /** Whether the text writes what only an escape makes sense of. */
  boolean needsItsEscape() {
    return nullSeen;
  }

  private double share(int sign) {
    return (double)
            records.stream()
                .filter(record -> !record.isEmpty())
                .filter(record -> Integer.signum(Integer.compare(record.size(), fields)) == sign)
                .count()
        / records.size();
  }

  private static int mode(List<List<String>> records) {
    Map<Integer, Integer> recordsByFields = new HashMap<>();
    records.forEach(record -> recordsByFields.merge(record.size(), 1, Integer::sum));
    return recordsByFields.entrySet().stream()
        .filter(entry -> entry.getKey() >= 2)
        .max(
            Map.Entry.<Integer, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse(0);
  }

  /** Each line for itself; one that breaks the dialect is a record of no fields. */
  private static List<List<String>> byLine(String text, char delimiter, char quote) {
    List<List<String>> records = new ArrayList<>();
    text.lines()
        .filter(line -> !line.isBlank())
        .limit(MOST_RECORDS)
        .forEach(line -> records.add(fields(line, delimiter, quote)));
    return records;
  }

  private static List<String> split(String line, char delimiter) {
    List<String> fields = new ArrayList<>();
    int start = 0;
    for (int end = line.indexOf(delimiter); end >= 0; end = line.indexOf(delimiter, start)) {
      fields.add(line.substring(start, end));
      start = end + 1;
    }
    fields.add(line.substring(start));
    return fields;
  }

  private static List<String> fields(String line, char delimiter, char quote) {
    if (quote == DelimitedOptions.NO_CHARACTER) {
      return split(line, delimiter);
    }
    try {
      return reader(delimiter, quote).ofSingleCsvRecord(line).getFields();
    } catch (CsvParseException notSo) {
      return List.of();
    }
  }

  /** Records over several lines, up to the first place that breaks the dialect. */
  private static List<List<String>> joined(String text, char delimiter, char quote) {
    List<List<String>> records = new ArrayList<>();
    try {
      Iterator<CsvRecord> each = reader(delimiter, quote).ofCsvRecord(text).iterator();
      while (records.size() < MOST_RECORDS && each.hasNext()) {
        List<String> record = each.next().getFields();
        long lines = record.stream().mapToLong(field -> field.lines().count()).sum();
        records.add(lines > MOST_LINES_OF_A_RECORD + record.size() ? List.of() : record);
      }
    } catch (CsvParseException notSo) {
      records.add(List.of());
    }
    return records;
  }

  private static CsvReader.CsvReaderBuilder reader(char delimiter, char quote) {
    return CsvReader.builder()
        .fieldSeparator(delimiter)
        .quoteCharacter(quote)
        .skipEmptyLines(true)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false);
  }
}
