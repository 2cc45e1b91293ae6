package leakcensus.estimate;

import java.util.Objects;

/**
 * How many persons the sample holds, given that links may be missed or false.
 *
 * @param lowerPersons fewest persons, in persons
 * @param persons best count, in persons
 * @param upperPersons most persons, in persons; mentions too thin to be anyone count as one each
 * @param assumptions what the two ends rest on, in a sentence
 */
public record LinkageBounds(
    long lowerPersons, long persons, long upperPersons, String assumptions) {

  public LinkageBounds {
    Objects.requireNonNull(assumptions, "assumptions");
    if (!(0 <= lowerPersons && lowerPersons <= persons && persons <= upperPersons)) {
      throw new IllegalArgumentException(
          "Invalid linkage bounds: %d persons not inside [%d, %d]"
              .formatted(persons, lowerPersons, upperPersons));
    }
  }

  /**
   * The bounds of a part of the persons, if all error lies among them.
   *
   * @param counted persons of the part
   * @param said what to add to the assumptions
   */
  public LinkageBounds allIn(long counted, String said) {
    long fewer = persons - lowerPersons;
    long more = upperPersons - persons;
    return new LinkageBounds(
        Math.max(Math.min(1, counted), counted - fewer),
        counted,
        Math.addExact(counted, more),
        assumptions + said);
  }
}
