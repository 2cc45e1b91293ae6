package leakcensus.evaluate;

import java.util.List;
import java.util.function.ToDoubleFunction;
import leakcensus.estimate.RatioWithInterval;
import leakcensus.estimate.WilsonInterval;

/**
 * Many leaks with known truth, and what the census made of them.
 *
 * @param leaks the leaks, at least one
 */
public record Rehearsal(List<RehearsedLeak> leaks) {

  private static final double CONFIDENCE = 0.95;

  public Rehearsal {
    leaks = List.copyOf(leaks);
    if (leaks.isEmpty()) {
      throw new IllegalArgumentException("Missing leaks: a rehearsal needs at least one");
    }
  }

  /** Number of leaks whose interval holds the truth. */
  public long covered() {
    return leaks.stream().filter(RehearsedLeak::covered).count();
  }

  /** Their part of all leaks, with an interval of 95 %. */
  public RatioWithInterval coverage() {
    return WilsonInterval.of(covered(), leaks.size(), CONFIDENCE);
  }

  /** Median width of the intervals, relative to the truth. */
  public double medianWidth() {
    return median(RehearsedLeak::relativeWidth);
  }

  /** Median of the absolute errors, relative to the truth. */
  public double medianAbsoluteError() {
    return median(leak -> Math.abs(leak.relativeError()));
  }

  /** Mean interval score, relative to the truth. */
  public double meanScore() {
    return leaks.stream().mapToDouble(RehearsedLeak::relativeScore).sum() / leaks.size();
  }

  private double median(ToDoubleFunction<RehearsedLeak> measure) {
    double[] sorted = leaks.stream().mapToDouble(measure).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
