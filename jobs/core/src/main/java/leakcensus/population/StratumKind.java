package leakcensus.population;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** By what the strata of a population are told apart. */
public enum StratumKind {
  /** First two digits of the GB/T 2260 area code: the province that issued an id. */
  CN_PROVINCE,
  /** Numeric country code of the United Nations, of an id, a ZIP code or a phone number. */
  COUNTRY,
  /** Postal abbreviation of a state of the United States, as a ZIP code tells it. */
  US_STATE,
  /** Age at the date of the population and sex, such as {@code 20-24:female}. */
  AGE_SEX,
  /** Year whose last day the total holds for: one population for each. */
  YEAR_END;

  /** The name in files of facts, such as {@code cn-province}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind of a name in files of facts. */
  static StratumKind ofKey(String key) {
    for (StratumKind kind : values()) {
      if (kind.key().equals(key)) {
        return kind;
      }
    }
    throw new IllegalArgumentException(
        "Unknown strata: %s (must be one of %s)"
            .formatted(
                key,
                Arrays.stream(values()).map(StratumKind::key).collect(Collectors.joining(", "))));
  }
}
