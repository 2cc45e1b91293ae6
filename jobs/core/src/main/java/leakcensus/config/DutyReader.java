package leakcensus.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValueType;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import leakcensus.duty.CountRange;
import leakcensus.duty.DutySettings;
import leakcensus.severity.DataCategory;

/** Reads which laws the numbers are held against, and what is stated for them. */
final class DutyReader {

  private static final String LOWER = "lower";
  private static final String UPPER = "upper";
  private static final Set<String> RANGE = Set.of(LOWER, UPPER);

  private DutyReader() {}

  static DutySettings read(Config section) {
    return new DutySettings(
        section.getStringList("regimes"),
        ranges(section.getConfig("residents")),
        items(section.getConfig("items")));
  }

  private static SortedMap<DataCategory, CountRange> items(Config section) {
    SortedMap<DataCategory, CountRange> items = new TreeMap<>();
    ranges(section).forEach((key, range) -> items.put(SeverityReader.category(key), range));
    return items;
  }

  private static SortedMap<String, CountRange> ranges(Config section) {
    SortedMap<String, CountRange> ranges = new TreeMap<>();
    for (String key : section.root().keySet()) {
      ranges.put(key, range(key, section));
    }
    return ranges;
  }

  private static CountRange range(String key, Config section) {
    String path = ConfigUtil.quoteString(key);
    if (section.getValue(path).valueType() != ConfigValueType.OBJECT) {
      return CountRange.exactly(section.getLong(path));
    }
    Config range = section.getConfig(path);
    Set<String> unknown = new TreeSet<>(range.root().keySet());
    unknown.removeAll(RANGE);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "Unknown keys of %s: %s (must be lower and upper)"
              .formatted(key, String.join(", ", unknown)));
    }
    return new CountRange(
        range.hasPath(LOWER) ? range.getLong(LOWER) : 0,
        range.hasPath(UPPER) ? OptionalLong.of(range.getLong(UPPER)) : OptionalLong.empty());
  }
}
