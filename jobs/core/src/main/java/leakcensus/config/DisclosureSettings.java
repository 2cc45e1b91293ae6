package leakcensus.config;

import leakcensus.population.RoundCounts;
import leakcensus.population.SmallCells;

/**
 * Which counts of persons by attribute are published, and how exactly.
 *
 * @param minCell smallest count that is published, in persons
 * @param roundPersons what published counts are multiples of, in persons; 1 where they are exact
 */
public record DisclosureSettings(int minCell, int roundPersons) {

  private static final int SMALLEST_MIN_CELL = 5;

  public DisclosureSettings {
    if (minCell < SMALLEST_MIN_CELL) {
      throw new IllegalArgumentException(
          "Invalid min-cell: %d (must be at least %d)".formatted(minCell, SMALLEST_MIN_CELL));
    }
    if (roundPersons < 1 || roundPersons > 2 * minCell) {
      throw new IllegalArgumentException(
          ("Invalid round-persons: %d (must be 1, which rounds nothing, to %d, twice the smallest"
                  + " cell)")
              .formatted(roundPersons, 2 * minCell));
    }
  }

  /** The rule of the smallest cell. */
  public SmallCells smallCells() {
    return new SmallCells(minCell);
  }

  /** How told counts are rounded. */
  public RoundCounts rounding() {
    return new RoundCounts(roundPersons);
  }
}
