package leakcensus.simulate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many records persons have in a made-up dump: a chance for each number of records from one on.
 *
 * @param name name of the law
 * @param ratios chance of 1, 2, ... records; they sum to 1
 */
public record PopulationLaw(String name, double[] ratios) {

  private static final double LEAST_RATIO = 1e-12;

  public PopulationLaw {
    double sum = Arrays.stream(ratios).sum();
    if (!(Math.abs(sum - 1) < 1e-9)) {
      throw new IllegalArgumentException(
          "Invalid law %s: its chances sum to %s (must be 1)".formatted(name, sum));
    }
    ratios = ratios.clone();
  }

  @Override
  public double[] ratios() {
    return ratios.clone();
  }

  /** Mean number of records of a person. */
  public double meanRecords() {
    return IntStream.range(0, ratios.length).mapToDouble(at -> (at + 1) * ratios[at]).sum();
  }

  /** The laws that the tool knows, from even to uneven. */
  public static List<PopulationLaw> all() {
    return KnownLaws.all();
  }

  /**
   * A law by weights.
   *
   * @param name name of the law
   * @param weights weights of 1, 2, ... records: chances, shares or counts of persons
   * @throws IllegalArgumentException if a weight is negative, or none is positive
   */
  public static PopulationLaw weighted(String name, double[] weights) {
    for (double weight : weights) {
      if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "Invalid law %s: weight %s (must be finite and >= 0)".formatted(name, weight));
      }
    }
    double sum = Arrays.stream(weights).sum();
    if (!(sum > 0)) {
      throw new IllegalArgumentException(
          "Invalid law %s: no number of records has a weight above 0".formatted(name));
    }
    int last = weights.length;
    while (last > 1 && weights[last - 1] / sum < LEAST_RATIO) {
      last--;
    }
    double[] kept = Arrays.copyOf(weights, last);
    double left = Arrays.stream(kept).sum();
    return new PopulationLaw(name, Arrays.stream(kept).map(weight -> weight / left).toArray());
  }
}
