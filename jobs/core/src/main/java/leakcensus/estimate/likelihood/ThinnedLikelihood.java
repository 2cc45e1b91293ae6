package leakcensus.estimate.likelihood;

import leakcensus.estimate.DumpSample;

/**
 * How well a law of the records per person explains a random sample of a dump of known size; the
 * parameter is the logarithm of the mean.
 *
 * <pre>{@code
 * M = R / m  persons and those without a record     E_k = M p_k(q m)  persons to be seen k times
 * persons = M (1 - p_0(m))
 * }</pre>
 */
final class ThinnedLikelihood implements Likelihood {

  private final KeptFrequencies kept;
  private final double sampledRatio;

  ThinnedLikelihood(DumpSample sample) {
    this.kept = KeptFrequencies.mostPersons(sample.persons());
    this.sampledRatio = sample.sampledRatio();
  }

  boolean keepsAnyone() {
    return kept.persons() > 0;
  }

  @Override
  public double lowest(RecordLaw law) {
    return Math.log(law.smallestMeanRecords());
  }

  /** All persons kept must stand in the dump. */
  @Override
  public double highest(RecordLaw law) {
    return Math.max(
        lowest(law), Math.log(Math.min(law.largestMeanRecords(), dumpRecords() / kept.persons())));
  }

  @Override
  public double deviance(RecordLaw law, double logMean) {
    double mean = Math.exp(logMean);
    double all = dumpRecords() / mean;
    double sampledMean = sampledRatio * mean;
    return PoissonDeviance.of(
        kept.seen(),
        law.logRatios(sampledMean, kept.seen().length - 1),
        all,
        all * law.someRatio(sampledMean));
  }

  @Override
  public double persons(RecordLaw law, double logMean) {
    double mean = Math.exp(logMean);
    return dumpRecords() / mean * law.someRatio(mean) + kept.setAsidePersons();
  }

  @Override
  public double fewestPersons(RecordLaw law, double logMean, double limit) {
    return persons(law, logMean);
  }

  @Override
  public double mostPersons(RecordLaw law, double logMean, double limit) {
    return persons(law, logMean);
  }

  @Override
  public double[] expected(RecordLaw law, double logMean) {
    double mean = Math.exp(logMean);
    double[] expected = law.logRatios(sampledRatio * mean, kept.seen().length - 1);
    for (int k = 0; k < expected.length; k++) {
      expected[k] = dumpRecords() / mean * Math.exp(expected[k]);
    }
    return expected;
  }

  @Override
  public double[] seen() {
    return kept.seen();
  }

  private double dumpRecords() {
    return kept.records() / sampledRatio;
  }
}
