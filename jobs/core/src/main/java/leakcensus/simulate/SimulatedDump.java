package leakcensus.simulate;

import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeMap;
import leakcensus.estimate.DumpSample;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.estimate.SampleDesign;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/**
 * A made-up dump and the samples that are drawn from it.
 *
 * <pre>{@code
 * P  persons with j records each with chance pi_j     R = P sum of j pi_j
 *
 * random records:     f_k ~ Poisson(P sum over j of pi_j P(Binomial(j, q) = k))
 * independent draws:  f_k ~ Poisson(P sum over j of pi_j P(Poisson(j q) = k))
 * }</pre>
 *
 * <p>Errors: persons of a dump are drawn with it, so that f_k is a little more variable than in
 * samples of one dump; no list of persons is ever made, whatever their number.
 */
final class SimulatedDump {

  private static final double LEAST_EXPECTED = 1e-6;
  private static final int REACH = 9;

  private final long persons;
  private final long records;
  private final double[] expected;
  private final SampleDesign design;

  /**
   * A dump whose samples have about so many records.
   *
   * @param law records per person
   * @param sampledRatio sampled part of the records
   * @param sampleRecords records of a sample, about
   * @param independent whether records are drawn one by one instead of without replacement
   */
  SimulatedDump(PopulationLaw law, double sampledRatio, double sampleRecords, boolean independent) {
    this.persons = Math.round(sampleRecords / sampledRatio / law.meanRecords());
    this.records = Math.round(persons * law.meanRecords());
    this.expected = expected(law, sampledRatio, independent);
    this.design =
        independent
            ? new SampleDesign.IndependentDraws()
            : new SampleDesign.RandomRecords(OptionalLong.of(records));
  }

  long persons() {
    return persons;
  }

  /** Pairs of records of one person that a sample holds in the mean. */
  double expectedPairs() {
    double pairs = 0;
    for (int times = 2; times < expected.length; times++) {
      pairs += expected[times] * times * (times - 1) / 2;
    }
    return pairs;
  }

  /** Records of a sample, in the mean. */
  double expectedRecords() {
    double sum = 0;
    for (int times = 1; times < expected.length; times++) {
      sum += expected[times] * times;
    }
    return sum;
  }

  SampleDesign design() {
    return design;
  }

  /** A sample; the size of the dump is known where its design knows it. */
  DumpSample draw(SplittableRandom random) {
    Map<Long, Long> counts = new TreeMap<>();
    for (int times = 1; times < expected.length; times++) {
      long seen = RandomCount.poisson(random, expected[times]);
      if (seen > 0) {
        counts.put((long) times, seen);
      }
    }
    FrequencyOfFrequencies sample =
        counts.isEmpty() ? FrequencyOfFrequencies.empty() : FrequencyOfFrequencies.of(counts);
    return new DumpSample(
        sample,
        design instanceof SampleDesign.RandomRecords
            ? OptionalLong.of(Math.max(records, sample.records()))
            : OptionalLong.empty());
  }

  private double[] expected(PopulationLaw law, double sampledRatio, boolean independent) {
    double[] ratios = law.ratios();
    int most = reach(ratios.length * sampledRatio);
    double[] sums = new double[independent ? most + 1 : Math.min(most, ratios.length) + 1];
    for (int at = 0; at < ratios.length; at++) {
      if (ratios[at] > 0) {
        int records = at + 1;
        int last = Math.min(sums.length - 1, reach(records * sampledRatio));
        for (int times = 1; times <= (independent ? last : Math.min(last, records)); times++) {
          sums[times] += persons * ratios[at] * seen(records, sampledRatio, times, independent);
        }
      }
    }
    for (int times = 1; times < sums.length; times++) {
      sums[times] = sums[times] < LEAST_EXPECTED ? 0 : sums[times];
    }
    return sums;
  }

  private static int reach(double mean) {
    return (int) Math.ceil(mean + REACH * Math.sqrt(mean) + REACH);
  }

  private static double seen(int records, double ratio, int times, boolean independent) {
    return independent
        ? PoissonDistribution.of(records * ratio).probability(times)
        : BinomialDistribution.of(records, ratio).probability(times);
  }
}
