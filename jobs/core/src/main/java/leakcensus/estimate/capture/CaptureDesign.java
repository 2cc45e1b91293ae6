package leakcensus.estimate.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * The columns of a log-linear model over the histories of some lists; the last column is the
 * intercept.
 */
final class CaptureDesign {

  private final int lists;
  private final List<IntToDoubleFunction> columns;

  /**
   * A design.
   *
   * @param lists number of lists
   * @param columns the value of each column but the intercept, by history; 0 for the empty history
   */
  CaptureDesign(int lists, List<IntToDoubleFunction> columns) {
    this.lists = lists;
    this.columns = List.copyOf(columns);
  }

  /** One column a term: whether a history has all lists of the term. */
  static CaptureDesign ofTerms(int lists, Iterable<Integer> terms) {
    List<IntToDoubleFunction> columns = new ArrayList<>();
    for (int term : terms) {
      columns.add(history -> (history & term) == term ? 1 : 0);
    }
    return new CaptureDesign(lists, columns);
  }

  /** Rows for the histories 1, 2, ... */
  double[][] seen() {
    return rows(1);
  }

  /** Rows for the histories 0, 1, 2, ... */
  double[][] withUnseen() {
    return rows(0);
  }

  private double[][] rows(int firstHistory) {
    double[][] rows = new double[(1 << lists) - firstHistory][columns.size() + 1];
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < columns.size(); column++) {
        rows[row][column] = columns.get(column).applyAsDouble(row + firstHistory);
      }
      rows[row][columns.size()] = 1;
    }
    return rows;
  }
}
