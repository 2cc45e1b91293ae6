package leakcensus.severity;

import java.util.Locale;

/** Scores as people write them. */
final class Scores {

  private Scores() {}

  /** With as many digits as it has: 1, 0.5, 0.25. */
  static String text(double score) {
    return score == Math.rint(score)
        ? String.format(Locale.ROOT, "%.0f", score)
        : Double.toString(score);
  }
}
