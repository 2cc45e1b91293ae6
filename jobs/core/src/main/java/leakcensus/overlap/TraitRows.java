package leakcensus.overlap;

import leakcensus.block.LongTable;

/** Columns of the table of traits: one row for each person and trait, as often as it differs. */
public final class TraitRows {

  /** Key of the person in its run. */
  public static final int PERSON = 0;

  /** Ordinal of the {@link Trait}. */
  public static final int TRAIT = 1;

  /** Keyed token of the value. */
  public static final int TOKEN = 2;

  private static final int COLUMNS = 3;

  private TraitRows() {}

  /** An empty table. */
  public static LongTable table() {
    return new LongTable(COLUMNS);
  }

  /** The rows of a table, which is sorted, each once. */
  public static LongTable distinct(LongTable rows) {
    LongTable distinct = table();
    appendDistinct(rows, distinct);
    return distinct;
  }

  /** Appends the rows of a table, which is sorted, each once. */
  static void appendDistinct(LongTable rows, LongTable distinct) {
    rows.sort();
    for (int row = 0; row < rows.size(); row++) {
      if (row == 0 || !same(rows, row - 1, row)) {
        distinct.append(rows.at(row, PERSON), rows.at(row, TRAIT), rows.at(row, TOKEN));
      }
    }
  }

  private static boolean same(LongTable rows, int left, int right) {
    return rows.at(left, PERSON) == rows.at(right, PERSON)
        && rows.at(left, TRAIT) == rows.at(right, TRAIT)
        && rows.at(left, TOKEN) == rows.at(right, TOKEN);
  }
}
