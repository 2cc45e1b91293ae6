package leakcensus.estimate.capture;

import java.util.OptionalDouble;
import leakcensus.estimate.EstimateScope;
import leakcensus.estimate.PersonEstimate;

/**
 * Persons from lists that are independent of each other, each with its own reach: model Mt, the
 * log-linear model without interactions.
 *
 * <pre>{@code
 * log E(persons with history h) = b0 + sum over the lists j of h: b_j
 *
 * N    = M + exp(b0)
 * se^2 = exp(b0) + exp(2 b0) var(b0)
 *
 * interval: profile of the multinomial likelihood
 *
 * if every two lists had the odds ratio w: the same with (pairs of lists in h) ln w added
 * }</pre>
 *
 * <p>Units: persons in, persons out.
 *
 * <p>Errors: positive dependence between lists, and persons who differ in how easily they get onto
 * any list, make it too low; negative dependence makes it too high. The interval knows nothing of
 * that; the diagnostics show what an odds ratio of a half and of two between every two lists would
 * do.
 *
 * <p>Sources: S. Fienberg (1972), Biometrika 59, 591-603; R. Cormack (1992), Biometrics 48, 567-576
 * (interval); Rcapture's closedp.t and closedpCI.t (test).
 */
final class MtEstimator {

  private static final String ASSUMPTIONS =
      "Being in one source does not change the chance to be in another, and all persons have the"
          + " same chance in a source. If the sources tend to hold the same persons, the number is"
          + " too low; if they avoid each other, too high.";

  private static final String NEEDED = "Persons who are in more than one source.";

  private MtEstimator() {}

  static PersonEstimate of(CaptureHistories histories, double confidence) {
    LogLinearModel model = LogLinearModel.independence(histories.lists().size());
    double[] counts = histories.counts();
    double seen = histories.observedPersons();
    LogLinearFit fit = model.fit(counts);
    PersonEstimate.Builder row =
        PersonEstimate.builder(EstimateScope.DUMP, "mt", confidence)
            .assumptions(ASSUMPTIONS)
            .diagnostic("seen_persons", seen);
    if (!fit.interceptFinite()) {
      return row.lowerPersons(seen).needed(NEEDED).build();
    }
    withOddsRatio(histories, 0.5)
        .ifPresent(persons -> row.diagnostic("odds_ratio_half_persons", persons));
    withOddsRatio(histories, 2)
        .ifPresent(persons -> row.diagnostic("odds_ratio_two_persons", persons));
    return ProfiledRow.of(row, seen, fit, model.profile(counts, fit, confidence));
  }

  private static OptionalDouble withOddsRatio(CaptureHistories histories, double oddsRatio) {
    int lists = histories.lists().size();
    double[] offset = new double[histories.cells() - 1];
    for (int history = 1; history <= offset.length; history++) {
      int held = Integer.bitCount(history);
      offset[history - 1] = Math.log(oddsRatio) * held * (held - 1) / 2;
    }
    double[][] design = LogLinearModel.independence(lists).design().seen();
    LogLinearFit fit = new FitLogLinear(design, offset).fit(histories.counts());
    return fit.interceptFinite()
        ? OptionalDouble.of(histories.observedPersons() + fit.unseenPersons())
        : OptionalDouble.empty();
  }
}
