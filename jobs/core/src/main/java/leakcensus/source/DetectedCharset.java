package leakcensus.source;

import java.util.Objects;

/**
 * A charset that was found and not declared.
 *
 * @param charset the charset
 * @param confidencePercent how sure that is, in percent; 100 by a mark or a whole head of UTF-8, 0
 *     where nothing fits
 */
public record DetectedCharset(TextCharset charset, int confidencePercent) {

  public DetectedCharset {
    Objects.requireNonNull(charset, "charset");
    if (confidencePercent < 0 || confidencePercent > 100) {
      throw new IllegalArgumentException(
          "Invalid confidence of charset %s: %d (must be 0 to 100 percent)"
              .formatted(charset, confidencePercent));
    }
  }
}
