package leakcensus.estimate.claim;

import java.util.OptionalLong;

/**
 * How often one source repeats its persons.
 *
 * @param source name of the source
 * @param mentions mentions of the source in the sample
 * @param persons different persons among them; a mention too thin to be anyone is none
 * @param dumpMentions mentions of the source in the whole dump, where its size is known; its
 *     records where each names one person
 * @param personIndex whether the source is stated to hold exactly one record for every person
 *     behind the dump
 * @param pairs pairs of mentions of one person, both in this source
 */
public record SourcePairs(
    String source,
    long mentions,
    long persons,
    OptionalLong dumpMentions,
    boolean personIndex,
    double pairs) {

  public SourcePairs {
    if (!(mentions >= 0)) {
      throw new IllegalArgumentException(
          "Invalid mentions of source %s: %d (must be >= 0)".formatted(source, mentions));
    }
    if (!(persons >= 0 && persons <= mentions)) {
      throw new IllegalArgumentException(
          "Invalid persons of source %s: %d (must be 0 to %d)"
              .formatted(source, persons, mentions));
    }
    if (dumpMentions.isPresent() && !(dumpMentions.getAsLong() >= mentions)) {
      throw new IllegalArgumentException(
          "Invalid dump mentions of source %s: %d (the sample alone has %d)"
              .formatted(source, dumpMentions.getAsLong(), mentions));
    }
    if (!(pairs >= 0 && pairs <= comparedPairs(mentions))) {
      throw new IllegalArgumentException(
          "Invalid pairs of source %s: %s (must be 0 to %s)"
              .formatted(source, pairs, comparedPairs(mentions)));
    }
  }

  double comparedPairs() {
    return comparedPairs(mentions);
  }

  private static double comparedPairs(double mentions) {
    return mentions * (mentions - 1) / 2;
  }
}
