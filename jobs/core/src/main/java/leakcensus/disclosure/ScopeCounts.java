package leakcensus.disclosure;

import java.util.Collections;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Persons of one source, or of all, by what is exposed of them. A count without a value is
 * withheld.
 *
 * @param source name of the source, {@code *} for all
 * @param persons persons in all; empty where no table tells it
 * @param combinations persons by the exact set of fields, joined by +
 * @param present persons with content in a field
 * @param valid persons with valid content in a field
 */
public record ScopeCounts(
    String source,
    OptionalLong persons,
    SortedMap<String, OptionalLong> combinations,
    SortedMap<String, OptionalLong> present,
    SortedMap<String, OptionalLong> valid) {

  /** Stands for all sources. */
  public static final String ALL = "*";

  public ScopeCounts {
    combinations = Collections.unmodifiableSortedMap(new TreeMap<>(combinations));
    present = Collections.unmodifiableSortedMap(new TreeMap<>(present));
    valid = Collections.unmodifiableSortedMap(new TreeMap<>(valid));
  }

  /** Where the count of a combination stands. */
  public static CountKey combination(String source, String fields) {
    return new CountKey(
        "field_combination", "persons", "source %s, fields %s".formatted(source, fields));
  }

  /** Where the count of persons with content in a field stands. */
  public static CountKey present(String source, String field) {
    return profile("persons_present", source, field);
  }

  /** Where the count of persons with valid content in a field stands. */
  public static CountKey valid(String source, String field) {
    return profile("persons_valid", source, field);
  }

  static CountKey profile(String column, String source, String field) {
    return new CountKey("field_profile", column, "source %s, field %s".formatted(source, field));
  }
}
