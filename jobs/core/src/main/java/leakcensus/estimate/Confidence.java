package leakcensus.estimate;

/** The rule that every nominal coverage obeys. */
public final class Confidence {

  private Confidence() {}

  /** Refuses a nominal coverage that is no ratio inside (0, 1). */
  public static void check(double confidence) {
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException(
          "Invalid confidence: %s (must be a ratio inside (0, 1))".formatted(confidence));
    }
  }
}
