package leakcensus.estimate.finite;

import java.util.Arrays;
import java.util.Map;
import leakcensus.estimate.DumpSample;

/**
 * How well a law of the records per person explains how often persons were seen.
 *
 * <pre>{@code
 * M = R / m  persons and those without a record     E_k = M p_k(q m)  persons to be seen k times
 *
 * deviance = 2 sum over k >= 1 of (f_k ln(f_k / E_k) - f_k + E_k)
 * persons  = M (1 - p_0(m))
 * }</pre>
 *
 * <p>Persons who are seen very often are set aside with their records and added at the end: a law
 * that fits the many need not fit the few.
 */
final class ThinnedLikelihood {

  private static final int LEAST_KEPT_TIMES = 12;
  private static final int MOST_KEPT_TIMES = 200;

  /** Of the persons, above the least kept times. */
  private static final double SET_ASIDE_RATIO = 0.001;

  private final double[] seen;
  private final double records;
  private final double setAside;
  private final double sampledRatio;

  ThinnedLikelihood(DumpSample sample) {
    this.sampledRatio = sample.sampledRatio();
    int kept = keptTimes(sample);
    this.seen = new double[kept + 1];
    double aside = 0;
    double total = 0;
    for (Map.Entry<Long, Long> frequency : sample.persons().asMap().entrySet()) {
      double persons = frequency.getValue();
      if (frequency.getKey() <= kept) {
        seen[frequency.getKey().intValue()] = persons;
        total += persons * frequency.getKey();
      } else {
        aside += persons;
      }
    }
    this.records = total;
    this.setAside = aside;
  }

  private static int keptTimes(DumpSample sample) {
    double left = sample.persons().observedPersons();
    double allowed = SET_ASIDE_RATIO * left;
    for (Map.Entry<Long, Long> frequency : sample.persons().asMap().entrySet()) {
      left -= frequency.getValue();
      if (frequency.getKey() >= MOST_KEPT_TIMES) {
        return MOST_KEPT_TIMES;
      }
      if (left <= allowed) {
        return (int) Math.max(LEAST_KEPT_TIMES, frequency.getKey());
      }
    }
    return LEAST_KEPT_TIMES;
  }

  /** Records of the dump that are not set aside. */
  double dumpRecords() {
    return records / sampledRatio;
  }

  /** The largest mean at which the persons kept could all stand in the dump. */
  double mostMeanRecords() {
    return dumpRecords() / Arrays.stream(seen).sum();
  }

  /** Twice the logarithm of the likelihood below that of a perfect fit; at least 0. */
  double deviance(RecordLaw law, double meanRecords) {
    double all = dumpRecords() / meanRecords;
    double sampledMean = sampledRatio * meanRecords;
    double[] logs = law.logRatios(sampledMean, seen.length - 1);
    double deviance = 0;
    double expectedKept = 0;
    for (int k = 1; k < seen.length; k++) {
      double expected = all * Math.exp(logs[k]);
      expectedKept += expected;
      if (seen[k] > 0) {
        deviance +=
            2 * (seen[k] * (Math.log(seen[k]) - Math.log(all) - logs[k]) - seen[k] + expected);
      } else {
        deviance += 2 * expected;
      }
    }
    return deviance + 2 * Math.max(0, all * law.someRatio(sampledMean) - expectedKept);
  }

  /** Persons of the dump, those set aside included. */
  double persons(RecordLaw law, double meanRecords) {
    return dumpRecords() / meanRecords * law.someRatio(meanRecords) + setAside;
  }

  /** Persons seen 0, 1, ... times, to be expected; those set aside are not in it. */
  double[] expected(RecordLaw law, double meanRecords) {
    double[] logs = law.logRatios(sampledRatio * meanRecords, seen.length - 1);
    double[] expected = new double[logs.length];
    for (int k = 0; k < logs.length; k++) {
      expected[k] = dumpRecords() / meanRecords * Math.exp(logs[k]);
    }
    return expected;
  }

  /** Persons seen 1, 2, ... times, at their number of times; those set aside are not in it. */
  double[] seen() {
    return seen.clone();
  }
}
