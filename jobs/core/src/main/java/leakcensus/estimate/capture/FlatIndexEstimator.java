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
 * B  any records of such persons, n_B of them           m  pairs of a record of A and one of B
 *
 * E[m] = n_A n_B / N, however often B names whom             N = sum n_A n_B / (sum m + sqrt(v))
 *
 * v         variance of m over its mean
 * interval: m / v successes in n_B / v trials, Clopper and Pearson; N >= persons of the sample
 * where the linkage leaves m open, both ends of it at half the permitted error
 * }</pre>
 *
 * <p>Units: records and pairs in, persons out.
 *
 * <p>Errors: needs that A is complete and holds everybody once, and that its records were drawn at
 * random and apart from those of B; those of B may be any. An index that lacks persons whom B names
 * makes N too high, persons with several records in A too low. sqrt(v) lies between 1, which makes
 * N too high where matches come together, and v, too low where a few persons have most. Without a
 * match there is a lower end only.
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
    if (matches.records() == 0) {
      return row.lowerPersons(seen).needed(NEEDED).build();
    }

    double tail = (1 - confidence) / (matches.isUncertain() ? 4 : 2);
    double lower = Math.max(seen, lowerPersons(matches, tail));
    if (matches.matches() == 0) {
      return row.lowerPersons(lower).needed(NEEDED).build();
    }
    double persons =
        Math.max(
            lower,
            matches.comparedPairs() / (matches.matches() + Math.sqrt(matches.dispersionRatio())));
    row.persons(persons).lowerPersons(lower);
    if (matches.fewestMatches() > 0) {
      row.upperPersons(Math.max(persons, upperPersons(matches, tail)));
    }
    return row.build();
  }

  private static double lowerPersons(IndexMatches matches, double tail) {
    double successes = matches.mostMatches() / matches.dispersionRatio();
    double failures = matches.records() / matches.dispersionRatio() - successes;
    double ratio =
        failures == 0
            ? 1
            : BetaDistribution.of(successes + 1, failures).inverseSurvivalProbability(tail);
    return matches.comparedPairs() / matches.records() / ratio;
  }

  private static double upperPersons(IndexMatches matches, double tail) {
    double successes = matches.fewestMatches() / matches.dispersionRatio();
    double failures = matches.records() / matches.dispersionRatio() - successes;
    double ratio = BetaDistribution.of(successes, failures + 1).inverseCumulativeProbability(tail);
    return matches.comparedPairs() / matches.records() / ratio;
  }
}
