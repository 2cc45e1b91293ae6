package leakcensus.estimate.program;

import java.util.List;
import java.util.OptionalDouble;
import leakcensus.estimate.Confidence;
import leakcensus.estimate.DumpSample;
import leakcensus.estimate.EstimateScope;
import leakcensus.estimate.FrequencyEstimator;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.PoissonInterval;

/**
 * All numbers of persons that a random sample of a dump of known size permits, whatever the law of
 * the records per person.
 *
 * <pre>{@code
 * N_j >= 0  persons with j records in the dump, j <= r_max        sum of j N_j = R
 * G groups of numbers of times k = 2, 3, ..., each with persons c_g
 *
 * lower, upper = min, max of  sum of N_j
 * with  L_g <= sum over j of N_j P(k in g | j) <= U_g,   k | j ~ Binomial(j, n / R)
 *
 * [L_g, U_g]  Garwood's interval of c_g at confidence 1 - (1 - confidence) / G
 * r_max = max(1000, (k_max + 6 sqrt(k_max) + 10) R / n): who has more is seen more than k_max times
 * }</pre>
 *
 * <p>Units: persons and records in, persons out. No point estimate: any number inside is possible.
 * The diagnostic {@code geometric_mean_persons} is the middle of the set as a ratio.
 *
 * <p>Errors: the counts of a fixed population vary less than Poisson's, so the interval covers more
 * often than stated. Not identifiable without R, and where no dump of R records would be seen so.
 *
 * <p>Sources: B. Efron, R. Thisted (1976), Biometrika 63, 435-447 (linear programs over the
 * unseen); F. Garwood (1936), Biometrika 28, 437-442.
 */
public final class IdentifiedSet implements FrequencyEstimator {

  /** The name of the method. */
  public static final String METHOD = "lp_set";

  /** What is needed where no dump would be seen like the sample. */
  static final String IMPOSSIBLE =
      "Another size of the dump or another way of drawing: no dump of so many records, drawn at"
          + " random, would be seen like this sample.";

  private static final double LEAST_MOST_RECORDS = 1000;
  private static final double DEVIATIONS = 6;
  private static final double SLACK_TIMES = 10;

  @Override
  public PersonEstimate estimate(DumpSample sample, double confidence) {
    Confidence.check(confidence);
    if (sample.dumpRecords().isEmpty()) {
      return PersonEstimate.refused(
          METHOD,
          sample.persons().observedPersons(),
          "The number of records of the dump.",
          confidence);
    }
    if (sample.persons().records() == 0) {
      return PersonEstimate.refused(
          METHOD, sample.persons().observedPersons(), "Records: the sample is empty.", confidence);
    }

    double dumpRecords = sample.dumpRecords().getAsLong();
    PersonsProgram program = program(sample, dumpRecords, confidence);
    OptionalDouble fewest = program.fewest();
    OptionalDouble most = program.most();
    if (fewest.isEmpty() || most.isEmpty()) {
      return PersonEstimate.refused(
          METHOD, sample.persons().observedPersons(), IMPOSSIBLE, confidence);
    }
    return row(METHOD, sample, fewest.getAsDouble(), most.getAsDouble(), confidence).build();
  }

  /** The row of a set whose ends are persons over records. */
  static PersonEstimate.Builder row(
      String method, DumpSample sample, double fewest, double most, double confidence) {
    double seen = sample.persons().observedPersons();
    double dumpRecords = sample.dumpRecords().orElseThrow();
    double lower = Math.min(dumpRecords, Math.max(seen, fewest * dumpRecords));
    double unseenRecords = dumpRecords - sample.persons().records();
    double upper = Math.max(lower, Math.min(seen + unseenRecords, most * dumpRecords));
    return PersonEstimate.builder(EstimateScope.DUMP, method, confidence)
        .lowerPersons(lower)
        .upperPersons(upper)
        .assumptions(
            "Every record of the dump had the same chance to be in the sample, and the dump has the"
                + " stated number of records. Nothing is assumed of how the records are spread over"
                + " persons.")
        .diagnostic("geometric_mean_persons", Math.sqrt(lower * upper))
        .diagnostic("sampled_ratio", sample.sampledRatio());
  }

  private static PersonsProgram program(DumpSample sample, double dumpRecords, double confidence) {
    List<ThinnedGroups.Group> groups = ThinnedGroups.of(sample.persons());
    double[] low = new double[groups.size()];
    double[] high = new double[groups.size()];
    double[] scales = new double[groups.size()];
    for (int at = 0; at < groups.size(); at++) {
      PoissonInterval interval =
          PoissonInterval.of(groups.get(at).persons(), 1 - (1 - confidence) / groups.size());
      scales[at] = Math.max(1, interval.upper());
      low[at] = interval.lower() / scales[at];
      high[at] = interval.upper() / scales[at];
    }
    Thinning thinning = new Thinning(sample.sampledRatio());
    return new PersonsProgram(
        new RecordColumns(groups, scales, thinning, dumpRecords, mostRecords(sample)), low, high);
  }

  /** Most records of one person: who has more would have been seen more often than anybody was. */
  static double mostRecords(DumpSample sample) {
    FrequencyOfFrequencies persons = sample.persons();
    double times = persons.mostRecords();
    double seenMore = (times + DEVIATIONS * Math.sqrt(times) + SLACK_TIMES) / sample.sampledRatio();
    double othersRecords = persons.observedPersons() - 1.0;
    return Math.min(
        Math.max(LEAST_MOST_RECORDS, seenMore), sample.dumpRecords().orElseThrow() - othersRecords);
  }
}
