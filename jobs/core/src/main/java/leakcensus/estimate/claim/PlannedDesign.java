package leakcensus.estimate.claim;

import java.util.Locale;

/** How a planned sample is drawn, and what is counted in it. */
public enum PlannedDesign {
  /** Each record for itself, from the whole dump: every repeated person counts. */
  INDEPENDENT_DRAWS,
  /** Without replacement from a whole dump of known size: every repeated person counts. */
  RANDOM_RECORDS,
  /** Equally many from each of several person indexes: persons met in two of them count. */
  PERSON_INDEXES,
  /** The same, of one couple of indexes alone. */
  TWO_INDEXES;

  /** The name in the output. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether nobody stands twice in a source. */
  public boolean isIndexed() {
    return this == PERSON_INDEXES || this == TWO_INDEXES;
  }
}
