package leakcensus.population;

/**
 * A part of a population.
 *
 * @param key name of the part in data, such as a region code
 * @param label name of the part for readers
 * @param persons how many people live in it, in persons
 */
public record PopulationStratum(String key, String label, long persons) {

  public PopulationStratum {
    if (key.isBlank()) {
      throw new IllegalArgumentException("Missing key of a population stratum");
    }
    if (label.isBlank()) {
      throw new IllegalArgumentException("Missing label of population stratum: " + key);
    }
    if (!(persons >= 1)) {
      throw new IllegalArgumentException(
          "Invalid population stratum %s: %d persons (must be >= 1)".formatted(key, persons));
    }
  }
}
