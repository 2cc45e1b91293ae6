package leakcensus.estimate.program;

import java.util.ArrayList;
import java.util.List;

/**
 * What a person with some number of records in the dump would add to what is seen: one column for
 * each number of records looked at, all small ones and ever fewer of the large ones.
 */
final class RecordColumns {

  private static final int ALL_UP_TO = 300;
  private static final double FINE_STEP = 1.01;
  private static final int COARSE_ALL_UP_TO = 24;
  private static final double COARSE_STEP = 1.08;
  private static final int MEDIUM_ALL_UP_TO = 40;
  private static final double MEDIUM_STEP = 1.03;

  private final double[] records;
  private final double[][] persons;
  private final List<Integer> coarse;
  private final List<Integer> medium;

  /**
   * The columns of a dump.
   *
   * @param groups what was seen
   * @param scales what the persons of each group are divided by
   * @param thinning how the sample was drawn
   * @param dumpRecords records of the dump
   * @param mostRecords most records that one person can have
   */
  RecordColumns(
      List<ThinnedGroups.Group> groups,
      double[] scales,
      Thinning thinning,
      double dumpRecords,
      double mostRecords) {
    this.records = grid(mostRecords);
    this.persons = new double[records.length][groups.size()];
    for (int column = 0; column < records.length; column++) {
      for (int at = 0; at < groups.size(); at++) {
        ThinnedGroups.Group group = groups.get(at);
        persons[column][at] =
            thinning.ratio(records[column], group.fewestTimes(), group.mostTimes())
                * (dumpRecords / records[column] / scales[at]);
      }
    }
    this.coarse = chosen(records, COARSE_ALL_UP_TO, COARSE_STEP);
    this.medium = chosen(records, MEDIUM_ALL_UP_TO, MEDIUM_STEP);
  }

  int size() {
    return records.length;
  }

  /** Columns to begin with. */
  List<Integer> coarse() {
    return coarse;
  }

  /** Columns close enough to each other to begin and end with. */
  List<Integer> medium() {
    return medium;
  }

  /** Persons over records. */
  double cost(int column) {
    return 1 / records[column];
  }

  /** Persons of a group if all records of the dump were in this column, in the group's scale. */
  double persons(int column, int group) {
    return persons[column][group];
  }

  private static double[] grid(double mostRecords) {
    List<Double> grid = new ArrayList<>();
    double next = 1;
    while (next < mostRecords) {
      grid.add(next);
      next = next < ALL_UP_TO ? next + 1 : Math.ceil(next * FINE_STEP);
    }
    grid.add(Math.floor(mostRecords));
    return grid.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static List<Integer> chosen(double[] records, int allUpTo, double step) {
    List<Integer> chosen = new ArrayList<>();
    double next = 1;
    for (int column = 0; column < records.length; column++) {
      if (records[column] >= next || column == records.length - 1) {
        chosen.add(column);
        next = records[column] < allUpTo ? next + 1 : records[column] * step;
      }
    }
    return chosen;
  }
}
