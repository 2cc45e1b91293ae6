package leakcensus.estimate.capture;

import leakcensus.estimate.PersonEstimate;

/** Ends the row of one log-linear model: its Poisson estimate inside its multinomial interval. */
final class ProfiledRow {

  private ProfiledRow() {}

  static PersonEstimate of(
      PersonEstimate.Builder row, double seen, LogLinearFit fit, MultinomialProfile profile) {
    double persons = seen + fit.unseenPersons();
    return row.persons(persons)
        .lowerPersons(Math.min(profile.lowerPersons(), persons))
        .upperPersons(Math.max(profile.upperPersons(), persons))
        .diagnostic("multinomial_persons", profile.persons())
        .diagnostic("standard_error_persons", fit.standardErrorPersons())
        .build();
  }
}
