package leakcensus.estimate.frequency;

import leakcensus.estimate.Confidence;
import leakcensus.estimate.DumpSample;
import leakcensus.estimate.FrequencyEstimator;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.UnseenInterval;
import org.hipparchus.analysis.differentiation.Gradient;

/**
 * Chao's estimate raised by what the persons seen three and four times tell.
 *
 * <pre>{@code
 * N = chao1 + f3 / (4 f4) max(f1 - f2 f3 / (2 f4), 0)      with 1 for f4 where it is 0
 * var by the delta method over f1 to f4
 * }</pre>
 *
 * <p>Units: records and persons in, persons out. Errors: as for {@link Chao1Estimator}.
 *
 * <p>Source: C.-H. Chiu, Y.-T. Wang, B. Walther, A. Chao (2014), Biometrics 70, 671-682.
 */
public final class IChao1Estimator implements FrequencyEstimator {

  private static final int TERMS = 4;

  @Override
  public PersonEstimate estimate(DumpSample sample, double confidence) {
    Confidence.check(confidence);
    FrequencyOfFrequencies frequencies = sample.persons();
    double observed = frequencies.observedPersons();
    Gradient unseen = unseen(frequencies);
    double persons = observed + unseen.getValue();
    double variance =
        observed == 0
            ? 0
            : MultinomialVariance.of(
                frequencies,
                persons,
                times -> 1 + (times <= TERMS ? unseen.getPartialDerivative((int) times - 1) : 0));
    return IndependentDrawsRow.of(
            "ichao1",
            persons,
            UnseenInterval.of(observed, unseen.getValue(), variance, confidence),
            confidence,
            IndependentDrawsRow.LOWER_BOUND)
        .diagnostic("standard_error_persons", Math.sqrt(variance))
        .build();
  }

  private static Gradient unseen(FrequencyOfFrequencies frequencies) {
    Gradient once = variable(frequencies, 1);
    Gradient twice = variable(frequencies, 2);
    Gradient thrice = variable(frequencies, 3);
    Gradient four = variable(frequencies, TERMS);
    four = four.getValue() == 0 ? four.add(1) : four;
    double records = frequencies.records();
    double correction = records == 0 ? 0 : (records - 1) / records;
    Gradient chao =
        twice.getValue() > 0
            ? once.multiply(once).divide(twice).multiply(correction / 2)
            : once.multiply(once.subtract(1)).multiply(correction / 2);
    Gradient excess = once.subtract(twice.multiply(thrice).divide(four).divide(2));
    return excess.getValue() > 0 ? chao.add(thrice.divide(four).divide(4).multiply(excess)) : chao;
  }

  private static Gradient variable(FrequencyOfFrequencies frequencies, int times) {
    return Gradient.variable(TERMS, times - 1, frequencies.personsSeen(times));
  }
}
