package leakcensus.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A law of records from text: {@code name=records:weight,records:weight,...}, or lines of CSV with
 * the header {@code records,ratio}. Weights are chances, shares or counts of persons; their sum is
 * scaled to 1. A record number that is not named has none.
 */
public final class ParseLaw {

  private static final String HEADER = "records,ratio";
  private static final int MOST_RECORDS = 10_000;

  private ParseLaw() {}

  /**
   * A law of a command line.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static PopulationLaw option(String text) {
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw new IllegalArgumentException(
          "Invalid law: %s (must be name=records:weight,...)".formatted(text));
    }
    List<String[]> rows = new ArrayList<>();
    for (String pair : text.substring(equals + 1).split(",", -1)) {
      rows.add(pair.split(":", -1));
    }
    return of(text.substring(0, equals), rows);
  }

  /**
   * A law of a CSV file.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static PopulationLaw csv(String name, List<String> lines) {
    if (lines.isEmpty() || !lines.get(0).strip().equals(HEADER)) {
      throw new IllegalArgumentException("Invalid law %s: no header %s".formatted(name, HEADER));
    }
    return of(
        name,
        lines.stream()
            .skip(1)
            .filter(line -> !line.isBlank())
            .map(line -> line.split(",", -1))
            .toList());
  }

  /**
   * A law by its numbers of records.
   *
   * @param weights weight by number of records
   * @throws IllegalArgumentException if a number or a weight cannot be
   */
  public static PopulationLaw of(String name, Map<Long, Double> weights) {
    long most = 0;
    for (long records : weights.keySet()) {
      if (!(records >= 1 && records <= MOST_RECORDS)) {
        throw new IllegalArgumentException(
            "Invalid law %s: %,d records (must be 1 to %,d)"
                .formatted(name, records, MOST_RECORDS));
      }
      most = Math.max(most, records);
    }
    double[] dense = new double[(int) most];
    weights.forEach((records, weight) -> dense[(int) (records - 1)] = weight);
    return PopulationLaw.weighted(name, dense);
  }

  private static PopulationLaw of(String name, List<String[]> rows) {
    Map<Long, Double> weights = new TreeMap<>();
    for (String[] row : rows) {
      if (row.length != 2) {
        throw new IllegalArgumentException(
            "Invalid law %s: %d cells in a row (must be records and weight)"
                .formatted(name, row.length));
      }
      try {
        if (weights.put(Long.parseLong(row[0].strip()), Double.parseDouble(row[1].strip()))
            != null) {
          throw new IllegalArgumentException(
              "Invalid law %s: %s records twice".formatted(name, row[0].strip()));
        }
      } catch (NumberFormatException fault) {
        throw new IllegalArgumentException(
            "Invalid law %s: %s and %s (must be a whole number and a number)"
                .formatted(name, row[0], row[1]),
            fault);
      }
    }
    return of(name, weights);
  }
}
