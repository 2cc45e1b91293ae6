package leakcensus.benchmark;

import java.util.Arrays;
import java.util.List;

/**
 * How fast one format is read, by leak-census and where it can by Spark's own reader, in turn.
 *
 * @param format what was read
 * @param records records of the file
 * @param textBytes bytes of the file before it was packed; of formats that are no text, its own
 *     length
 * @param own readings by leak-census, the warm ones
 * @param spark readings by Spark's own reader, each after the one of the same place in {@code own};
 *     none where Spark has no such reader
 */
public record ReaderSpeed(
    ReaderFormat format,
    long records,
    long textBytes,
    List<ReaderPass> own,
    List<ReaderPass> spark) {

  private static final double BYTES_PER_MEGABYTE = 1e6;

  public ReaderSpeed {
    own = List.copyOf(own);
    spark = List.copyOf(spark);
    if (own.isEmpty() || !(spark.isEmpty() || spark.size() == own.size())) {
      throw new IllegalArgumentException(
          "Invalid readings of %s: %d own, %d of Spark (must be at least one, and as many)"
              .formatted(format.key(), own.size(), spark.size()));
    }
  }

  /** Megabytes (10^6 bytes) a second of one core: the median of the readings. */
  public double ownMegabytesPerSecond() {
    return textBytes / BYTES_PER_MEGABYTE / medianSeconds(own);
  }

  /** Records a second of one core: the median of the readings. */
  public double ownRecordsPerSecond() {
    return records / medianSeconds(own);
  }

  /** As {@link #ownMegabytesPerSecond}, of Spark's own reader. */
  public double sparkMegabytesPerSecond() {
    return textBytes / BYTES_PER_MEGABYTE / medianSeconds(spark);
  }

  /** As {@link #ownRecordsPerSecond}, of Spark's own reader. */
  public double sparkRecordsPerSecond() {
    return records / medianSeconds(spark);
  }

  /** Whether there is a reader of Spark's to compare with. */
  public boolean isCompared() {
    return !spark.isEmpty();
  }

  /** How many times as fast as Spark's reader: the median of the rounds, by time of cores. */
  public double ratio() {
    return median(ratios());
  }

  /** The smallest ratio of a round. */
  public double lowestRatio() {
    return Arrays.stream(ratios()).min().orElseThrow();
  }

  /** The largest ratio of a round. */
  public double highestRatio() {
    return Arrays.stream(ratios()).max().orElseThrow();
  }

  /** Whether the ratio is what it should be; true where there is nothing to compare with. */
  public boolean reachesTarget() {
    return !isCompared() || ratio() >= format.leastRatio().orElseThrow();
  }

  private double[] ratios() {
    double[] ratios = new double[own.size()];
    for (int round = 0; round < ratios.length; round++) {
      ratios[round] = spark.get(round).coreSeconds() / own.get(round).coreSeconds();
    }
    return ratios;
  }

  private static double medianSeconds(List<ReaderPass> passes) {
    return median(passes.stream().mapToDouble(ReaderPass::coreSeconds).toArray());
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
