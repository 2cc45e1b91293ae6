package leakcensus.estimate.likelihood;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Laws of one family.
 *
 * @param method name of the estimator
 * @param words the family, in words
 * @param separate laws that stand alone
 * @param of the law of a shape
 * @param lowestLogShape logarithm of the smallest shape
 * @param highestLogShape logarithm of the largest shape
 */
record RecordLawFamily(
    String method,
    String words,
    List<RecordLaw> separate,
    DoubleFunction<RecordLaw> of,
    double lowestLogShape,
    double highestLogShape) {

  private static final int MOST_BINOMIAL_RECORDS = 60;

  RecordLawFamily {
    separate = List.copyOf(separate);
  }

  /** Binomial up to 60 records, Poisson and negative binomial; its shape is the dispersion. */
  static RecordLawFamily katz() {
    List<RecordLaw> separate =
        Stream.concat(
                Stream.<RecordLaw>of(new KatzLaw(0)),
                IntStream.rangeClosed(1, MOST_BINOMIAL_RECORDS)
                    .<RecordLaw>mapToObj(records -> new KatzLaw(-1.0 / records)))
            .toList();
    return new RecordLawFamily(
        "thinned_katz",
        "binomial, Poisson or negative binomial",
        separate,
        KatzLaw::new,
        Math.log(1e-4),
        Math.log(1e4));
  }

  /** Poisson and negative binomial; its shape is the dispersion. */
  static RecordLawFamily negativeBinomial() {
    return new RecordLawFamily(
        "zt_negbin",
        "Poisson or negative binomial",
        List.of(new KatzLaw(0)),
        KatzLaw::new,
        Math.log(1e-4),
        Math.log(1e4));
  }

  /** Poisson-lognormal; its shape is the deviation of the logarithm. */
  static RecordLawFamily poissonLogNormal(String method) {
    return new RecordLawFamily(
        method,
        "Poisson-lognormal",
        List.of(),
        PoissonLogNormalLaw::new,
        Math.log(0.02),
        Math.log(6));
  }
}
