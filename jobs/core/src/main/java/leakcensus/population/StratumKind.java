package leakcensus.population;

import java.util.Locale;

/** By what the strata of a population are told apart. */
public enum StratumKind {
  /** First two digits of the GB/T 2260 area code: the province that issued an id. */
  CN_PROVINCE,
  /** Numeric country code of the United Nations. */
  COUNTRY;

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
        "Unknown strata: %s (must be cn-province or country)".formatted(key));
  }
}
