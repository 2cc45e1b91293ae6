package leakcensus.synthetic;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * County-level area codes of GB/T 2260 in force at a date.
 *
 * <p>A date takes the newest list that is not younger. Before the first list of a province the
 * first one counts: ids were handed out from 1984 on, to everyone then alive, and two provinces
 * (Hainan, Chongqing) are younger than that.
 */
final class CountyCodes {

  private static final CountyCodes PUBLISHED = new CountyCodes(ResourceRows.read("counties.csv"));

  /** Dates of the lists as year * 100 + month, rising. */
  private final int[] lists;

  /** Province, list, codes. */
  private final int[][][] codes;

  private CountyCodes(List<List<String>> rows) {
    TreeSet<Integer> dates = new TreeSet<>();
    for (List<String> row : rows) {
      dates.add(Integer.valueOf(row.get(1)));
      dates.add(Integer.valueOf(row.get(2)));
    }
    this.lists = dates.stream().mapToInt(Integer::intValue).toArray();
    this.codes = new int[Province.ALL.size()][lists.length][];
    for (int province = 0; province < codes.length; province++) {
      fill(province, rows);
    }
  }

  static CountyCodes published() {
    return PUBLISHED;
  }

  /** Codes of a province (by its place in {@link Province#ALL}) in force at a date, rising. */
  int[] inForce(int province, LocalDate date) {
    int month = date.getYear() * 100 + date.getMonthValue();
    int found = Arrays.binarySearch(lists, month);
    int list = found < 0 ? -found - 2 : found;
    return codes[province][Math.max(list, 0)];
  }

  private void fill(int province, List<List<String>> rows) {
    String prefix = String.valueOf(Province.ALL.get(province).prefix());
    List<List<String>> own = rows.stream().filter(row -> row.get(0).startsWith(prefix)).toList();
    for (int list = lists.length - 1; list >= 0; list--) {
      int date = lists[list];
      int[] valid =
          own.stream()
              .filter(row -> Integer.parseInt(row.get(1)) <= date)
              .filter(row -> Integer.parseInt(row.get(2)) >= date)
              .mapToInt(row -> Integer.parseInt(row.get(0)))
              .sorted()
              .toArray();
      codes[province][list] = valid.length > 0 ? valid : codes[province][list + 1];
    }
  }
}
