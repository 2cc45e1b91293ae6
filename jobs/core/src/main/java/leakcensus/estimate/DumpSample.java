package leakcensus.estimate;

import java.util.Objects;
import java.util.OptionalLong;

/**
 * Records of a dump, grouped by person.
 *
 * @param persons number of persons by their number of records in the sample
 * @param dumpRecords records of the whole dump, those of the sample included, where it is known
 */
public record DumpSample(FrequencyOfFrequencies persons, OptionalLong dumpRecords) {

  public DumpSample {
    Objects.requireNonNull(persons, "persons");
    if (dumpRecords.isPresent() && !(dumpRecords.getAsLong() >= persons.records())) {
      throw new IllegalArgumentException(
          "Invalid dump records: %d (the sample alone has %d). State the records of the whole dump."
              .formatted(dumpRecords.getAsLong(), persons.records()));
    }
  }

  /** Records of the sample over those of the dump, where these are known; a ratio. */
  public double sampledRatio() {
    return (double) persons.records() / dumpRecords.orElseThrow();
  }
}
