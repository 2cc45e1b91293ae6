package leakcensus.estimate.frequency;

import leakcensus.estimate.Confidence;
import leakcensus.estimate.DumpSample;
import leakcensus.estimate.FrequencyEstimator;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.UnseenInterval;

/**
 * Chao's estimate of the number of distinct persons behind a sample drawn with replacement; a
 * reference column for a finite dump, where it is no bound.
 *
 * <pre>{@code
 * S   persons seen        f1  persons seen once      A = (n - 1) / n
 * n   records             f2  persons seen twice     r = f1 / f2
 *
 * f2 > 0:  N   = S + A f1^2 / (2 f2)
 *          var = f2 (A/2 r^2 + A^2 r^3 + A^2/4 r^4)
 * f2 = 0:  N   = S + A f1 (f1 - 1) / 2
 *          var = A f1 (f1 - 1) / 2 + A^2 f1 (2 f1 - 1)^2 / 4 - A^2 f1^4 / (4 N)
 *
 * interval = [S + T / K, S + T K],  T = N - S,  K = exp(z sqrt(ln(1 + var / T^2)))
 * }</pre>
 *
 * <p>Units: records and persons in, persons out.
 *
 * <p>Errors: the interval is log-normal and never falls below S; where T is 0 (f1 = 0, or f1 = 1
 * with f2 = 0) it closes on S and says nothing about the unseen. Unequal chances of being recorded
 * make N a lower bound for draws with replacement only: without replacement from exactly three
 * records a person it lies a third to a half above the truth. A person resolved as two raises f1
 * and so N; two resolved as one lower it.
 *
 * <p>Sources: A. Chao (1984), Scand. J. Statist. 11, 265-270 (N); A. Chao (1987), Biometrics 43,
 * 783-791 (var, interval); R. Colwell et al. (2012), J. Plant Ecol. 5, 3-21 (factor A).
 */
public final class Chao1Estimator implements FrequencyEstimator {

  /** The name of the method. */
  public static final String METHOD = "chao1";

  @Override
  public PersonEstimate estimate(DumpSample sample, double confidence) {
    Confidence.check(confidence);
    FrequencyOfFrequencies frequencies = sample.persons();
    double observed = frequencies.observedPersons();
    double once = frequencies.personsSeen(1);
    double twice = frequencies.personsSeen(2);
    double correction = correction(frequencies.records());

    double unseen = unseen(once, twice, correction);
    double variance = variance(observed + unseen, once, twice, correction);
    return IndependentDrawsRow.of(
            METHOD,
            observed + unseen,
            UnseenInterval.of(observed, unseen, variance, confidence),
            confidence,
            IndependentDrawsRow.LOWER_BOUND)
        .diagnostic("standard_error_persons", Math.sqrt(Math.max(0, variance)))
        .build();
  }

  private static double correction(double records) {
    return records == 0 ? 0 : (records - 1) / records;
  }

  private static double unseen(double once, double twice, double correction) {
    return twice > 0 ? correction * once * once / (2 * twice) : correction * once * (once - 1) / 2;
  }

  private static double variance(double persons, double once, double twice, double correction) {
    double squared = correction * correction;
    if (persons == 0) {
      return 0;
    }
    if (twice > 0) {
      double ratio = once / twice;
      return twice
          * ratio
          * ratio
          * (correction / 2 + squared * ratio + squared / 4 * ratio * ratio);
    }
    return correction * once * (once - 1) / 2
        + squared * once * (2 * once - 1) * (2 * once - 1) / 4
        - squared * once * once * once * once / (4 * persons);
  }
}
