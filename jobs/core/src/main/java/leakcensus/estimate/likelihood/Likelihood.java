package leakcensus.estimate.likelihood;

/**
 * How well a law with one free parameter explains how often persons were seen; the larger the
 * parameter, the fewer persons.
 */
interface Likelihood {

  /** The smallest parameter that a law may have. */
  double lowest(RecordLaw law);

  /** The largest parameter that a law may have. */
  double highest(RecordLaw law);

  /** Twice the logarithm of the likelihood below that of a perfect fit; at least 0. */
  double deviance(RecordLaw law, double parameter);

  /** Persons of the dump, those set aside included. */
  double persons(RecordLaw law, double parameter);

  /** Fewest persons whose deviance stays within a limit that this parameter is within. */
  double fewestPersons(RecordLaw law, double parameter, double limit);

  /** Most persons whose deviance stays within a limit that this parameter is within. */
  double mostPersons(RecordLaw law, double parameter, double limit);

  /** Persons to be seen 0, 1, ... times; those set aside are not in it. */
  double[] expected(RecordLaw law, double parameter);

  /** Persons seen 0 (none), 1, ... times; those set aside are not in it. */
  double[] seen();
}
