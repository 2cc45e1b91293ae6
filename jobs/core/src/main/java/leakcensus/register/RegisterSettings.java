package leakcensus.register;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import leakcensus.synthetic.RecordLaw;

/**
 * A made-up register in full: the same settings always give the same bytes.
 *
 * @param seed any number
 * @param persons persons with at least one record, 1 to 30,000,000
 * @param records how many records a person has, exact duplicates apart
 * @param givenNames given names; each sex has half of them
 * @param surnames surnames
 * @param householdPersons mean members of a household, 1 to 6
 * @param columns the columns in the order of the files; given name, surname and two that tell
 *     persons apart are among them
 * @param ratios how often what happens; what is not named never does
 * @param files number of files, 1 to 1,000
 */
public record RegisterSettings(
    long seed,
    long persons,
    RecordLaw records,
    NamePool givenNames,
    NamePool surnames,
    double householdPersons,
    List<RegisterColumn> columns,
    Map<RegisterRatio, Double> ratios,
    int files) {

  /** The most persons that a register can have. */
  public static final long MOST_PERSONS = 30_000_000;

  private static final double MOST_HOUSEHOLD_PERSONS = 6;
  private static final int MOST_FILES = 1_000;
  private static final int LEAST_TELLING_COLUMNS = 2;

  /** Columns by which persons of one name are told apart. */
  static final List<RegisterColumn> TELLING =
      List.of(
          RegisterColumn.DATE_OF_BIRTH,
          RegisterColumn.ADDRESS,
          RegisterColumn.PHONE,
          RegisterColumn.EMAIL,
          RegisterColumn.NATIONAL_ID);

  public RegisterSettings {
    columns = List.copyOf(columns);
    ratios = complete(ratios);
    if (persons < 1 || persons > MOST_PERSONS) {
      throw new IllegalArgumentException(
          "Invalid register: %d persons (must be 1 to %d)".formatted(persons, MOST_PERSONS));
    }
    if (!(householdPersons >= 1 && householdPersons <= MOST_HOUSEHOLD_PERSONS)) {
      throw new IllegalArgumentException(
          "Invalid household: %s persons in the mean (must be 1 to %s)"
              .formatted(householdPersons, MOST_HOUSEHOLD_PERSONS));
    }
    if (files < 1 || files > MOST_FILES) {
      throw new IllegalArgumentException(
          "Invalid number of files: %d (must be 1 to %d)".formatted(files, MOST_FILES));
    }
    requireColumns(columns);
    if (ratios.get(RegisterRatio.TRUSTED) > 0 && !columns.contains(RegisterColumn.NATIONAL_ID)) {
      throw new IllegalArgumentException(
          "Invalid trusted-ratio: %s without the column national_id"
              .formatted(ratios.get(RegisterRatio.TRUSTED)));
    }
  }

  /** How often this happens. */
  public double ratio(RegisterRatio ratio) {
    return ratios.get(ratio);
  }

  /** Whether the ids are resident ids with a check digit. */
  public boolean trusted() {
    return ratio(RegisterRatio.TRUSTED) > 0;
  }

  private static Map<RegisterRatio, Double> complete(Map<RegisterRatio, Double> stated) {
    Map<RegisterRatio, Double> ratios = new EnumMap<>(RegisterRatio.class);
    for (RegisterRatio ratio : RegisterRatio.values()) {
      double value = stated.getOrDefault(ratio, 0.0);
      if (!(value >= 0 && value <= ratio.most())) {
        throw new IllegalArgumentException(
            "Invalid %s: %s (must be 0 to %s)".formatted(ratio.key(), value, ratio.most()));
      }
      ratios.put(ratio, value);
    }
    return Collections.unmodifiableMap(ratios);
  }

  private static void requireColumns(List<RegisterColumn> columns) {
    if (new HashSet<>(columns).size() < columns.size()) {
      throw new IllegalArgumentException("Invalid columns: one of them twice");
    }
    if (!columns.contains(RegisterColumn.GIVEN_NAME) || !columns.contains(RegisterColumn.SURNAME)) {
      throw new IllegalArgumentException("Missing columns: given_name and surname must be there");
    }
    long telling = columns.stream().filter(TELLING::contains).count();
    if (telling < LEAST_TELLING_COLUMNS) {
      throw new IllegalArgumentException(
          "Missing columns: %d of %s (must be at least %d, or persons cannot be told apart)"
              .formatted(
                  telling,
                  TELLING.stream().map(RegisterColumn::key).toList(),
                  LEAST_TELLING_COLUMNS));
    }
  }
}
