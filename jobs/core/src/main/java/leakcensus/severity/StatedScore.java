package leakcensus.severity;

/**
 * A part of the score as somebody states it.
 *
 * @param value the score
 * @param reason why, in a sentence that stands in the published table
 */
public record StatedScore(double value, String reason) {

  public StatedScore {
    if (reason.isBlank()) {
      throw new IllegalArgumentException(
          "Missing reason of a stated score: say in a sentence why it is " + Scores.text(value));
    }
  }
}
