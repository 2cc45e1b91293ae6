package leakcensus.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.select.EstimateFrequencies;

/**
 * Draws samples from made-up dumps and holds the selected estimates against the truth. Its numbers
 * follow from the seed alone, whatever the number of threads.
 */
public final class SimulateDumps {

  private final double sampleRecords;
  private final int repetitions;
  private final long seed;
  private final double confidence;

  /**
   * A simulation.
   *
   * @param sampleRecords records of a sample, about
   * @param repetitions samples of each dump
   * @param seed seed of all draws
   * @param confidence nominal coverage of the intervals
   */
  public SimulateDumps(double sampleRecords, int repetitions, long seed, double confidence) {
    if (!(sampleRecords >= 1 && sampleRecords <= 1e9)) {
      throw new IllegalArgumentException(
          "Invalid records of a sample: %s (must be 1 to 1e9)".formatted(sampleRecords));
    }
    if (!(repetitions >= 1)) {
      throw new IllegalArgumentException(
          "Invalid repetitions: %d (must be >= 1)".formatted(repetitions));
    }
    this.sampleRecords = sampleRecords;
    this.repetitions = repetitions;
    this.seed = seed;
    this.confidence = confidence;
  }

  /**
   * A row for each design, law and ratio.
   *
   * @param laws records per person
   * @param sampledRatios sampled parts of the dump
   * @param independent whether records are drawn one by one
   * @param done hears of each row when it is there
   */
  public List<SimulatedCell> run(
      List<PopulationLaw> laws,
      List<Double> sampledRatios,
      boolean independent,
      Consumer<SimulatedCell> done) {
    List<SimulatedCell> cells = new ArrayList<>();
    for (double ratio : sampledRatios) {
      for (PopulationLaw law : laws) {
        SimulatedDump dump = new SimulatedDump(law, ratio, sampleRecords, independent);
        List<PersonEstimate> rows =
            IntStream.range(0, repetitions)
                .parallel()
                .mapToObj(draw -> estimate(dump, cellSeed(law, ratio) + draw))
                .toList();
        SimulatedCell cell =
            SimulatedCell.of(dump.design().key(), law.name(), ratio, dump.persons(), rows);
        done.accept(cell);
        cells.add(cell);
      }
    }
    return List.copyOf(cells);
  }

  /** Samples of two cells share no draws. */
  private static long cellSeed(PopulationLaw law, double ratio) {
    return Objects.hash(law.name(), ratio) * 1_000_003L;
  }

  private PersonEstimate estimate(SimulatedDump dump, long draw) {
    SplittableRandom random =
        new SplittableRandom(seed ^ Long.rotateLeft(draw * 0x9E3779B97F4A7C15L, 17));
    return EstimateFrequencies.headline(dump.draw(random), dump.design(), confidence);
  }
}
