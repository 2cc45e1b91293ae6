package leakcensus.config;

import java.io.Serializable;
import leakcensus.container.ContainerLimits;

/**
 * How files are read.
 *
 * @param splitBytes most bytes of a file that one task reads
 * @param maxRecordBytes longest record, in bytes
 * @param quarantine how much of a source may be in quarantine
 * @param containers how far a packed file is unpacked
 */
public record ReadSettings(
    long splitBytes, int maxRecordBytes, QuarantineLimits quarantine, ContainerLimits containers)
    implements Serializable {

  private static final long MIN_SPLIT_BYTES = 1024;
  private static final int MIN_RECORD_BYTES = 64;
  private static final int MAX_RECORD_BYTES = 1 << 29;

  public ReadSettings {
    if (splitBytes < MIN_SPLIT_BYTES) {
      throw new IllegalArgumentException(
          "Invalid split-bytes: %d (must be at least %d)".formatted(splitBytes, MIN_SPLIT_BYTES));
    }
    if (maxRecordBytes < MIN_RECORD_BYTES || maxRecordBytes > MAX_RECORD_BYTES) {
      throw new IllegalArgumentException(
          "Invalid max-record-bytes: %d (must be %d to %d)"
              .formatted(maxRecordBytes, MIN_RECORD_BYTES, MAX_RECORD_BYTES));
    }
  }

  /** Settings with the usual limits of unpacking, and none on the number in quarantine. */
  public ReadSettings(long splitBytes, int maxRecordBytes, double maxQuarantineRatio) {
    this(
        splitBytes,
        maxRecordBytes,
        QuarantineLimits.of(new QuarantineLimit(maxQuarantineRatio, QuarantineLimit.ANY_NUMBER)),
        ContainerLimits.DEFAULT);
  }
}
