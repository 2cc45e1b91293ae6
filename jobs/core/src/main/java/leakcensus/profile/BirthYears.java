package leakcensus.profile;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.person.BirthAndSex;

/** Reads how many persons were born in each year, of those whose year is known. */
public final class BirthYears {

  private BirthYears() {}

  /** Persons by year of birth, of what {@link CountPersons} has counted. */
  public static SortedMap<Long, Long> persons(CountTable counts) {
    int all = CountTable.ALL_SOURCES;
    SortedMap<Long, Long> persons = new TreeMap<>();
    for (long packed : counts.firsts(Measure.BIRTH_SEX_FREQUENCY, all)) {
      long year = BirthAndSex.of(packed).birthYear();
      for (long found : counts.bySecond(Measure.BIRTH_SEX_FREQUENCY, all, packed).values()) {
        persons.merge(year, found, Math::addExact);
      }
    }
    persons.remove(0L);
    return Collections.unmodifiableSortedMap(persons);
  }
}
