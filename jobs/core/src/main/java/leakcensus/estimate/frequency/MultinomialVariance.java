package leakcensus.estimate.frequency;

import java.util.Map;
import java.util.function.LongToDoubleFunction;
import leakcensus.estimate.FrequencyOfFrequencies;

/**
 * The variance of a function of frequencies, by the delta method.
 *
 * <pre>{@code
 * g_k  derivative by f_k     N  persons, estimated
 *
 * var = sum of g_k^2 f_k - (sum of g_k f_k)^2 / N
 * }</pre>
 *
 * <p>Source: A. Chao, S.-M. Lee (1992), J. Amer. Statist. Assoc. 87, 210-217: persons fall into the
 * numbers of times like multinomial draws.
 */
final class MultinomialVariance {

  private MultinomialVariance() {}

  static double of(
      FrequencyOfFrequencies frequencies, double persons, LongToDoubleFunction derivative) {
    double squares = 0;
    double sum = 0;
    for (Map.Entry<Long, Long> frequency : frequencies.asMap().entrySet()) {
      double slope = derivative.applyAsDouble(frequency.getKey());
      squares += slope * slope * frequency.getValue();
      sum += slope * frequency.getValue();
    }
    return Math.max(0, squares - sum * sum / persons);
  }
}
