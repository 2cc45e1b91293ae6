package leakcensus.estimate.frequency;

import leakcensus.estimate.Confidence;
import leakcensus.estimate.DumpSample;
import leakcensus.estimate.FrequencyEstimator;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.UnseenInterval;

/**
 * Chao's estimate in the form that stands without persons seen twice.
 *
 * <pre>{@code
 * N   = S + f1 (f1 - 1) / (2 (f2 + 1))
 * var = f1 (f1 - 1) / (2 (f2 + 1)) + f1 (2 f1 - 1)^2 / (4 (f2 + 1)^2)
 *     + f1^2 f2 (f1 - 1)^2 / (4 (f2 + 1)^4)
 * }</pre>
 *
 * <p>Units: records and persons in, persons out. Errors: as for {@link Chao1Estimator}; without the
 * factor (n - 1) / n that some packages carry.
 *
 * <p>Source: A. Chao (2005), Species estimation and applications, Encyclopedia of Statistical
 * Sciences 12, 7907-7916.
 */
public final class Chao1BiasCorrectedEstimator implements FrequencyEstimator {

  @Override
  public PersonEstimate estimate(DumpSample sample, double confidence) {
    Confidence.check(confidence);
    FrequencyOfFrequencies frequencies = sample.persons();
    double observed = frequencies.observedPersons();
    double once = frequencies.personsSeen(1);
    double more = frequencies.personsSeen(2) + 1.0;
    double unseen = once * (once - 1) / (2 * more);
    double ratio = once / more;
    double variance =
        unseen
            + once * (2 * once - 1) / more * ((2 * once - 1) / more) / 4
            + ratio * ratio * ((more - 1) / more * ((once - 1) / more) * (once - 1)) / 4;
    return IndependentDrawsRow.of(
            "chao1_bc",
            observed + unseen,
            UnseenInterval.of(observed, unseen, variance, confidence),
            confidence,
            IndependentDrawsRow.LOWER_BOUND)
        .diagnostic("standard_error_persons", Math.sqrt(variance))
        .build();
  }
}
