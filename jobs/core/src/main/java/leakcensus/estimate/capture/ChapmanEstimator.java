package leakcensus.estimate.capture;

import leakcensus.estimate.EstimateScope;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.UnseenInterval;

/**
 * Chapman's estimate of the number of persons from two lists.
 *
 * <pre>{@code
 * n1, n2  persons on the first, the second list      b = n1 - m
 * m       persons on both                            c = n2 - m      M = b + c + m
 *
 * N   = (n1 + 1) (n2 + 1) / (m + 1) - 1 = M + b c / (m + 1)
 * var = (n1 + 1) (n2 + 1) b c / ((m + 1)^2 (m + 2))
 *
 * interval: log-normal in N - M
 *
 * if the odds of being on the second list are w times as high for persons on the first:
 *         N = M + w b c / (m + 1)
 * }</pre>
 *
 * <p>Units: persons in, persons out.
 *
 * <p>Errors: right where the lists are independent and everybody has the same chance on at least
 * one of them. Persons who are on one list more easily if they are on the other make it too low,
 * those who avoid the other too high; the diagnostics say by how much at an odds ratio of a half
 * and of two. Missed links lower m and raise N. Without a person on both lists it has no upper end
 * that means anything, and the row says so. With b = 0 or c = 0 one list holds the other, and N =
 * M.
 *
 * <p>Sources: D. Chapman (1951), Univ. California Publ. Statist. 1, 131-160 (N); G. Seber (1982),
 * The Estimation of Animal Abundance, 2nd ed., 60 (var); A. Chao (1987), Biometrics 43, 783-791
 * (interval).
 */
final class ChapmanEstimator {

  private static final String ASSUMPTIONS =
      "Being on %s does not change the chance to be on %s. If the same persons tend to be on both"
          + " (customers of one also use the other), the number is too low; if persons on one tend"
          + " to be missing from the other, it is too high. All links between the two were found,"
          + " and nobody joined or left between them.";

  private static final String NEEDED =
      "Persons who are both on %s and on %s; without any, the two sources bound nothing.";

  private ChapmanEstimator() {}

  static PersonEstimate of(CaptureHistories histories, int first, int second, double confidence) {
    String firstName = histories.lists().get(first);
    String secondName = histories.lists().get(second);
    double both = histories.personsOnBoth(first, second);
    double onlyFirst = histories.personsOn(first) - both;
    double onlySecond = histories.personsOn(second) - both;
    double seen = onlyFirst + onlySecond + both;
    double unseen = onlyFirst * onlySecond / (both + 1);
    UnseenInterval interval =
        UnseenInterval.of(seen, unseen, variance(onlyFirst, onlySecond, both), confidence);

    PersonEstimate.Builder row =
        PersonEstimate.builder(
                EstimateScope.DUMP, method(histories, firstName, secondName), confidence)
            .persons(seen + unseen)
            .lowerPersons(Math.min(interval.lowerPersons(), seen + unseen))
            .upperPersons(Math.max(interval.upperPersons(), seen + unseen))
            .assumptions(ASSUMPTIONS.formatted(firstName, secondName))
            .diagnostic("first_list_persons", onlyFirst + both)
            .diagnostic("second_list_persons", onlySecond + both)
            .diagnostic("shared_persons", both)
            .diagnostic("standard_error_persons", Math.sqrt(variance(onlyFirst, onlySecond, both)))
            .diagnostic("odds_ratio_half_persons", seen + unseen / 2)
            .diagnostic("odds_ratio_two_persons", seen + unseen * 2);
    return both > 0 ? row.build() : row.needed(NEEDED.formatted(firstName, secondName)).build();
  }

  private static String method(CaptureHistories histories, String first, String second) {
    return histories.lists().size() == 2 ? "chapman" : "chapman_%s_%s".formatted(first, second);
  }

  private static double variance(double onlyFirst, double onlySecond, double both) {
    return (onlyFirst + both + 1)
        / (both + 1)
        * ((onlySecond + both + 1) / (both + 1))
        * onlyFirst
        * (onlySecond / (both + 2));
  }
}
