package leakcensus.estimate.claim;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import leakcensus.estimate.SampleDesign;

/**
 * What is known of the size of the sample and of the dump.
 *
 * @param design how the sample was drawn
 * @param refusal why the data refuse the stated design; absent if they do not
 * @param sampleRecords records read, those in quarantine included
 * @param whole whether every file could be read to its end
 * @param storedBytes length of the files as they lie there
 * @param textBytes length of their text after decompression; absent where a format has none
 * @param recordVariance largest variance of the length of a record, in bytes squared, that the
 *     sample permits; absent where its lengths are not known
 * @param dumpRecords records of the whole dump, as the configuration states them
 */
public record DumpSize(
    SampleDesign design,
    Optional<String> refusal,
    double sampleRecords,
    boolean whole,
    double storedBytes,
    OptionalDouble textBytes,
    OptionalDouble recordVariance,
    OptionalDouble dumpRecords) {

  public DumpSize {
    Objects.requireNonNull(design, "design");
    Objects.requireNonNull(refusal, "refusal");
    if (!(sampleRecords >= 0 && storedBytes >= 0)) {
      throw new IllegalArgumentException(
          "Invalid size of a sample: %s records, %s bytes (must be >= 0)"
              .formatted(sampleRecords, storedBytes));
    }
  }

  boolean isWholeDump() {
    return design instanceof SampleDesign.WholeDump;
  }

  /** Whether the records of the sample stand for those of the dump. */
  boolean isRandom() {
    return refusal.isEmpty()
        && (design instanceof SampleDesign.RandomRecords
            || design instanceof SampleDesign.IndependentDraws);
  }
}
