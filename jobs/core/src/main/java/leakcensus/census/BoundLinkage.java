package leakcensus.census;

import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.estimate.LinkageBounds;

/**
 * Says between which numbers the persons of the sample lie, given what trusted identifiers can and
 * cannot tell.
 *
 * <pre>{@code
 * best  = groups of mentions that are somebody
 * upper = best + joins that no name confirms + mentions too thin to be anyone + organisations
 * lower = persons with a checked national id; without any such id, 1
 * }</pre>
 *
 * <p>Units: persons. Errors: groups that share no identifier are counted apart, though they may be
 * the same person, so the best count is too high rather than too low; the lower end takes all of
 * them for people already counted. Both ends hold if a checked id belongs to one person and a phone
 * or e-mail under one name does too.
 */
final class BoundLinkage {

  private BoundLinkage() {}

  static LinkageBounds of(CensusFacts facts) {
    long best = facts.persons(CountTable.ALL_SOURCES).observedPersons();
    long checked =
        facts.frequencies(Measure.CHECKED_ID_FREQUENCY, CountTable.ALL_SOURCES).observedPersons();
    long lower = checked > 0 ? checked : Math.min(best, 1);
    long upper =
        Math.addExact(best, Math.addExact(facts.unnamedJoins(), facts.uncountedMentions()));
    return new LinkageBounds(lower, best, upper, assumptions(checked));
  }

  private static String assumptions(long checked) {
    String upper =
        "Upper end: a checked id, and a phone or e-mail under one name, belong to one person; mentions"
            + " too thin to be anyone, and organisations, count as one person each.";
    return checked > 0
        ? upper
            + " Lower end: every checked id is a person; mentions without one may all be people"
            + " already counted."
        : upper
            + " Lower end: there is no id with a check digit, so nothing tells how many groups are the"
            + " same person.";
  }
}
