package leakcensus.inspect;

import java.util.Objects;
import leakcensus.source.RecordFormat;

/**
 * What a text seems to be laid out as.
 *
 * @param format the layout; delimited text without columns has them in its first line
 * @param share part of the lines looked at that are so, a ratio in (0, 1]
 * @param evidence why, in a few words that quote nothing
 */
public record SniffedFormat(RecordFormat format, double share, String evidence) {

  public SniffedFormat {
    Objects.requireNonNull(format, "format");
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "Invalid share of lines: %s (must be a ratio in (0, 1])".formatted(share));
    }
  }
}
