package leakcensus.match;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads labels from the sheet of pairs for review, its column {@code same} filled in: {@code yes},
 * {@code no}, or nothing. Columns may stand in any order, and there may be others.
 *
 * <p>Messages tell the line and never what stands in it.
 */
public final class ParseLabels {

  private static final List<String> COLUMNS =
      List.of("file_a", "position_a", "slot_a", "file_b", "position_b", "slot_b", "same");
  private static final int ANSWER = COLUMNS.size() - 1;
  private static final int MOST_PAIRS = 20_000;

  private final List<LabelledPair> pairs = new ArrayList<>();
  private final Set<List<MentionPosition>> known = new HashSet<>();
  private long unanswered;

  private ParseLabels() {}

  /**
   * The labels of a sheet.
   *
   * @throws IllegalArgumentException if it is no such sheet
   * @throws IOException if it cannot be read
   */
  public static PairLabels read(Reader sheet) throws IOException {
    return new ParseLabels()
        .labels(
            CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(sheet));
  }

  private PairLabels labels(CsvReader<CsvRecord> sheet) throws IOException {
    try (CloseableIterator<CsvRecord> lines = sheet.iterator()) {
      int[] columns = columns(lines.hasNext() ? cells(lines.next()) : List.of());
      while (lines.hasNext()) {
        CsvRecord line = lines.next();
        List<String> cells = cells(line);
        if (cells.size() > 1 || !cells.get(0).isEmpty()) {
          add(cells, columns, line.getStartingLineNumber());
        }
      }
    } catch (UncheckedIOException fault) {
      throw fault.getCause();
    } catch (CsvParseException fault) {
      // Without its cause, which quotes the sheet.
      throw new IllegalArgumentException("Invalid labels: a quote that is not closed, or no CSV");
    }
    if (pairs.size() > MOST_PAIRS) {
      throw new IllegalArgumentException(
          "Invalid labels: %d pairs with an answer (must be at most %d)"
              .formatted(pairs.size(), MOST_PAIRS));
    }
    return new PairLabels(pairs, unanswered);
  }

  private static int[] columns(List<String> found) {
    List<String> missing = COLUMNS.stream().filter(column -> !found.contains(column)).toList();
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "Missing columns in the first line: %s".formatted(String.join(", ", missing)));
    }
    return COLUMNS.stream().mapToInt(found::indexOf).toArray();
  }

  private void add(List<String> cells, int[] columns, long line) {
    if (cells.size() <= Arrays.stream(columns).max().orElseThrow()) {
      throw at(line, "%d cells (fewer than the first line)".formatted(cells.size()));
    }
    String answer = cells.get(columns[ANSWER]).toLowerCase(Locale.ROOT);
    if (answer.isEmpty()) {
      unanswered++;
      return;
    }
    if (!answer.equals("yes") && !answer.equals("no")) {
      throw at(line, "same is neither yes nor no nor empty");
    }
    MentionPosition one = position(cells, columns, 0, line);
    MentionPosition other = position(cells, columns, 3, line);
    if (one.equals(other)) {
      throw at(line, "both mentions are the same");
    }
    boolean inOrder = one.compareTo(other) < 0;
    LabelledPair pair =
        new LabelledPair(inOrder ? one : other, inOrder ? other : one, answer.equals("yes"));
    if (!known.add(List.of(pair.left(), pair.right()))) {
      throw at(line, "the pair of an earlier line");
    }
    pairs.add(pair);
  }

  private static MentionPosition position(List<String> cells, int[] columns, int from, long line) {
    try {
      return new MentionPosition(
          Integer.parseInt(cells.get(columns[from])),
          Long.parseLong(cells.get(columns[from + 1])),
          Integer.parseInt(cells.get(columns[from + 2])));
    } catch (IllegalArgumentException fault) {
      // Without its cause, which quotes the cell.
      throw at(line, "file, position and slot are not three whole numbers from 0");
    }
  }

  private static List<String> cells(CsvRecord line) {
    return line.getFields().stream().map(cell -> cell.replace("\uFEFF", "").strip()).toList();
  }

  private static IllegalArgumentException at(long line, String fault) {
    return new IllegalArgumentException("Invalid label in line %d: %s".formatted(line, fault));
  }
}
