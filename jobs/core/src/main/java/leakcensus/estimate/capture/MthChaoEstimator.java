package leakcensus.estimate.capture;

import leakcensus.estimate.EstimateScope;
import leakcensus.estimate.PersonEstimate;

/**
 * A lower bound for the persons behind three or more lists if persons differ in how easily they get
 * onto any of them: model Mth with Chao's bound.
 *
 * <pre>{@code
 * k = number of lists in history h
 *
 * log E(persons with history h) = b0 + sum over the lists j of h: b_j
 *                                    + sum over i = 3..t: e_i max(0, k - i + 1),  e_i >= 0
 *
 * N    = M + exp(b0)
 * se^2 = exp(b0) + exp(2 b0) var(b0)
 *
 * a negative e_i is dropped, the first one first, and the model fitted again
 * interval: profile of the multinomial likelihood, with the same rule at each N
 * }</pre>
 *
 * <p>Units: persons in, persons out.
 *
 * <p>Errors: it uses the persons on one and two lists only for what is unseen. Where persons differ
 * in one latent ease of getting onto lists, N is a lower bound. Lists that avoid each other can
 * make it too high, dependence between two particular lists is not modelled. Few persons on two
 * lists leave it wide.
 *
 * <p>Sources: A. Chao (1987), Biometrics 43, 783-791; L.-P. Rivest and S. Baillargeon (2007),
 * Biometrics 63, 999-1006; L.-P. Rivest (2011), Int. J. Biostat. 7(1), 23; Rcapture's closedp.t
 * (rule for negative e_i; test).
 */
final class MthChaoEstimator {

  private static final String ASSUMPTIONS =
      "A lower bound if some persons get into any source more easily than others; it does not allow"
          + " for two particular sources that copy from each other (then it is too low) or avoid"
          + " each other (then it can be too high).";

  private static final String NEEDED =
      "Persons who are in exactly one and persons who are in exactly two sources.";

  private MthChaoEstimator() {}

  static PersonEstimate of(CaptureHistories histories, double confidence) {
    MthChaoModel model = new MthChaoModel(histories.lists().size());
    double[] counts = histories.counts();
    double seen = histories.observedPersons();
    LogLinearFit fit = model.fit(counts);
    PersonEstimate.Builder row =
        PersonEstimate.builder(EstimateScope.DUMP, "mth_chao", confidence)
            .assumptions(ASSUMPTIONS)
            .diagnostic("seen_persons", seen);
    return fit.interceptFinite()
        ? ProfiledRow.of(row, seen, fit, model.profile(counts, fit, confidence))
        : row.lowerPersons(seen).needed(NEEDED).build();
  }
}
