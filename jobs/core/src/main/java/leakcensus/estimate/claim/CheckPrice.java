package leakcensus.estimate.claim;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Says what a price makes for a record and for a person, and whether it multiplies out.
 *
 * <pre>{@code
 * per record = total / records claimed, or else those that the configuration states
 * per person = total / [upper, lower] persons of the dump
 * contradicted: total outside [per-record x records], each standing for all that round to it
 * }</pre>
 *
 * <p>Units: the currency. Errors: a price is what is asked, not what is paid, and nothing in a dump
 * says what it should be; so a price that multiplies out is "not testable". There is no p-value.
 */
public final class CheckPrice {

  private CheckPrice() {}

  /**
   * The row of one claim.
   *
   * @param name name of the claim
   * @param price what is asked
   * @param size what is known of the size
   * @param lowerPersons fewest persons behind the dump
   * @param upperPersons most persons behind the dump, where that is known
   */
  public static ClaimCheck check(
      String name,
      ClaimedPrice price,
      DumpSize size,
      double lowerPersons,
      OptionalDouble upperPersons) {
    ClaimCheckRow row =
        new ClaimCheckRow(name, ClaimKind.PRICE, price.total(), price.currency())
            .assumptions("Numbers claimed stand for all that round to them.");
    OptionalDouble records = price.records().isPresent() ? price.records() : size.dumpRecords();
    StringBuilder words = new StringBuilder();
    if (records.isPresent()) {
      double perRecord = price.total() / records.getAsDouble();
      row.counted("price_per_record", perRecord);
      words.append(
          words(
              "That is %.3g %s a record, at %,.0f records. ",
              perRecord, price.currency(), records.getAsDouble()));
    }
    words.append(perPerson(price, row, lowerPersons, upperPersons));
    boolean multiplies = records.isEmpty() || multipliesOut(price, records.getAsDouble());
    if (multiplies) {
      return row.verdict(
          ClaimVerdict.NOT_TESTABLE, words + "Nothing in a dump says what it should cost.");
    }
    return row.verdict(
        ClaimVerdict.CONTRADICTED,
        words
            + words(
                "%.3g %s are claimed for one record, which does not multiply out to %,.2f.",
                price.perRecord().getAsDouble(), price.currency(), price.total()));
  }

  private static String perPerson(
      ClaimedPrice price, ClaimCheckRow row, double lowerPersons, OptionalDouble upperPersons) {
    if (!(lowerPersons >= 1)) {
      return "";
    }
    double most = price.total() / lowerPersons;
    if (upperPersons.isEmpty()) {
      row.between(OptionalDouble.empty(), OptionalDouble.of(most));
      return words("It is at most %.3g %s a person. ", most, price.currency());
    }
    double least = price.total() / upperPersons.getAsDouble();
    row.between(least, most);
    return words("It is %.3g to %.3g %s a person. ", least, most, price.currency());
  }

  private static boolean multipliesOut(ClaimedPrice price, double records) {
    if (price.perRecord().isEmpty()) {
      return true;
    }
    StatedNumber each = new StatedNumber(price.perRecord().getAsDouble());
    StatedNumber all = new StatedNumber(records);
    return new StatedNumber(price.total())
        .meets(each.lower() * all.lower(), each.upper() * all.upper());
  }

  private static String words(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
