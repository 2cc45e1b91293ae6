package leakcensus.duty;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import leakcensus.population.AffectedPersons;
import leakcensus.severity.DataCategory;

/**
 * What a census knows that laws ask for.
 *
 * @param persons persons behind the dump
 * @param contents different contents of the sample
 * @param contains categories that the dump is stated to hold beside person fields
 */
public record MeasuredBreach(
    AffectedPersons persons, DistinctContents contents, SortedSet<DataCategory> contains) {

  public MeasuredBreach {
    Objects.requireNonNull(persons, "persons");
    Objects.requireNonNull(contents, "contents");
    contains = Collections.unmodifiableSortedSet(new TreeSet<>(contains));
  }
}
