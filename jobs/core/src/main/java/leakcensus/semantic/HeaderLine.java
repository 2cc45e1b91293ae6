package leakcensus.semantic;

import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells whether the first line of a file names its columns or is its first record, whose values
 * must not be shown as names.
 *
 * <p>A line names columns where at least a third of its cells hold a word of {@code
 * header-words.csv} and more do than look like values; or where no cell looks like a value, none is
 * blank, no two are the same, and one at least holds such a word or is written as a name in a
 * program ({@code _ref}, {@code custRef}); or all are one word with a number ({@code x1}).
 *
 * <p>Errors: a header of words in a language that no list knows is taken for a record: rather one
 * record too many than a person's name shown as that of a column.
 */
public final class HeaderLine {

  private static final int ONE_IN = 3;

  /** A test that lets at most this part of other values pass tells a value by itself. */
  private static final double TELLING_RATIO = 0.06;

  private static final int MOST_NAME_CHARACTERS = 120;
  private static final int MOST_DIGITS = 5;

  /** Begins with a low line, or has a capital inside, as no word of a text does. */
  private static final Pattern IDENTIFIER =
      Pattern.compile("_[A-Za-z_]+|[a-z]++(?:[A-Z][a-z]++)++");

  private static final Pattern NUMBER_AT_THE_END = Pattern.compile("\\d{1,4}$");

  private HeaderLine() {}

  /** Whether these cells name the columns of their file. */
  public static boolean namesColumns(List<String> cells) {
    if (cells.stream().anyMatch(cell -> cell.indexOf('@') >= 0)) {
      return false;
    }
    long named = cells.stream().filter(HeaderLine::isNamed).count();
    long values = cells.stream().filter(HeaderLine::isValue).count();
    if (named * ONE_IN >= cells.size() && named > values) {
      return true;
    }
    return values == 0
        && (named > 0
            || areCounted(cells)
            || cells.stream().anyMatch(IDENTIFIER.asMatchPredicate()))
        && cells.stream().noneMatch(String::isBlank)
        && new HashSet<>(cells).size() == cells.size();
  }

  /** Whether all are one word with a number: c1, c2, c3. User names have numbers too. */
  private static boolean areCounted(List<String> cells) {
    return cells.size() > 1
        && cells.stream().allMatch(cell -> NUMBER_AT_THE_END.matcher(cell).find())
        && cells.stream()
                .map(cell -> NUMBER_AT_THE_END.matcher(cell).replaceFirst(""))
                .distinct()
                .count()
            == 1;
  }

  private static boolean isNamed(String cell) {
    return !isNumberOrText(cell) && !HeaderWords.of(cell).isEmpty();
  }

  private static boolean isValue(String cell) {
    if (cell.isBlank() || isNamed(cell)) {
      return false;
    }
    SampledValue sampled = SampledValue.of(cell);
    for (ValueTest test : ValueTest.values()) {
      if (test.elsewhereRatio() <= TELLING_RATIO && test.passes(sampled)) {
        return true;
      }
    }
    return isNumberOrText(cell);
  }

  private static boolean isNumberOrText(String cell) {
    return cell.length() > MOST_NAME_CHARACTERS
        || cell.codePoints().filter(Character::isDigit).count() > MOST_DIGITS
        || cell.codePoints().noneMatch(Character::isLetter);
  }
}
