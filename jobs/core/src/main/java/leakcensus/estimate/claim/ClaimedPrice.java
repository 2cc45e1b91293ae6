package leakcensus.estimate.claim;

import java.util.OptionalDouble;

/**
 * What is asked for a dump.
 *
 * @param total price of the whole dump, in the currency
 * @param currency name of the currency
 * @param records records that are said to be sold for it, where that is said
 * @param perRecord price of one record, in the currency, where that is said
 */
public record ClaimedPrice(
    double total, String currency, OptionalDouble records, OptionalDouble perRecord) {

  public ClaimedPrice {
    checkAbove0("total", total);
    records.ifPresent(value -> checkAbove0("records", value));
    perRecord.ifPresent(value -> checkAbove0("per-record", value));
    if (currency.isBlank()) {
      throw new IllegalArgumentException("Missing currency of a price");
    }
  }

  private static void checkAbove0(String what, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Invalid %s of a price: %s (must be finite and > 0)".formatted(what, value));
    }
  }
}
