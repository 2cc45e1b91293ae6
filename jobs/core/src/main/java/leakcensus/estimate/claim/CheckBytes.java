package leakcensus.estimate.claim;

import java.util.Locale;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Holds a claimed size in bytes against that of the sample.
 *
 * <pre>{@code
 * n records of the sample    b bytes of their text, line ends included    R records of the dump
 *
 * text of the dump = R b / n  +-  z R sd / sqrt(n),   sd the largest standard deviation of the
 * length of a record that the classes of lengths permit,   z = 1.96
 * }</pre>
 *
 * <p>Units: bytes. Errors: a size depends on how records are stored. The same records take several
 * times their text in a database with indexes and copies, and a tenth of it compressed, so outside
 * the interval the verdict is "not testable", never "contradicted". A whole dump contradicts a
 * claim that is above both its size as it lies there and that of its text, or below both. A few
 * records that are very long, and that the sample lacks, make the interval too short. Records of
 * all sources must have been drawn together.
 *
 * <p>Source: the central limit theorem; the variance of a class of lengths is bounded by its ends.
 */
public final class CheckBytes {

  private static final double CONFIDENCE = 0.95;

  private CheckBytes() {}

  /**
   * The row of one claim.
   *
   * @param name name of the claim
   * @param bytes bytes claimed
   * @param size what is known of the size
   */
  public static ClaimCheck check(String name, double bytes, DumpSize size) {
    StatedNumber claimed = new StatedNumber(bytes);
    ClaimCheckRow row =
        new ClaimCheckRow(name, ClaimKind.BYTES, bytes, "bytes")
            .assumptions(
                "The number claimed stands for all that round to it; sizes are those of text after"
                    + " decompression, unless files as they lie there are named.");
    if (size.isWholeDump()) {
      return counted(claimed, size, row);
    }
    if (size.isRandom() && size.dumpRecords().isPresent() && size.recordVariance().isPresent()) {
      return scaled(claimed, size, row);
    }
    return row.verdict(
        ClaimVerdict.NOT_TESTABLE,
        "The size of the dump needs a random sample of text, and the number of records of the"
            + " dump.");
  }

  private static ClaimCheck counted(StatedNumber claimed, DumpSize size, ClaimCheckRow row) {
    double stored = size.storedBytes();
    double text = size.textBytes().orElse(stored);
    double least = Math.min(stored, text);
    double most = Math.max(stored, text);
    row.counted("bytes", stored).between(least, most);
    String counted =
        words(
            "The whole dump has %,.0f bytes as it lies there and %,.0f bytes of text, and %,.0f are"
                + " claimed.",
            stored, text, claimed.value());
    if (claimed.meets(stored, stored) || claimed.meets(text, text)) {
      return row.verdict(ClaimVerdict.CONSISTENT, counted);
    }
    if (claimed.meets(least, most)) {
      return row.verdict(
          ClaimVerdict.NOT_TESTABLE, counted + " Stored in another way it may have that size.");
    }
    boolean fewer = most < claimed.value();
    if (fewer && !size.whole()) {
      return row.verdict(
          ClaimVerdict.NOT_TESTABLE,
          counted + " Not every file could be read to its end, so there may be more.");
    }
    return row.deviation(fewer ? ClaimDeviation.FEWER : ClaimDeviation.MORE)
        .verdict(ClaimVerdict.CONTRADICTED, counted);
  }

  private static ClaimCheck scaled(StatedNumber claimed, DumpSize size, ClaimCheckRow row) {
    double records = size.dumpRecords().getAsDouble();
    double mean = size.textBytes().orElseThrow() / size.sampleRecords();
    double z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - CONFIDENCE) / 2);
    double error = z * Math.sqrt(size.recordVariance().getAsDouble() / size.sampleRecords());
    double least = records * Math.max(0, mean - error);
    double most = records * (mean + error);
    row.counted("text_bytes", records * mean).between(least, most);
    String scaled =
        words(
            "At %.1f bytes a record, as in the sample, %,.0f records are %,.0f to %,.0f bytes of"
                + " text, and %,.0f are claimed",
            mean, records, least, most, claimed.value());
    return claimed.meets(least, most)
        ? row.verdict(ClaimVerdict.CONSISTENT, scaled + ".")
        : row.deviation(most < claimed.value() ? ClaimDeviation.FEWER : ClaimDeviation.MORE)
            .verdict(
                ClaimVerdict.NOT_TESTABLE,
                scaled
                    + words(", %.2g times as many", claimed.value() / (records * mean))
                    + "; a database with indexes and copies takes more than its text, and"
                    + " compressed files take less, so that contradicts nothing by itself.");
  }

  private static String words(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
