package leakcensus.duty;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a threshold of the law counts. */
public enum DutyMeasure {
  /** Persons behind the dump, wherever they live. */
  PERSONS,
  /** Those of them who live in the jurisdiction. */
  RESIDENTS,
  /** Items of information, duplicates removed; one person can have several. */
  ITEMS,
  /** Nothing: the law weighs instead. */
  NONE;

  /** The name in configuration files and tables. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The measure of a key. */
  public static Optional<DutyMeasure> ofKey(String key) {
    return Arrays.stream(values()).filter(measure -> measure.key().equals(key)).findFirst();
  }
}
