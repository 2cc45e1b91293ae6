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
}
