package leakcensus.estimate.likelihood;

/**
 * How well a law of the times seen explains independent draws from persons of unknown number; the
 * parameter is the logarithm of the mean.
 *
 * <pre>{@code
 * E_k = P p_k(m)  persons to be seen k times           best P for m:  S / (1 - p_0(m))
 * any P:  deviance(m) + 2 (S ln(S / x) - S + x),  x = P (1 - p_0(m))
 * }</pre>
 */
final class TruncatedLikelihood implements Likelihood {

  private static final double LEAST_LOG_MEAN = Math.log(1e-12);
  private static final int STEPS = 60;

  private final KeptFrequencies kept;
  private final double highestLogMean;

  TruncatedLikelihood(KeptFrequencies kept) {
    this.kept = kept;
    this.highestLogMean = Math.log(2 * kept.records() / kept.persons());
  }

  @Override
  public double lowest(RecordLaw law) {
    return LEAST_LOG_MEAN;
  }

  @Override
  public double highest(RecordLaw law) {
    return highestLogMean;
  }

  @Override
  public double deviance(RecordLaw law, double logMean) {
    double mean = Math.exp(logMean);
    return PoissonDeviance.of(
        kept.seen(),
        law.logRatios(mean, kept.seen().length - 1),
        kept.persons() / law.someRatio(mean),
        kept.persons());
  }

  @Override
  public double persons(RecordLaw law, double logMean) {
    return kept.persons() / law.someRatio(Math.exp(logMean)) + kept.setAsidePersons();
  }

  @Override
  public double fewestPersons(RecordLaw law, double logMean, double limit) {
    return extreme(law, logMean, limit, -1);
  }

  @Override
  public double mostPersons(RecordLaw law, double logMean, double limit) {
    return extreme(law, logMean, limit, 1);
  }

  @Override
  public double[] expected(RecordLaw law, double logMean) {
    double mean = Math.exp(logMean);
    double persons = kept.persons() / law.someRatio(mean);
    double[] expected = law.logRatios(mean, kept.seen().length - 1);
    for (int k = 0; k < expected.length; k++) {
      expected[k] = persons * Math.exp(expected[k]);
    }
    return expected;
  }

  @Override
  public double[] seen() {
    return kept.seen();
  }

  private double extreme(RecordLaw law, double logMean, double limit, int side) {
    double slack = Math.max(0, limit - deviance(law, logMean)) / 2;
    return kept.persons() * factor(slack / kept.persons(), side) / law.someRatio(Math.exp(logMean))
        + kept.setAsidePersons();
  }

  /** The x on one side of 1 with x - 1 - ln x equal to the slack, by bisection of its logarithm. */
  private static double factor(double slack, int side) {
    double near = 0;
    double far = side * (slack + Math.sqrt(2 * slack) + 1);
    for (int step = 0; step < STEPS; step++) {
      double middle = (near + far) / 2;
      if (Math.expm1(middle) - middle < slack) {
        near = middle;
      } else {
        far = middle;
      }
    }
    return Math.exp(near);
  }
}
