package leakcensus.estimate.claim;

import java.util.Locale;

/** What a claim is about. */
public enum ClaimKind {
  /** A number of persons. */
  PERSONS,
  /** A part of a population. */
  SHARE,
  /** A number of records. */
  RECORDS,
  /** A size in bytes. */
  BYTES,
  /** A price. */
  PRICE,
  /** Two claims, held against each other. */
  BOTH;

  /** The name in the tables. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
