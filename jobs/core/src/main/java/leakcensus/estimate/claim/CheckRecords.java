package leakcensus.estimate.claim;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Holds a claimed number of records against those of the sample and those that the configuration
 * states.
 *
 * <p>A sample of a dump says nothing of how large the dump is, however it was drawn, save that the
 * dump is no smaller. So a claim is decided by arithmetic alone: by counting the whole dump, by a
 * sample that is larger than the claim, or by a statement that says otherwise. A statement of the
 * same number supports nothing, since it may be the claim itself. There is no p-value.
 */
public final class CheckRecords {

  private CheckRecords() {}

  /**
   * The row of one claim.
   *
   * @param name name of the claim
   * @param records records claimed
   * @param size what is known of the size
   */
  public static ClaimCheck check(String name, double records, DumpSize size) {
    StatedNumber claimed = new StatedNumber(records);
    ClaimCheckRow row =
        new ClaimCheckRow(name, ClaimKind.RECORDS, records, "records")
            .counted("records", size.sampleRecords())
            .between(OptionalDouble.of(size.sampleRecords()), OptionalDouble.empty())
            .assumptions("The number claimed stands for all that round to it.");
    if (size.sampleRecords() > claimed.upper()) {
      return row.deviation(ClaimDeviation.MORE)
          .verdict(
              ClaimVerdict.CONTRADICTED,
              words(
                  "The sample alone holds %,.0f records, and %,.0f are claimed for the whole dump.",
                  size.sampleRecords(), records));
    }
    if (size.isWholeDump()) {
      return counted(claimed, size, row);
    }
    return size.dumpRecords().isPresent()
        ? stated(claimed, size.dumpRecords().getAsDouble(), row)
        : row.verdict(
            ClaimVerdict.NOT_TESTABLE,
            words(
                "A sample of %,.0f records cannot tell how many the dump has.",
                size.sampleRecords()));
  }

  private static ClaimCheck counted(StatedNumber claimed, DumpSize size, ClaimCheckRow row) {
    String counted =
        words(
            "The whole dump was read: it holds %,.0f records, and %,.0f are claimed.",
            size.sampleRecords(), claimed.value());
    if (claimed.meets(size.sampleRecords(), size.sampleRecords())) {
      return row.between(size.sampleRecords(), size.sampleRecords())
          .verdict(ClaimVerdict.CONSISTENT, counted);
    }
    return size.whole()
        ? row.between(size.sampleRecords(), size.sampleRecords())
            .deviation(ClaimDeviation.FEWER)
            .verdict(ClaimVerdict.CONTRADICTED, counted)
        : row.verdict(
            ClaimVerdict.NOT_TESTABLE,
            counted + " Not every file could be read to its end, so there may be more.");
  }

  private static ClaimCheck stated(StatedNumber claimed, double dumpRecords, ClaimCheckRow row) {
    if (claimed.meets(dumpRecords, dumpRecords)) {
      return row.verdict(
          ClaimVerdict.NOT_TESTABLE,
          words(
              "The configuration states as many records of the dump, %,.0f; the sample can neither"
                  + " confirm nor deny that.",
              dumpRecords));
    }
    return row.deviation(dumpRecords < claimed.value() ? ClaimDeviation.FEWER : ClaimDeviation.MORE)
        .verdict(
            ClaimVerdict.CONTRADICTED,
            words(
                "The configuration states %,.0f records of the dump, and %,.0f are claimed: both"
                    + " cannot be right.",
                dumpRecords, claimed.value()));
  }

  private static String words(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
