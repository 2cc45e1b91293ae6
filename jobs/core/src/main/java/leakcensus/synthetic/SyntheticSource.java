package leakcensus.synthetic;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import leakcensus.person.PersonField;

/**
 * One source of a synthetic dump.
 *
 * <p>Two sources a and b with coverage ratios c and overlap ratios o share a ratio of {@code o_a
 * o_b min(c_a, c_b) + (1 - o_a o_b) c_a c_b} of the population: 0 means independent sources, 1
 * means that the smaller lies inside the larger.
 *
 * @param name the source's name, which is its folder too
 * @param kind what the source is about
 * @param coverageRatio ratio of the population that the source covers, 0.001 to 1
 * @param overlapRatio chance that a person's coverage follows the propensity that he or she shows
 *     to all sources, 0 to 1
 * @param records how many records a covered person has
 * @param missingRatios chance that a field is left out, by field; 0 for fields that are not named
 * @param format how the records are written
 * @param compression how the files are compressed
 * @param files number of files, 1 to 10,000
 */
public record SyntheticSource(
    String name,
    SourceKind kind,
    double coverageRatio,
    double overlapRatio,
    RecordLaw records,
    Map<PersonField, Double> missingRatios,
    LeakFormat format,
    FileCompression compression,
    int files)
    implements Serializable {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
  private static final double LEAST_COVERAGE_RATIO = 0.001;
  private static final int MOST_FILES = 10_000;

  public SyntheticSource {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(records, "records");
    missingRatios = copy(missingRatios);
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "Invalid source name: %s (must match %s)".formatted(name, NAME));
    }
    if (!(coverageRatio >= LEAST_COVERAGE_RATIO && coverageRatio <= 1)) {
      throw new IllegalArgumentException(
          "Invalid coverage ratio of source %s: %s (must be %s to 1)"
              .formatted(name, coverageRatio, LEAST_COVERAGE_RATIO));
    }
    if (!(overlapRatio >= 0 && overlapRatio <= 1)) {
      throw new IllegalArgumentException(
          "Invalid overlap ratio of source %s: %s (must be 0 to 1)".formatted(name, overlapRatio));
    }
    if (files < 1 || files > MOST_FILES) {
      throw new IllegalArgumentException(
          "Invalid number of files of source %s: %d (must be 1 to %d)"
              .formatted(name, files, MOST_FILES));
    }
    if (format == LeakFormat.PARQUET && compression != FileCompression.NONE) {
      throw new IllegalArgumentException(
          "Invalid compression of source %s: %s (Parquet compresses its pages itself)"
              .formatted(name, compression.key()));
    }
  }

  /** Path of a file below the folder of the leak. */
  public String path(int file) {
    return "%s/part-%05d.%s".formatted(name, file, suffix());
  }

  /** The pattern that matches all files of this source, below the folder of the leak. */
  String pattern() {
    return "%s/*.%s".formatted(name, suffix());
  }

  double missingRatio(PersonField field) {
    return missingRatios.getOrDefault(field, 0.0);
  }

  private String suffix() {
    return format.extension() + compression.suffix();
  }

  private static Map<PersonField, Double> copy(Map<PersonField, Double> ratios) {
    ratios.forEach((field, ratio) -> SyntheticNoise.requireNoise("missing " + field.key(), ratio));
    Map<PersonField, Double> copy = new EnumMap<>(PersonField.class);
    copy.putAll(ratios);
    return Map.copyOf(copy);
  }
}
