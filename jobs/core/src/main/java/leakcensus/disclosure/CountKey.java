package leakcensus.disclosure;

import java.util.Comparator;

/**
 * Where a count of persons stands in the tables of a run.
 *
 * @param table name of the table
 * @param column name of the column, or what two columns differ by
 * @param row what tells the row from others
 */
public record CountKey(String table, String column, String row) implements Comparable<CountKey> {

  private static final Comparator<CountKey> ORDER =
      Comparator.comparing(CountKey::table)
          .thenComparing(CountKey::column)
          .thenComparing(CountKey::row);

  @Override
  public int compareTo(CountKey other) {
    return ORDER.compare(this, other);
  }
}
