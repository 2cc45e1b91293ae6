package leakcensus.estimate.claim;

import java.util.Locale;

/**
 * Whether a claim of persons and one of records can both hold: every person needs a place in a
 * record. There is no p-value.
 */
public final class CheckTogether {

  private CheckTogether() {}

  /**
   * The row of two claims.
   *
   * @param persons claim of persons
   * @param name name of the claim of records
   * @param records records claimed
   * @param personsPerRecord most persons whom one record names
   */
  public static ClaimCheck check(Claim persons, String name, double records, int personsPerRecord) {
    StatedNumber claimed = new StatedNumber(persons.persons());
    double places = new StatedNumber(records).upper() * personsPerRecord;
    boolean holds = claimed.lower() <= places;
    String words =
        String.format(
            Locale.ROOT,
            "%,.0f persons and %,.0f records are claimed, and a record names at most %d: %s.",
            persons.persons(),
            records,
            personsPerRecord,
            holds ? "both can be right" : "both cannot be right");
    return new ClaimCheckRow(
            persons.name() + " + " + name, ClaimKind.BOTH, persons.persons(), "persons")
        .assumptions("Numbers claimed stand for all that round to them.")
        .verdict(holds ? ClaimVerdict.CONSISTENT : ClaimVerdict.CONTRADICTED, words);
  }
}
