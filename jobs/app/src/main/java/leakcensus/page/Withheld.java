package leakcensus.page;

import java.util.Optional;
import leakcensus.page.Grid.Cell;

/** Writes numbers that may be withheld: an empty cell is not a zero. */
final class Withheld {

  private final Texts texts;

  Withheld(Texts texts) {
    this.texts = texts;
  }

  /** A count, or that it is withheld. */
  Cell count(Optional<Long> count) {
    return count.map(value -> Cell.number(Figures.count(value))).orElse(withheld());
  }

  /** A number of a row: withheld where the row is suppressed, else not there. */
  Cell persons(TableRow row, String column) {
    return cell(row, row.real(column).map(Figures::persons));
  }

  /** A ratio of a row in percent: withheld where the row is suppressed, else not there. */
  Cell percent(TableRow row, String column) {
    return cell(row, row.real(column).map(Figures::percent));
  }

  /** That a number is withheld. */
  Cell withheld() {
    return new Cell(texts.say("withheld"), "withheld", "");
  }

  private Cell cell(TableRow row, Optional<String> number) {
    return number.map(Cell::number).orElse(row.suppressed() ? withheld() : Cell.number("–"));
  }
}
