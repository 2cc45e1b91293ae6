package leakcensus.estimate.capture;

/**
 * A log-linear model with its fit.
 *
 * @param model the model
 * @param fit its fit to the persons seen
 * @param schwarz criterion of Schwarz (BIC); the smaller, the better
 */
record FittedModel(LogLinearModel model, LogLinearFit fit, double schwarz) {

  static FittedModel of(LogLinearModel model, double[] seenCounts, double seenPersons) {
    LogLinearFit fit = model.fit(seenCounts);
    return new FittedModel(model, fit, fit.schwarz(seenPersons));
  }
}
