package leakcensus.page;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of the report.
 *
 * @param caption what it shows
 * @param heads heads of its columns
 * @param rows its rows, a cell a column
 * @param note what stands below it, such as how many rows are left out; empty for nothing
 */
record Grid(String caption, List<String> heads, List<List<Cell>> rows, String note) {

  Grid {
    heads = List.copyOf(heads);
    rows = rows.stream().map(List::copyOf).toList();
    int columns = heads.size();
    if (rows.stream().anyMatch(row -> row.size() != columns)) {
      throw new IllegalArgumentException(
          "Invalid grid %s: a row has not %,d cells".formatted(caption, columns));
    }
  }

  /**
   * A cell.
   *
   * @param text its text, not escaped
   * @param look how it looks: {@code number}, {@code head}, {@code long}, or a shade such as {@code
   *     shade-3}; empty for plain text
   * @param language language of the text; empty where it is that of the page
   */
  record Cell(String text, String look, String language) {

    /** Plain text. */
    static Cell text(String text) {
      return new Cell(text, "", "");
    }

    /** A number. */
    static Cell number(String text) {
      return new Cell(text, "number", "");
    }

    /** The name of a row. */
    static Cell head(String text) {
      return new Cell(text, "head", "");
    }

    /** A phrase, which may be long: a narrow screen gives it all its width. */
    static Cell of(Phrase phrase) {
      return new Cell(phrase.text(), "long", phrase.language());
    }
  }

  /** Collects the rows of a grid, and leaves out those behind a limit with a word about it. */
  static final class Builder {

    private final Texts texts;
    private final String caption;
    private final List<String> heads;
    private final List<List<Cell>> rows = new ArrayList<>();

    Builder(Texts texts, String caption, String... heads) {
      this.texts = texts;
      this.caption = caption;
      this.heads = List.of(heads);
    }

    /** Adds a row. */
    Builder row(Cell... cells) {
      rows.add(List.of(cells));
      return this;
    }

    /** The first rows, and how many more there are in which table. */
    Grid first(int limit, String table) {
      int more = rows.size() - limit;
      return more <= 0
          ? all()
          : new Grid(
              caption,
              heads,
              rows.subList(0, limit),
              texts.say("more", Figures.count(more), table));
    }

    /** All rows. */
    Grid all() {
      return new Grid(caption, heads, rows, "");
    }
  }
}
