package leakcensus.estimate.capture;

import leakcensus.estimate.Confidence;
import leakcensus.estimate.EstimateScope;
import leakcensus.estimate.PersonEstimate;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * The number of persons from an index that holds exactly one record for each of them.
 *
 * <pre>{@code
 * A  an index with one record a person, of which n_A were sampled at random
 * B  any sample of such persons, d_B different ones           m  persons in both samples
 *
 * m given d_B is hypergeometric:  E[m] = n_A d_B / N          N = sum n_A d_B / (sum m + 1)
 *
 * v         variance of the sum of m over its mean, where several couples share persons
 * interval: m / v successes in d_B / v trials, Clopper and Pearson; N >= persons of the sample
 * where the linkage leaves m open, both ends of it at half the permitted error
 * }</pre>
 *
 * <p>Units: persons in and out.
 *
 * <p>Errors: needs that A is complete and holds everybody once, and that its records were drawn at
 * random and apart from those of B; how B was drawn, and how often it names whom, plays no part. An
 * index that lacks persons whom B names makes N too high, persons with several records in A too
 * low. Without a match there is a lower end only. The interval is a little too wide where much of A
 * was sampled, since draws without replacement vary less.
 *
 * <p>Sources: the ratio of marked to seen of G. Petersen (1896) and F. Lincoln (1930), with the
 * correction of D. Chapman (1951), Univ. California Publ. Statist. 1, 131-160; C. Clopper and E.
 * Pearson (1934), Biometrika 26, 404-413; J. Rao and A. Scott (1992), Biometrics 48, 577-585
 * (effective numbers of clustered counts). Pages not checked.
 */
public final class FlatIndexEstimator {

  /** The name of the method. */
  public static final String METHOD = "flat_index";

  private static final String ASSUMPTIONS =
      "An index holds exactly one record for every person, as the configuration states, and its"
          + " records in the sample were drawn at random. How often other sources name whom plays"
          + " no part.";

  private static final String NEEDED =
      "Persons of an index whom another source names as well; without any there is no upper end.";

  private FlatIndexEstimator() {}

  /** The row of some matches. */
  public static PersonEstimate of(IndexMatches matches, double confidence) {
    Confidence.check(confidence);
    PersonEstimate.Builder row =
        PersonEstimate.builder(EstimateScope.DUMP, METHOD, confidence)
            .assumptions(ASSUMPTIONS)
            .diagnostic("compared_pairs", matches.comparedPairs())
            .diagnostic("matched_pairs", matches.matches())
            .diagnostic("dispersion_ratio", matches.dispersionRatio());
    double seen = matches.observedPersons();
    if (matches.persons() == 0) {
      return row.lowerPersons(seen).needed(NEEDED).build();
    }

    double tail = (1 - confidence) / (matches.isUncertain() ? 4 : 2);
    double lower = Math.max(seen, lowerPersons(matches, tail));
    if (matches.matches() == 0) {
      return row.lowerPersons(lower).needed(NEEDED).build();
    }
    double persons = Math.max(lower, matches.comparedPairs() / (matches.matches() + 1));
    row.persons(persons).lowerPersons(lower);
    if (matches.fewestMatches() > 0) {
      row.upperPersons(Math.max(persons, upperPersons(matches, tail)));
    }
    return row.build();
  }

  private static double lowerPersons(IndexMatches matches, double tail) {
    double successes = matches.mostMatches() / matches.dispersionRatio();
    double failures = matches.persons() / matches.dispersionRatio() - successes;
    double ratio =
        failures == 0
            ? 1
            : BetaDistribution.of(successes + 1, failures).inverseSurvivalProbability(tail);
    return matches.comparedPairs() / matches.persons() / ratio;
  }

  private static double upperPersons(IndexMatches matches, double tail) {
    double successes = matches.fewestMatches() / matches.dispersionRatio();
    double failures = matches.persons() / matches.dispersionRatio() - successes;
    double ratio = BetaDistribution.of(successes, failures + 1).inverseCumulativeProbability(tail);
    return matches.comparedPairs() / matches.persons() / ratio;
  }
}
