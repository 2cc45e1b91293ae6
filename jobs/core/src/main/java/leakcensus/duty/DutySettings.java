package leakcensus.duty;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import leakcensus.severity.DataCategory;

/**
 * Which laws the numbers are held against, and what is stated for them.
 *
 * @param regimes names or files of regimes
 * @param residents affected residents of jurisdictions, by their keys
 * @param items items of information by category, duplicates removed
 */
public record DutySettings(
    List<String> regimes,
    SortedMap<String, CountRange> residents,
    SortedMap<DataCategory, CountRange> items) {

  private static final String ENDING = ".conf";

  public DutySettings {
    regimes = List.copyOf(regimes);
    residents = Collections.unmodifiableSortedMap(new TreeMap<>(residents));
    items = Collections.unmodifiableSortedMap(new TreeMap<>(items));
    Set<String> keys = new HashSet<>();
    for (String regime : regimes) {
      if (!keys.add(key(regime))) {
        throw new IllegalArgumentException(
            "Invalid regimes: %s is named twice".formatted(key(regime)));
      }
    }
  }

  /** No regime, nothing stated. */
  public static DutySettings none() {
    return new DutySettings(List.of(), new TreeMap<>(), new TreeMap<>());
  }

  /** Whether a name is that of a file. */
  public static boolean isFile(String regime) {
    return regime.endsWith(ENDING);
  }

  /** The key of a regime in tables: of a file its name without folder and ending. */
  public static String key(String regime) {
    return isFile(regime)
        ? regime.substring(0, regime.length() - ENDING.length()).replaceFirst("^.*[/\\\\]", "")
        : regime;
  }
}
