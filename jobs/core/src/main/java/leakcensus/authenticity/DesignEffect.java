package leakcensus.authenticity;

import java.util.Map;

/**
 * How much repeats of the same values inflate the variance of a share of mentions.
 *
 * <pre>{@code
 * f_k values that occur k times      D = sum k^2 f_k / sum k f_k      n mentions are worth n / D
 * }</pre>
 *
 * <p>Units: none; at least 1. Errors: equal values give equal answers, which holds for digits and
 * nearly so for contradictions; D is then exact, else too large and the sign too weak.
 *
 * <p>Sources: L. Kish (1965), Survey Sampling, sections 5.4 and 8.2, for clusters whose members are
 * alike (not checked); J. Rao, A. Scott (1981), The analysis of categorical data from complex
 * sample surveys, J. Am. Stat. Assoc. 76, 221-230, for chi-square.
 *
 * @param factor D
 */
record DesignEffect(double factor) {

  DesignEffect {
    if (!(factor >= 1)) {
      throw new IllegalArgumentException(
          "Invalid design effect: %s (must be >= 1)".formatted(factor));
    }
  }

  /** The effect of values by how often they occur; none of no values. */
  static DesignEffect of(Map<Long, Long> valuesByMentions) {
    double mentions = 0;
    double squares = 0;
    for (Map.Entry<Long, Long> values : valuesByMentions.entrySet()) {
      mentions += (double) values.getKey() * values.getValue();
      squares += (double) values.getKey() * values.getKey() * values.getValue();
    }
    return new DesignEffect(mentions > 0 ? squares / mentions : 1);
  }

  /** As how many independent mentions a number of them counts, rounded. */
  long independent(double mentions) {
    return Math.round(mentions / factor);
  }
}
