package leakcensus.match;

import java.util.List;
import leakcensus.compare.AgreementLevel;
import leakcensus.compare.AgreementPattern;
import leakcensus.compare.ComparisonField;
import leakcensus.compare.Signature;

/**
 * How common the values of each field are, by the median of a sample: stands in where a pair was
 * compared before anybody had counted its values.
 *
 * @param bands the bands, as {@link Signature#bands()} holds them
 */
public record TypicalBands(long bands) {

  /** The bands of a sample; the rarest where no signature has content in the field. */
  public static TypicalBands of(List<Signature> sample) {
    long bands = 0;
    for (int field = 0; field < ComparisonField.COUNT; field++) {
      int compared = field;
      int[] sorted =
          sample.stream()
              .filter(signature -> signature.isPresent(compared))
              .mapToInt(signature -> signature.band(compared))
              .sorted()
              .toArray();
      if (sorted.length > 0) {
        bands = Signature.withBand(bands, field, sorted[sorted.length / 2]);
      }
    }
    return new TypicalBands(bands);
  }

  /** The pattern with these bands wherever values are equal. */
  public long of(long pattern) {
    long typical = 0;
    for (int field = 0; field < ComparisonField.COUNT; field++) {
      int level = AgreementPattern.level(pattern, field);
      if (AgreementLevel.isExact(level)) {
        level = AgreementLevel.EXACT + Signature.band(bands, field);
      }
      typical = AgreementPattern.with(typical, ComparisonField.at(field), level);
    }
    return typical;
  }
}
