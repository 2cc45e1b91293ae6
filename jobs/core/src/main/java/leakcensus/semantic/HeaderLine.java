package leakcensus.semantic;

import java.util.HashSet;
import java.util.List;

/**
 * Tells whether the first line of a file names its columns or is its first record, whose values
 * must not be shown as names.
 *
 * <p>A line names columns where at least a third of its cells hold a word of {@code
 * header-words.csv} and more do than look like values; or where no cell looks like a value, none is
 * blank and no two are the same.
 *
 * <p>Errors: a record of words that no list knows is taken for names. Show names only where they
 * are wanted.
 */
public final class HeaderLine {

  private static final int ONE_IN = 3;

  /** A test that lets at most this part of other values pass tells a value by itself. */
  private static final double TELLING_RATIO = 0.06;

  private static final int MOST_NAME_CHARACTERS = 120;
  private static final int MOST_DIGITS = 5;

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
        && !cells.isEmpty()
        && cells.stream().noneMatch(String::isBlank)
        && new HashSet<>(cells).size() == cells.size();
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
