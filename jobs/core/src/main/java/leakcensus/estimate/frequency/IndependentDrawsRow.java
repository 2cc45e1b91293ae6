package leakcensus.estimate.frequency;

import leakcensus.estimate.EstimateScope;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.UnseenInterval;

/** Begins the rows of estimators for independent draws. */
final class IndependentDrawsRow {

  /** What Chao's estimates are. */
  static final String LOWER_BOUND =
      "A lower bound where persons are drawn with unequal chances, and too high for a finite dump: a"
          + " reference.";

  private IndependentDrawsRow() {}

  static PersonEstimate.Builder of(String method, double persons, double confidence, String more) {
    return PersonEstimate.builder(EstimateScope.DUMP, method, confidence)
        .persons(persons)
        .assumptions(
            "Records were drawn one by one, each independent of the others, from a dump that they"
                + " do not exhaust. "
                + more);
  }

  static PersonEstimate.Builder of(
      String method, double persons, UnseenInterval interval, double confidence, String more) {
    return of(method, persons, confidence, more)
        .lowerPersons(Math.min(persons, interval.lowerPersons()))
        .upperPersons(Math.max(persons, interval.upperPersons()));
  }
}
