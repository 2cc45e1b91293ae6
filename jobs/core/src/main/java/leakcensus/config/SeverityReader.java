package leakcensus.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigUtil;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import leakcensus.severity.DataCategory;
import leakcensus.severity.SeverityPart;
import leakcensus.severity.SeveritySettings;
import leakcensus.severity.StatedScore;

/** Reads what is stated of the severity of a breach. */
final class SeverityReader {

  private static final String VALUE = "value";
  private static final String REASON = "reason";

  private SeverityReader() {}

  static SeveritySettings read(Config section) {
    return new SeveritySettings(
        contains(section.getConfig("contains")),
        stated(section),
        section.getIsNull("unintelligible")
            ? Optional.empty()
            : Optional.of(section.getString("unintelligible")));
  }

  private static SortedMap<DataCategory, String> contains(Config section) {
    SortedMap<DataCategory, String> found = new TreeMap<>();
    for (String key : section.root().keySet()) {
      found.put(category(key), section.getString(ConfigUtil.quoteString(key)));
    }
    return found;
  }

  /** The category of a key that the user wrote. */
  static DataCategory category(String key) {
    return DataCategory.ofKey(key)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Unknown category: %s (must be one of %s)"
                        .formatted(key, DataCategory.keys())));
  }

  private static SortedMap<SeverityPart, StatedScore> stated(Config section) {
    SortedMap<SeverityPart, StatedScore> found = new TreeMap<>();
    for (SeverityPart part : SeverityPart.values()) {
      Config stated = section.getConfig(part.key());
      if (stated.getIsNull(VALUE) != stated.getIsNull(REASON)) {
        throw new IllegalArgumentException(
            stated.getIsNull(VALUE)
                ? "Missing value of %s: it has a reason and no value".formatted(part.key())
                : "Missing reason of %s: say in a sentence why it has this value"
                    .formatted(part.key()));
      }
      if (!stated.getIsNull(VALUE)) {
        found.put(part, new StatedScore(stated.getDouble(VALUE), stated.getString(REASON)));
      }
    }
    return found;
  }
}
