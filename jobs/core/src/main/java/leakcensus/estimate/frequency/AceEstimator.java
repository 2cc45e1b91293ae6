package leakcensus.estimate.frequency;

import java.util.Map;
import leakcensus.estimate.Confidence;
import leakcensus.estimate.DumpSample;
import leakcensus.estimate.FrequencyEstimator;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.UnseenInterval;
import org.hipparchus.analysis.differentiation.Gradient;

/**
 * The abundance-based coverage estimate, and its form for very uneven persons (ACE-1).
 *
 * <pre>{@code
 * rare: seen at most 10 times; S_r persons, n_r records; S_a persons seen more often
 *
 * C  = 1 - f1 / n_r          g2 = max(S_r / C sum k (k - 1) f_k / (n_r (n_r - 1)) - 1, 0)
 * g2' = max(g2 (1 + (1 - C) / C sum k (k - 1) f_k / (n_r - 1)), 0)
 *
 * ACE = S_a + S_r / C + f1 / C g2          ACE-1 with g2' for g2
 * var by the delta method over f1 to f10
 * }</pre>
 *
 * <p>Units: records and persons in, persons out. Errors: needs a rare person who was seen twice; a
 * low estimate for very uneven persons. Not identifiable without.
 *
 * <p>Source: A. Chao, S.-M. Lee (1992), J. Amer. Statist. Assoc. 87, 210-217.
 */
public final class AceEstimator implements FrequencyEstimator {

  private static final int RARE_TIMES = 10;

  private final String method;
  private final boolean uneven;

  private AceEstimator(String method, boolean uneven) {
    this.method = method;
    this.uneven = uneven;
  }

  /** The estimate. */
  public static AceEstimator ace() {
    return new AceEstimator("ace", false);
  }

  /** The form for very uneven persons. */
  public static AceEstimator ace1() {
    return new AceEstimator("ace1", true);
  }

  @Override
  public PersonEstimate estimate(DumpSample sample, double confidence) {
    Confidence.check(confidence);
    FrequencyOfFrequencies frequencies = sample.persons();
    double observed = frequencies.observedPersons();
    if (observed > 0
        && frequencies.mostRecords() <= RARE_TIMES
        && frequencies.personsSeen(1) == observed) {
      return PersonEstimate.refused(
          method, observed, "Persons who were seen more than once.", confidence);
    }
    Gradient rare = rarePersons(frequencies);
    double abundant =
        frequencies.asMap().tailMap(RARE_TIMES + 1L).values().stream()
            .mapToDouble(Long::doubleValue)
            .sum();
    double persons = abundant + rare.getValue();
    double variance =
        persons == 0
            ? 0
            : MultinomialVariance.of(
                frequencies,
                persons,
                times -> times <= RARE_TIMES ? rare.getPartialDerivative((int) times - 1) : 1);
    return IndependentDrawsRow.of(
            method,
            persons,
            UnseenInterval.of(observed, persons - observed, variance, confidence),
            confidence,
            "Persons seen more than ten times tell nothing of the unseen ones: a reference.")
        .diagnostic("standard_error_persons", Math.sqrt(variance))
        .build();
  }

  private Gradient rarePersons(FrequencyOfFrequencies frequencies) {
    Gradient persons = Gradient.constant(RARE_TIMES, 0);
    Gradient records = persons;
    Gradient pairs = persons;
    for (Map.Entry<Long, Long> frequency :
        frequencies.asMap().headMap(RARE_TIMES + 1L).entrySet()) {
      double times = frequency.getKey();
      Gradient seen =
          Gradient.variable(RARE_TIMES, (int) times - 1, frequency.getValue().doubleValue());
      persons = persons.add(seen);
      records = records.add(seen.multiply(times));
      pairs = pairs.add(seen.multiply(times * (times - 1)));
    }
    Gradient once = Gradient.variable(RARE_TIMES, 0, frequencies.personsSeen(1));
    if (once.getValue() == 0 || records.getValue() == once.getValue()) {
      return persons;
    }
    Gradient coverage = once.divide(records).negate().add(1);
    Gradient unevenness =
        persons
            .divide(coverage)
            .multiply(pairs)
            .divide(records.multiply(records.subtract(1)))
            .subtract(1);
    if (uneven && unevenness.getValue() > 0) {
      unevenness =
          unevenness.multiply(
              coverage
                  .negate()
                  .add(1)
                  .divide(coverage)
                  .multiply(pairs)
                  .divide(records.subtract(1))
                  .add(1));
    }
    Gradient even = persons.divide(coverage);
    return unevenness.getValue() > 0 ? even.add(once.divide(coverage).multiply(unevenness)) : even;
  }
}
