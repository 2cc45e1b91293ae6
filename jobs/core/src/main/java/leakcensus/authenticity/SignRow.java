package leakcensus.authenticity;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What one sign says of one source, or of all.
 *
 * @param sign key of the sign
 * @param source index of the source, or {@link leakcensus.count.CountTable#ALL_SOURCES}
 * @param tested mentions, persons or records that the sign could be seen on
 * @param observed the measured number
 * @param expected the number that genuine data would have
 * @param lower lower end of the interval of the measured number
 * @param upper upper end of that interval
 * @param pValue chance of such data under the expectation
 * @param reading what follows
 * @param explanation the reading in a sentence or two
 * @param suppressed whether the numbers are withheld
 */
public record SignRow(
    String sign,
    int source,
    long tested,
    OptionalDouble observed,
    OptionalDouble expected,
    OptionalDouble lower,
    OptionalDouble upper,
    OptionalDouble pValue,
    Reading reading,
    String explanation,
    boolean suppressed) {

  public SignRow {
    Objects.requireNonNull(sign, "sign");
    Objects.requireNonNull(reading, "reading");
    Objects.requireNonNull(explanation, "explanation");
    if (!(tested >= 0)) {
      throw new IllegalArgumentException(
          "Invalid sign %s: tested on %d (must be >= 0)".formatted(sign, tested));
    }
  }

  /** A sign that cannot be seen here, and why. */
  static SignRow notTestable(String sign, int source, long tested, String why) {
    OptionalDouble none = OptionalDouble.empty();
    return new SignRow(
        sign, source, tested, none, none, none, none, none, Reading.NOT_TESTABLE, why, false);
  }

  /** The row with every number withheld that a small cell could be told from. */
  SignRow withheld(String explanationWithoutNumbers) {
    OptionalDouble none = OptionalDouble.empty();
    return new SignRow(
        sign,
        source,
        tested,
        none,
        expected,
        none,
        none,
        none,
        reading,
        explanationWithoutNumbers,
        true);
  }
}
