package leakcensus.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import leakcensus.estimate.DumpSample;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.estimate.FrequencyTable;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.SampleDesign;
import leakcensus.estimate.frequency.BirthdayEstimator;
import leakcensus.estimate.linkage.LinkageErrors;
import leakcensus.estimate.linkage.TruePairs;
import leakcensus.estimate.select.EstimateFrequencies;
import leakcensus.estimate.select.EstimateLinkedFrequencies;
import leakcensus.estimate.select.TruePairsRows;

/**
 * Draws samples from made-up dumps, links them with errors, and holds the estimates that take the
 * links as they are and those that correct for them against the truth. Its numbers follow from the
 * seed alone, whatever the number of threads.
 */
public final class SimulateLinkage {

  private final int repetitions;
  private final long seed;
  private final double confidence;

  /**
   * A simulation.
   *
   * @param repetitions samples of each setting
   * @param seed seed of all draws
   * @param confidence nominal coverage of the intervals
   */
  public SimulateLinkage(int repetitions, long seed, double confidence) {
    if (!(repetitions >= 1)) {
      throw new IllegalArgumentException(
          "Invalid repetitions: %d (must be >= 1)".formatted(repetitions));
    }
    this.repetitions = repetitions;
    this.seed = seed;
    this.confidence = confidence;
  }

  /**
   * A cell for each setting.
   *
   * @param settings made-up dumps and their linkage
   * @param done hears of each cell when it is there
   */
  public List<LinkageCell> run(List<LinkageSetting> settings, Consumer<LinkageCell> done) {
    List<LinkageCell> cells = new ArrayList<>();
    for (LinkageSetting setting : settings) {
      SimulatedDump dump =
          new SimulatedDump(setting.law(), setting.sampledRatio(), setting.sampleRecords(), false);
      long cellSeed = cellSeed(setting);
      List<LinkedEstimates> rows =
          IntStream.range(0, repetitions)
              .parallel()
              .mapToObj(draw -> estimate(setting, dump, cellSeed + draw))
              .toList();
      LinkageCell cell = LinkageCell.of(setting, dump, rows);
      done.accept(cell);
      cells.add(cell);
    }
    return List.copyOf(cells);
  }

  /** Samples of two settings share no draws. */
  private static long cellSeed(LinkageSetting setting) {
    return Objects.hash(
            setting.law().name(),
            setting.missing().name(),
            setting.sampledRatio(),
            setting.falseRatio(),
            setting.missedRatio(),
            setting.statedHouseholdPairs())
        * 1_000_003L;
  }

  private LinkedEstimates estimate(LinkageSetting setting, SimulatedDump dump, long draw) {
    SplittableRandom random =
        new SplittableRandom(seed ^ Long.rotateLeft(draw * 0x9E3779B97F4A7C15L, 17));
    DumpSample truth = dump.draw(random);
    FrequencyOfFrequencies linked = LinkedSample.link(truth.persons(), setting, random);
    LinkageErrors errors = LinkedSample.errors(setting, random);
    DumpSample sample = new DumpSample(linked, OptionalLong.of(truth.dumpRecords().orElseThrow()));
    SampleDesign design = dump.design();
    FrequencyTable table = new FrequencyTable(sample, design, new double[0]);
    TruePairsRows rows =
        new TruePairsRows(TruePairs.of(linked, errors, confidence), linked.records());
    PersonEstimate naive = EstimateFrequencies.headline(sample, design, confidence);
    return new LinkedEstimates(
        new BirthdayEstimator().estimate(sample, confidence),
        rows.birthday(),
        rows.lowerBound(sample.dumpRecords().orElseThrow()),
        naive,
        EstimateLinkedFrequencies.headline(table, errors, confidence));
  }
}
