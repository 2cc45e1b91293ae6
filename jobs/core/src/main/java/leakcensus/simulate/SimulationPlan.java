package leakcensus.simulate;

import java.util.List;

/**
 * What is simulated, the same for every regime; a regime takes of it what it needs.
 *
 * @param laws records per person
 * @param sampledRatios sampled parts of the dump
 * @param sampleRecords records of a sample, about
 * @param repetitions samples of each case
 * @param seed seed of all draws
 * @param confidence nominal coverage of the intervals
 * @param allMethods whether every method is held against the truth, or the selected row alone
 */
public record SimulationPlan(
    List<PopulationLaw> laws,
    List<Double> sampledRatios,
    double sampleRecords,
    int repetitions,
    long seed,
    double confidence,
    boolean allMethods) {

  public SimulationPlan {
    laws = List.copyOf(laws);
    sampledRatios = List.copyOf(sampledRatios);
    if (!(sampleRecords >= 1 && sampleRecords <= 1e9)) {
      throw new IllegalArgumentException(
          "Invalid records of a sample: %s (must be 1 to 1e9)".formatted(sampleRecords));
    }
    if (!(repetitions >= 1)) {
      throw new IllegalArgumentException(
          "Invalid repetitions: %d (must be >= 1)".formatted(repetitions));
    }
    for (double ratio : sampledRatios) {
      if (!(ratio >= 1e-9 && ratio <= 1)) {
        throw new IllegalArgumentException(
            "Invalid sampled ratio: %s (must be 1e-9 to 1)".formatted(ratio));
      }
    }
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException(
          "Invalid confidence: %s (must be a ratio inside (0, 1))".formatted(confidence));
    }
  }
}
