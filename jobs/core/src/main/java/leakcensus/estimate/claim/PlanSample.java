package leakcensus.estimate.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import leakcensus.estimate.PoissonTest;

/**
 * Says what a random sample of some size would tell of a claim, and how large one must be.
 *
 * <pre>{@code
 * X claimed persons   n records in all   s sources, n / s from each   R records of the dump
 *
 * independent-draws  expected = n (n - 1) / (2 X)                  random-records: - n (n - 1) / (2 R)
 * person-indexes     expected = s (s - 1) / 2 (n / s)^2 / X         two-indexes: (n / s)^2 / X
 *
 * m(c) = mean under which c or more have a chance of 5 %
 * the critical count is c for means from m(c - 1) to m(c), so that the power is least at m(c - 1):
 *   needed: compared pairs at m(c - 1), with the smallest c for which
 *   P(N >= c | mean of the truth there) >= wanted power
 *
 * false matches, known:    largest f with power(r) >= wanted power when expected and truth both grow by f
 * false matches, unknown:  f with P(N >= c | expected + f) = 10 %;   rates: f / compared pairs
 * }</pre>
 *
 * <p>Units: persons and records. Errors: powers hold for persons with equal numbers of records; the
 * first two designs contradict a claim only with a stated cap on unevenness, of which the powers
 * take 0. Missed links take away from the pairs: with a recall of p, draw 1 / sqrt(p) times as many
 * records.
 *
 * <p>Sources: the duality of the Poisson and the Gamma law; the pairs of the birthday problem.
 */
public final class PlanSample {

  private static final List<Double> TRUTHS = List.of(0.9, 0.8, 0.7, 0.6, 0.5);
  private static final double DOUBLED_LEVEL = 2 * RepeatLaw.LEVEL;
  private static final int STEPS = 100;

  private final double persons;
  private final int sources;
  private final OptionalDouble dumpRecords;
  private final double truthRatio;
  private final double power;

  /**
   * Plans for a claim.
   *
   * @param persons persons claimed
   * @param sources number of sources that can be drawn from
   * @param dumpRecords records of the dump, where they are known
   * @param truthRatio truth / claim that is to be told from the claim, inside (0, 1)
   * @param power wanted chance to do so, inside (0.05, 1)
   * @throws IllegalArgumentException if one is out of its bounds
   */
  public PlanSample(
      double persons, int sources, OptionalDouble dumpRecords, double truthRatio, double power) {
    if (!(persons >= 2 && persons <= 1e15)) {
      throw new IllegalArgumentException(
          "Invalid claim: %s persons (must be 2 to 1e15)".formatted(persons));
    }
    if (!(sources >= 1 && sources <= 1000)) {
      throw new IllegalArgumentException(
          "Invalid sources: %d (must be 1 to 1000)".formatted(sources));
    }
    if (dumpRecords.isPresent() && !(dumpRecords.getAsDouble() > persons)) {
      throw new IllegalArgumentException(
          "Invalid dump records: %.0f (must be more than the persons: with one record a person nobody repeats)"
              .formatted(dumpRecords.getAsDouble()));
    }
    if (!(truthRatio > 0 && truthRatio <= 0.999)) {
      throw new IllegalArgumentException(
          "Invalid ratio: %s (must be above 0 and at most 0.999)".formatted(truthRatio));
    }
    if (!(power > RepeatLaw.LEVEL && power <= 0.9999)) {
      throw new IllegalArgumentException(
          "Invalid power: %s (must be above 0.05 and at most 0.9999)".formatted(power));
    }
    this.persons = persons;
    this.sources = sources;
    this.dumpRecords = dumpRecords;
    this.truthRatio = truthRatio;
    this.power = power;
  }

  /** The plans that are possible; those with one record a person are left alone if asked for. */
  public List<SamplePlan> plans(double records, Rows rows) {
    if (!(records >= 2 * sources && records <= 1e12)) {
      throw new IllegalArgumentException(
          "Invalid records: %.0f (must be 2 for each source to 1e12)".formatted(records));
    }
    List<SamplePlan> plans = new ArrayList<>();
    if (rows == Rows.ANY) {
      plans.add(
          plan(
              dumpRecords.isPresent()
                  ? PlannedDesign.RANDOM_RECORDS
                  : PlannedDesign.INDEPENDENT_DRAWS,
              1,
              records));
    } else if (sources == 1) {
      throw new IllegalArgumentException(
          "Invalid sources: 1 (inside one index nobody stands twice, so two are needed)");
    }
    if (sources > 1) {
      plans.add(plan(PlannedDesign.PERSON_INDEXES, sources, Math.floor(records / sources)));
    }
    if (sources > 2) {
      plans.add(plan(PlannedDesign.TWO_INDEXES, 2, Math.floor(records / sources)));
    }
    return plans;
  }

