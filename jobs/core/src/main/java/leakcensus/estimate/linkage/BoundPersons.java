package leakcensus.estimate.linkage;

import java.util.Map;
import leakcensus.estimate.BinomialInterval;
import leakcensus.estimate.Confidence;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.estimate.LinkageBounds;
import leakcensus.estimate.PoissonInterval;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/**
 * Says between which numbers the persons of a sample lie, given how often links are false and how
 * often one is missed.
 *
 * <pre>{@code
 * n  records    S  persons as linked    J = n - S  joins    s  pairs of one person found
 * F  false links of the sample,  a C + h in the mean
 * M  joins that were missed,     (J - F) (1 - s) / s in the mean, their dispersion D / s
 * D  sum of squared joins per person / J
 *
 * fewest = S - upper end of M, 1 at least         most = S + upper end of F, n at most
 * best   = S - M + F, cut at both
 * }</pre>
 *
 * <p>The upper ends are quantiles of Poisson counts, whose means are the upper ends for the rates;
 * both share the permitted error.
 *
 * <p>Units: records and persons. Errors: of joins as many are missed as of pairs, as if all records
 * of a person were missed at once; if they are missed one by one others hold the person together,
 * and fewer are. A false link is worth a person.
 */
public final class BoundPersons {

  private static final String ASSUMPTIONS =
      "Both ends allow for as many links that were missed or false as planted copies and decoys"
          + " permit.";

  /** Above, the quantile and Garwood's end are the same to a thousandth of a deviation. */
  private static final double LARGE_MEAN = 1e6;

  private final FrequencyOfFrequencies frequencies;
  private final LinkageErrors errors;
  private final double joins;
  private final double confidence;

  private BoundPersons(
      FrequencyOfFrequencies frequencies, LinkageErrors errors, double confidence) {
    this.frequencies = frequencies;
    this.errors = errors;
    this.joins = (double) frequencies.records() - frequencies.observedPersons();
    this.confidence = 1 - (1 - confidence) / 2;
  }

  /** The persons of a sample. */
  public static LinkageBounds of(
      FrequencyOfFrequencies frequencies, LinkageErrors errors, double confidence) {
    Confidence.check(confidence);
    return new BoundPersons(frequencies, errors, confidence).bounds();
  }

  /** False links to be expected in a sample, no more than it has joins. */
  public static long falseLinks(FrequencyOfFrequencies frequencies, LinkageErrors errors) {
    BoundPersons bound = new BoundPersons(frequencies, errors, 0.5);
    return Math.round(Math.min(bound.joins, bound.falseLinks(errors.falseRatio())));
  }

  /** Joins that are expected to be missing in a sample, fewer than it has persons. */
  public static long missedJoins(FrequencyOfFrequencies frequencies, LinkageErrors errors) {
    BoundPersons bound = new BoundPersons(frequencies, errors, 0.5);
    double linked = bound.joins - falseLinks(frequencies, errors);
    return Math.round(
        Math.min(
            Math.max(0, frequencies.observedPersons() - 1), missed(linked, errors.foundRatio())));
  }

  private LinkageBounds bounds() {
    long linked = frequencies.observedPersons();
    if (linked == 0) {
      return new LinkageBounds(0, 0, 0, ASSUMPTIONS);
    }
    long fewest = Math.max(1, linked - (long) Math.ceil(mostMissed()));
    long most = (long) Math.min(frequencies.records(), linked + Math.ceil(mostFalse()));
    long best = linked - missedJoins(frequencies, errors) + falseLinks(frequencies, errors);
    return new LinkageBounds(fewest, Math.max(fewest, Math.min(most, best)), most, ASSUMPTIONS);
  }

  private double mostMissed() {
    double found =
        BinomialInterval.of(errors.plantedJoinedPairs(), errors.plantedPairs(), confidence)
            .lowerRatio();
    if (found == 1) {
      return 0;
    }
    double fewestFalse =
        PoissonInterval.of(falseLinks(falseInterval().lower()), confidence).lower();
    double dispersion = joinDispersionRatio() / found;
    double mean = missed(Math.max(0, joins - fewestFalse), found);
    return most(mean / dispersion) * dispersion;
  }

  private double mostFalse() {
    return most(falseLinks(falseInterval().upper()));
  }

  /** The most that a count of this mean comes to. */
  private double most(double mean) {
    if (mean == 0 || mean > LARGE_MEAN) {
      return mean == 0 ? 0 : PoissonInterval.of(mean, confidence).upper();
    }
    return PoissonDistribution.of(mean).inverseSurvivalProbability((1 - confidence) / 2);
  }

  private static double missed(double linkedJoins, double foundRatio) {
    return linkedJoins * (1 - foundRatio) / foundRatio;
  }

  private double falseLinks(double falseRatio) {
    double records = frequencies.records();
    return falseRatio * records * (records - 1) / 2 + errors.householdPairs();
  }

  /** Of false links per pair of strangers. */
  private PoissonInterval falseInterval() {
    PoissonInterval joined = PoissonInterval.of(errors.decoyJoinedPairs(), confidence);
    double pairs = errors.decoyPairs();
    return new PoissonInterval(
        joined.count() / pairs, joined.lower() / pairs, joined.upper() / pairs);
  }

  /** Variance of the number of joins over its mean, if persons enter independently. */
  private double joinDispersionRatio() {
    double squares = 0;
    for (Map.Entry<Long, Long> persons : frequencies.asMap().entrySet()) {
      double ofPerson = persons.getKey() - 1.0;
      squares += persons.getValue() * ofPerson * ofPerson;
    }
    return joins == 0 ? 1 : squares / joins;
  }
}
