package leakcensus.estimate.capture;

/**
 * What the likelihood says of one log-linear model.
 *
 * @param coefficients of the columns of the design
 * @param interceptVariance variance of the last coefficient
 * @param deviance twice the log-likelihood ratio against the saturated model
 * @param logLikelihood Poisson log-likelihood of the counts
 * @param interceptFinite whether the last coefficient has a finite maximum of the likelihood
 */
record LogLinearFit(
    double[] coefficients,
    double interceptVariance,
    double deviance,
    double logLikelihood,
    boolean interceptFinite) {

  /** Persons without any list: the cell that the intercept alone describes. */
  double unseenPersons() {
    return Math.exp(coefficients[coefficients.length - 1]);
  }

  /** Standard error of the number of persons, seen and unseen. */
  double standardErrorPersons() {
    double unseen = unseenPersons();
    return Math.sqrt(unseen + unseen * unseen * interceptVariance);
  }

  double akaike() {
    return 2.0 * coefficients.length - 2 * logLikelihood;
  }

  /** The criterion of Schwarz for so many persons seen. */
  double schwarz(double seenPersons) {
    return Math.log(seenPersons) * coefficients.length - 2 * logLikelihood;
  }
}
