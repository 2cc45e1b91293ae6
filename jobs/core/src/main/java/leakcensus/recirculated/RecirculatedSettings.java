package leakcensus.recirculated;

import leakcensus.synthetic.SyntheticPopulation;

/**
 * A made-up file of the kind that goes round after a leak: far more rows than people. How many
 * rows, records, ids and valid ids it holds is planted, step by step of the funnel.
 *
 * @param seed any number
 * @param population people of whom the valid ids are told as a share
 * @param rows rows of all files, the broken ones among them; what a seller would claim
 * @param brokenRows rows that cannot be parsed
 * @param records different records after normalisation
 * @param ids different values in the column of ids
 * @param shapedIds those of 17 digits and a check digit
 * @param areaIds those with an area code that was ever valid as well
 * @param datedIds those with a birth date of the calendar as well
 * @param checkedIds those with a right check digit as well
 * @param files number of files, 1 to 1,000
 */
public record RecirculatedSettings(
    long seed,
    long population,
    long rows,
    long brokenRows,
    long records,
    long ids,
    long shapedIds,
    long areaIds,
    long datedIds,
    long checkedIds,
    int files) {

  private static final int MOST_FILES = 1_000;

  public RecirculatedSettings {
    requireStep("population", population, 1, Long.MAX_VALUE);
    requireStep("broken-rows", brokenRows, 0, rows);
    requireStep("different-records", records, 1, rows - brokenRows);
    requireStep("different-ids", ids, 1, Math.min(records, SyntheticPopulation.MOST_PERSONS));
    requireStep("right-shape", shapedIds, 1, ids);
    requireStep("known-area", areaIds, 1, shapedIds);
    requireStep("calendar-date", datedIds, 1, areaIds);
    requireStep("right-check-digit", checkedIds, 1, datedIds);
    requireStep("files", files, 1, MOST_FILES);
  }

  /** Rows that can be parsed. */
  public long keptRows() {
    return rows - brokenRows;
  }

  private static void requireStep(String key, long count, long least, long most) {
    if (!(least <= count && count <= most)) {
      throw new IllegalArgumentException(
          "Invalid %s: %d (must be %d to %d)".formatted(key, count, least, most));
    }
  }
}
