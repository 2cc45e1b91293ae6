package leakcensus.duty;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import leakcensus.person.PersonField;

/**
 * How many different contents a sample holds.
 *
 * @param byField different values of each person field, after normalisation
 * @param records different records, after normalisation
 * @param wholeDump whether the sample is the whole dump
 */
public record DistinctContents(
    SortedMap<PersonField, Long> byField, long records, boolean wholeDump) {

  public DistinctContents {
    byField = Collections.unmodifiableSortedMap(new TreeMap<>(byField));
  }

  /** Different values of a field. */
  long of(PersonField field) {
    return byField.getOrDefault(field, 0L);
  }
}
