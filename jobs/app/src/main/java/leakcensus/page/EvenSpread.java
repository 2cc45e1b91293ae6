package leakcensus.page;

import java.util.Optional;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/**
 * How often persons would stand in the sample if records were evenly spread over them: a law to
 * hold the frequencies against, not an estimate.
 *
 * <pre>{@code
 * S   persons seen       n   mentions of them
 *
 * lambda solves  lambda / (1 - exp(-lambda)) = n / S
 * f_k = S exp(-lambda) lambda^k / (k! (1 - exp(-lambda)))
 * }</pre>
 *
 * <p>Units: persons and mentions in, persons out.
 *
 * <p>Errors: none of its own; the law is the zero-truncated Poisson law at its most likely mean.
 *
 * <p>Source: F. N. David and N. L. Johnson (1952), Biometrics 8, 275-285 (the truncated law).
 */
final class EvenSpread {

  private static final int HALVINGS = 200;

  private final double persons;
  private final double lambda;

  private EvenSpread(double persons, double lambda) {
    this.persons = persons;
    this.lambda = lambda;
  }

  /** The law of these counts, if there is more than one mention a person. */
  static Optional<EvenSpread> of(double persons, double mentions) {
    double mean = mentions / persons;
    if (!(mean > 1)) {
      return Optional.empty();
    }
    // The left side grows with lambda, from 1, and is above lambda.
    double low = 0;
    double high = mean;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (middle / -Math.expm1(-middle) < mean) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return Optional.of(new EvenSpread(persons, (low + high) / 2));
  }

  /** How many persons would have exactly k mentions. */
  double persons(long k) {
    return persons
        * PoissonDistribution.of(lambda).probability(Math.toIntExact(k))
        / -Math.expm1(-lambda);
  }
}
