package leakcensus.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.LogNormalDistribution;

/**
 * How many records persons have in a made-up dump: a chance for each number of records from one on.
 *
 * @param name name of the law
 * @param ratios chance of 1, 2, ... records; they sum to 1
 */
public record PopulationLaw(String name, double[] ratios) {

  private static final int MOST_RECORDS = 10_000;
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

  /** The laws, from even to uneven; the last four are of no family that any estimator fits. */
  public static List<PopulationLaw> all() {
    List<PopulationLaw> laws = new ArrayList<>();
    laws.add(of("one", 1, records -> 1));
    laws.add(of("three", 3, records -> records == 3 ? 1 : 0));
    laws.add(of("poisson", 60, records -> Math.exp(records * Math.log(3) - logFactorial(records))));
    laws.add(of("geometric", 400, records -> Math.pow(2.0 / 3, records)));
    laws.add(of("one-or-ten", 10, records -> records == 1 ? 0.75 : records == 10 ? 0.25 : 0));
    laws.add(of("lognormal-1", MOST_RECORDS, logNormal(0.7, 1)));
    laws.add(of("lognormal-1.5", MOST_RECORDS, logNormal(0.5, 1.5)));
    laws.add(of("zipf-2.5", MOST_RECORDS, records -> Math.pow(records, -2.5)));
    laws.add(of("negbin-0.3", 2000, negativeBinomial(0.3, 4)));
    laws.add(
        of(
            "three-kinds",
            60,
            records -> records == 1 ? 0.7 : records == 4 ? 0.25 : records == 60 ? 0.05 : 0));
    laws.add(of("cut-geometric", 6, records -> Math.pow(0.8, records)));
    laws.add(
        of("twos-and-tail", MOST_RECORDS, records -> records == 2 ? 1 : Math.pow(records, -3) / 3));
    return List.copyOf(laws);
  }

  private static PopulationLaw of(String name, int most, IntToDoubleFunction weight) {
    double[] ratios = IntStream.rangeClosed(1, most).mapToDouble(weight).toArray();
    double sum = Arrays.stream(ratios).sum();
    double[] scaled = Arrays.stream(ratios).map(ratio -> ratio / sum).toArray();
    int last = scaled.length;
    while (last > 1 && scaled[last - 1] < LEAST_RATIO) {
      last--;
    }
    double[] kept = Arrays.copyOf(scaled, last);
    double left = Arrays.stream(kept).sum();
    return new PopulationLaw(name, Arrays.stream(kept).map(ratio -> ratio / left).toArray());
  }

  private static IntToDoubleFunction logNormal(double mean, double deviation) {
    LogNormalDistribution law = LogNormalDistribution.of(mean, deviation);
    return records -> law.probability(records == 1 ? 0 : records - 0.5, records + 0.5);
  }

  private static IntToDoubleFunction negativeBinomial(double size, double mean) {
    double[] weights = new double[2001];
    weights[0] = 1;
    for (int records = 1; records <= 2000; records++) {
      weights[records] =
          weights[records - 1] * (records - 1 + size) / records * mean / (mean + size);
    }
    return records -> weights[records];
  }

  private static double logFactorial(int number) {
    return IntStream.rangeClosed(2, number).mapToDouble(Math::log).sum();
  }
}
