package leakcensus.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.LogNormalDistribution;

/**
 * Laws of records per person, or per household account. {@code negbin-0.1}, {@code three-poissons},
 * {@code cut-zipf} and {@code households} came after the estimators: neither they nor their
 * constants were chosen on these.
 */
final class KnownLaws {

  private static final int MOST_RECORDS = 10_000;
  private static final int LONGEST_TAIL = 2000;

  /**
   * Households by 1, 2, ... members, in thousands, those of seven and more taken for seven: U.S.
   * Census Bureau, table HH-4, Households by size, the year 2023.
   */
  private static final double[] HOUSEHOLDS = {38_097, 45_959, 19_771, 16_038, 7192, 2721, 1656};

  private KnownLaws() {}

  static List<PopulationLaw> all() {
    List<PopulationLaw> laws = new ArrayList<>();
    laws.add(of("one", 1, records -> 1));
    laws.add(of("three", 3, records -> records == 3 ? 1 : 0));
    laws.add(of("poisson", 60, poisson(3)));
    laws.add(of("geometric", 400, records -> Math.pow(2.0 / 3, records)));
    laws.add(of("one-or-ten", 10, records -> records == 1 ? 0.75 : records == 10 ? 0.25 : 0));
    laws.add(of("lognormal-1", MOST_RECORDS, logNormal(0.7, 1)));
    laws.add(of("lognormal-1.5", MOST_RECORDS, logNormal(0.5, 1.5)));
    laws.add(of("zipf-2.5", MOST_RECORDS, records -> Math.pow(records, -2.5)));
    laws.add(of("negbin-0.3", LONGEST_TAIL, negativeBinomial(0.3, 4)));
    laws.add(of("negbin-0.1", LONGEST_TAIL, negativeBinomial(0.1, 2)));
    laws.add(
        of(
            "three-kinds",
            60,
            records -> records == 1 ? 0.7 : records == 4 ? 0.25 : records == 60 ? 0.05 : 0));
    laws.add(
        of(
            "three-poissons",
            120,
            records ->
                0.6 * poisson(1).applyAsDouble(records)
                    + 0.3 * poisson(6).applyAsDouble(records)
                    + 0.1 * poisson(40).applyAsDouble(records)));
    laws.add(of("cut-geometric", 6, records -> Math.pow(0.8, records)));
    laws.add(of("cut-zipf", 50, records -> Math.pow(records, -1.5)));
    laws.add(
        of("twos-and-tail", MOST_RECORDS, records -> records == 2 ? 1 : Math.pow(records, -3) / 3));
    laws.add(PopulationLaw.weighted("households", HOUSEHOLDS));
    return List.copyOf(laws);
  }

  private static PopulationLaw of(String name, int most, IntToDoubleFunction weight) {
    return PopulationLaw.weighted(
        name, IntStream.rangeClosed(1, most).mapToDouble(weight).toArray());
  }

  private static IntToDoubleFunction poisson(double mean) {
    return records -> Math.exp(records * Math.log(mean) - mean - logFactorial(records));
  }

  private static IntToDoubleFunction logNormal(double mean, double deviation) {
    LogNormalDistribution law = LogNormalDistribution.of(mean, deviation);
    return records -> law.probability(records == 1 ? 0 : records - 0.5, records + 0.5);
  }

  private static IntToDoubleFunction negativeBinomial(double size, double mean) {
    double[] weights = new double[LONGEST_TAIL + 1];
    weights[0] = 1;
    for (int records = 1; records <= LONGEST_TAIL; records++) {
      weights[records] =
          weights[records - 1] * (records - 1 + size) / records * mean / (mean + size);
    }
    return records -> weights[records];
  }

  private static double logFactorial(int number) {
    return IntStream.rangeClosed(2, number).mapToDouble(Math::log).sum();
  }
}
