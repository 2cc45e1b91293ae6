package leakcensus.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** A table of two rows and three columns whose sums are told, attacked by trying all numbers. */
final class TwoWayTable {

  private static final int ROWS = 2;
  private static final int COLUMNS = 3;

  private TwoWayTable() {}

  static CountSystem system(long[][] cells, boolean[][] hidden) {
    CountSystem system = new CountSystem(1_000);
    int[][] counts = new int[ROWS][COLUMNS];
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        counts[row][column] =
            system.add(
                key(row, column),
                hidden[row][column] ? OptionalLong.empty() : OptionalLong.of(cells[row][column]));
      }
    }
    for (int row = 0; row < ROWS; row++) {
      CountSum sum = new CountSum().plusPersons(-Arrays.stream(cells[row]).sum());
      Arrays.stream(counts[row]).forEach(sum::plus);
      system.isZero(sum);
    }
    for (int column = 0; column < COLUMNS; column++) {
      system.isZero(
          new CountSum()
              .plusPersons(-cells[0][column] - cells[1][column])
              .plus(counts[0][column])
              .plus(counts[1][column]));
    }
    return system;
  }

  /** The exposed cells: fewer values than without any cell told, and fewer than k. */
  static List<Exposure> tryAll(long[][] cells, boolean[][] hidden, long fewest) {
    long[][][] told = ranges(cells, hidden);
    boolean[][] all = new boolean[ROWS][COLUMNS];
    Arrays.stream(all).forEach(row -> Arrays.fill(row, true));
    long[][][] untold = ranges(cells, all);
    List<Exposure> exposed = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        long low = told[row][column][0];
        long high = told[row][column][1];
        long[] free = untold[row][column];
        if (hidden[row][column]
            && low < fewest
            && high - low + 1 < fewest
            && free[1] - free[0] > high - low) {
          exposed.add(new Exposure(key(row, column), low, high));
        }
      }
    }
    return exposed;
  }

  /** Two cells of the first row settle all others. */
  private static long[][][] ranges(long[][] cells, boolean[][] hidden) {
    long[][][] ranges = new long[ROWS][COLUMNS][];
    long sum = Arrays.stream(cells[0]).sum();
    for (long first = 1; first < sum; first++) {
      for (long second = 1; first + second < sum; second++) {
        long[] row = {first, second, sum - first - second};
        if (agrees(cells, hidden, row)) {
          for (int column = 0; column < COLUMNS; column++) {
            widen(ranges[0], column, row[column]);
            widen(ranges[1], column, cells[0][column] + cells[1][column] - row[column]);
          }
        }
      }
    }
    return ranges;
  }

  private static boolean agrees(long[][] cells, boolean[][] hidden, long[] row) {
    for (int column = 0; column < COLUMNS; column++) {
      long below = cells[0][column] + cells[1][column] - row[column];
      if (below < 1
          || !hidden[0][column] && row[column] != cells[0][column]
          || !hidden[1][column] && below != cells[1][column]) {
        return false;
      }
    }
    return true;
  }

  private static void widen(long[][] ranges, int column, long persons) {
    if (ranges[column] == null) {
      ranges[column] = new long[] {persons, persons};
    }
    ranges[column][0] = Math.min(ranges[column][0], persons);
    ranges[column][1] = Math.max(ranges[column][1], persons);
  }

  private static CountKey key(int row, int column) {
    return new CountKey("t", "persons", "row %d, column %d".formatted(row, column));
  }
}
