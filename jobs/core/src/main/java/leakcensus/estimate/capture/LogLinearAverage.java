package leakcensus.estimate.capture;

import java.util.List;
import java.util.function.ToDoubleFunction;
import leakcensus.estimate.EstimateScope;
import leakcensus.estimate.PersonEstimate;

/**
 * Persons from three or more lists that may depend on each other: the average of log-linear models,
 * weighted by how well they describe the overlaps.
 *
 * <pre>{@code
 * model m: log E(persons with history h) = b0 + sum over the sets s of m inside h: b_s
 * BIC_m = p_m ln M - 2 l_m,  p_m parameters, l_m Poisson log-likelihood, M persons seen
 *
 * AIC_m = 2 p_m - 2 l_m,  W = 2 ln 20
 *
 * N        = sum w_m N_m / sum w_m,  w_m = exp(-(BIC_m - min BIC) / 2),
 *            over the models with BIC_m - min BIC <= W;  N_m largest multinomial likelihood
 * interval = from the lowest to the highest end of the profile intervals of these models and of
 *            the models of pairs with AIC_m - min AIC <= 10
 *
 * an interaction of all lists, which no table shows, multiplies the unseen by w:
 *         N = M + w (N - M)
 * }</pre>
 *
 * <p>Units: persons in, persons out.
 *
 * <p>Errors: allows for dependence between lists, but never for the interaction of all of them,
 * which no data show; persons who are on no list because they never could be stay uncounted.
 * Persons who differ in how easily they get onto any list appear as positive dependence and are
 * corrected in part. A model whose number of persons has no finite maximum (an empty overlap) is
 * left out, and counted in the diagnostics. The interval is wide on purpose: models that describe
 * the overlaps equally well can differ many-fold. BIC alone prefers too simple a model where all
 * pairs depend on each other a little: its window then covered the truth in as few as 17 % of
 * simulated tables, both windows together in 91 % or more.
 *
 * <p>Sources: S. Fienberg (1972), Biometrika 59, 591-603 (models); G. Schwarz (1978), Ann. Statist.
 * 6, 461-464 (BIC); H. Akaike (1974), IEEE Trans. Automat. Contr. 19, 716-723 (AIC); D. Madigan and
 * A. Raftery (1994), J. Amer. Statist. Assoc. 89, 1535-1546 (window); K. Burnham and D. Anderson
 * (2002), Model Selection and Multimodel Inference, 2nd ed., 70 (10); A. Raftery (1995), Sociol.
 * Methodol. 25, 111-163 (weights).
 */
final class LogLinearAverage {

  static final String METHOD = "loglinear_bic";

  /** Occam's window of Madigan and Raftery: a twentieth of the weight of the best model. */
  private static final double AVERAGED = 2 * Math.log(20);

  /** Burnham and Anderson: beyond it a model has essentially no support. */
  private static final double PLAUSIBLE = 10;

  private static final String ASSUMPTIONS =
      "Sources may depend on each other in pairs or small groups, as far as their overlaps show it;"
          + " dependence that takes all sources at once cannot be seen, and if they all tend to"
          + " hold the same persons, the number is too low. Persons whom no source could ever hold"
          + " are not counted. The interval spans all models that describe the overlaps about as"
          + " well as the best.";

  private static final String UNCONNECTED =
      "Persons whom the sources share: at least one source shares none with the others.";

  private static final String NO_MODEL =
      "Persons in more combinations of sources: no model has a finite number of persons.";

  private LogLinearAverage() {}

  static PersonEstimate of(CaptureHistories histories, double confidence) {
    double seen = histories.observedPersons();
    PersonEstimate.Builder row =
        PersonEstimate.builder(EstimateScope.DUMP, METHOD, confidence)
            .assumptions(ASSUMPTIONS)
            .diagnostic("seen_persons", seen);
    if (!histories.connected()) {
      return row.lowerPersons(seen).needed(UNCONNECTED).build();
    }
    List<FittedModel> fitted = SearchModels.of(histories);
    List<FittedModel> finite =
        fitted.stream().filter(model -> model.fit().interceptFinite()).toList();
    row.diagnostic("fitted_models", fitted.size())
        .diagnostic("left_out_models", fitted.size() - finite.size());
    return finite.isEmpty()
        ? row.lowerPersons(seen).needed(NO_MODEL).build()
        : average(row, finite, histories, confidence);
  }

  private static PersonEstimate average(
      PersonEstimate.Builder row,
      List<FittedModel> models,
      CaptureHistories histories,
      double confidence) {
    double seen = histories.observedPersons();
    UnionInterval union = new UnionInterval(histories.counts(), confidence);
    FittedModel best = models.get(0);
    double weights = 0;
    double weighted = 0;
    for (FittedModel model : within(models, FittedModel::schwarz, AVERAGED)) {
      double weight = Math.exp((best.schwarz() - model.schwarz()) / 2);
      weights += weight;
      weighted += weight * union.add(model).persons();
    }
    List<FittedModel> plausible =
        within(models, model -> model.fit().akaike(), PLAUSIBLE).stream()
            .filter(model -> model.model().ofPairs())
            .toList();
    union.addAll(plausible);

    double persons = weighted / weights;
    return row.persons(persons)
        .lowerPersons(Math.min(union.lowerPersons(), persons))
        .upperPersons(Math.max(union.upperPersons(), persons))
        .diagnostic("averaged_models", within(models, FittedModel::schwarz, AVERAGED).size())
        .diagnostic("plausible_pair_models", plausible.size())
        .diagnostic("best_model_weight_ratio", 1 / weights)
        .diagnostic("best_model_interactions", best.model().interactions().size())
        .diagnostic("best_model_persons", seen + best.fit().unseenPersons())
        .diagnostic("odds_ratio_half_persons", seen + (persons - seen) / 2)
        .diagnostic("odds_ratio_two_persons", seen + (persons - seen) * 2)
        .build();
  }

  private static List<FittedModel> within(
      List<FittedModel> models, ToDoubleFunction<FittedModel> criterion, double window) {
    double best = models.stream().mapToDouble(criterion).min().orElseThrow();
    return models.stream()
        .filter(model -> criterion.applyAsDouble(model) <= best + window)
        .toList();
  }
}