  private SamplePlan plan(PlannedDesign design, int drawnSources, double perSource) {
    RepeatLaw law = law(design, compared(design, drawnSources, perSource));
    RepeatPower test = new RepeatPower(law, persons, 0);
    SortedMap<Double, Double> powers = new TreeMap<>();
    TRUTHS.forEach(truth -> powers.put(truth, test.ratio(truth)));
    powers.put(truthRatio, test.ratio(truthRatio));
    return new SamplePlan(
        design,
        drawnSources,
        perSource,
        law.comparedPairs(),
        law.expectedPairs(persons, 0),
        powers,
        test.smallestFewerRatio(power),
        neededPerSource(design, drawnSources),
        knownFalsePairs(law),
        unknownFalsePairs(law) / law.comparedPairs());
  }

  private static double compared(PlannedDesign design, int drawnSources, double perSource) {
    return design.isIndexed()
        ? drawnSources * (drawnSources - 1) / 2.0 * perSource * perSource
        : perSource * (perSource - 1) / 2;
  }

  private RepeatLaw law(PlannedDesign design, double compared) {
    double flat = design == PlannedDesign.RANDOM_RECORDS ? compared / dumpRecords.getAsDouble() : 0;
    return new RepeatLaw(compared, flat, 0, 1);
  }

  private double neededPerSource(PlannedDesign design, int drawnSources) {
    long tooFew = 1;
    long enough = 2;
    while (worstPower(design, enough) < power) {
      tooFew = enough;
      enough *= 2;
    }
    while (enough - tooFew > 1) {
      long middle = tooFew + (enough - tooFew) / 2;
      if (worstPower(design, middle) >= power) {
        enough = middle;
      } else {
        tooFew = middle;
      }
    }
    double compared = comparedAt(design, enough);
    return Math.ceil(
        design.isIndexed()
            ? Math.sqrt(2 * compared / (drawnSources * (drawnSources - 1.0)))
            : 0.5 + Math.sqrt(0.25 + 2 * compared));
  }

  /** Least power of the samples whose critical count is this one. */
  private double worstPower(PlannedDesign design, long criticalCount) {
    RepeatLaw law = law(design, comparedAt(design, criticalCount));
    return PoissonTest.atLeast(criticalCount, law.expectedPairs(persons * truthRatio, 0));
  }

  /** Compared pairs above which this count is the critical one. */
  private double comparedAt(PlannedDesign design, long criticalCount) {
    double mean = PoissonTest.meanOfAtLeast(criticalCount - 1, RepeatLaw.LEVEL);
    return mean / (law(design, 1).expectedPairs(persons, 0));
  }

  private OptionalDouble knownFalsePairs(RepeatLaw law) {
    if (powerWith(law, 0) < power) {
      return OptionalDouble.empty();
    }
    double borne = 0;
    double tooMany = law.comparedPairs();
    for (int step = 0; step < STEPS; step++) {
      double middle = (borne + tooMany) / 2;
      if (powerWith(law, middle) >= power) {
        borne = middle;
      } else {
        tooMany = middle;
      }
    }
    return OptionalDouble.of(borne / law.comparedPairs());
  }

  private double powerWith(RepeatLaw law, double falsePairs) {
    RepeatLaw noisy = new RepeatLaw(law.comparedPairs(), law.flatPairs(), falsePairs, 1);
    return new RepeatPower(noisy, persons, 0).ratio(truthRatio);
  }

  private double unknownFalsePairs(RepeatLaw law) {
    double expected = law.expectedPairs(persons, 0);
    double critical = PoissonTest.criticalCount(expected, RepeatLaw.LEVEL);
    return PoissonTest.meanOfAtLeast(critical, DOUBLED_LEVEL) - expected;
  }

  /** How many records a person has in a source. */
  public enum Rows {
    /** Any number. */
    ANY,
    /** Exactly one. */
    ONE_A_PERSON
  }
}
