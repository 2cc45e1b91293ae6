package leakcensus.config;

/**
 * What a run with a lasting key keeps for a later one.
 *
 * @param resume whether its tables are stored while it runs, so that it can be resumed
 * @param sketches whether a sample of its persons' identifiers is kept, so that another run can be
 *     compared with it
 * @param days how long what a run has left is kept, in days
 */
public record KeepSettings(boolean resume, boolean sketches, int days) {

  private static final int MOST_DAYS = 366;

  public KeepSettings {
    if (days < 1 || days > MOST_DAYS) {
      throw new IllegalArgumentException(
          "Invalid days: %d (must be 1 to %d)".formatted(days, MOST_DAYS));
    }
  }
}
