package leakcensus.estimate;

import java.util.Objects;
import java.util.Optional;

/**
 * What the sample shows, as counts: all that the estimation of persons reads.
 *
 * @param persons number of persons by their number of mentions
 * @param records records of the sample, counted as the records of the dump are
 * @param mentions mentions of the sample, those too thin to be anyone included
 * @param linkage number of persons in the sample, with the error of the linkage
 * @param checkedIds the mentions that carry a valid id with a check digit, grouped by that id;
 *     absent where no source has such a field
 */
public record SampleCounts(
    FrequencyOfFrequencies persons,
    long records,
    long mentions,
    LinkageBounds linkage,
    Optional<FrequencyOfFrequencies> checkedIds) {

  public SampleCounts {
    Objects.requireNonNull(persons, "persons");
    Objects.requireNonNull(linkage, "linkage");
    Objects.requireNonNull(checkedIds, "checkedIds");
    if (!(records >= 0)) {
      throw new IllegalArgumentException("Invalid records: %d (must be >= 0)".formatted(records));
    }
    if (!(mentions == 0 || records > 0)) {
      throw new IllegalArgumentException(
          "Invalid records: 0 (there are %d mentions)".formatted(mentions));
    }
    if (!(persons.records() <= mentions)) {
      throw new IllegalArgumentException(
          "Invalid mentions: %d (the persons alone have %d)"
              .formatted(mentions, persons.records()));
    }
    long checked = checkedIds.map(FrequencyOfFrequencies::records).orElse(0L);
    if (!(checked <= mentions)) {
      throw new IllegalArgumentException(
          "Invalid mentions: %d (those with a checked id alone are %d)"
              .formatted(mentions, checked));
    }
  }
}
