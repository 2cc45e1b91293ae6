package leakcensus.format;

import java.io.Serializable;

/**
 * How a workbook is read.
 *
 * @param sheet which sheets hold records: a name in which {@code *} and {@code ?} stand for any
 *     characters
 * @param maxWorkbookBytes largest workbook that is read, in bytes as stored; it is held in memory
 * @param maxSharedBytes most bytes of texts that its cells share; they are held in memory
 */
public record WorkbookOptions(String sheet, int maxWorkbookBytes, int maxSharedBytes)
    implements Serializable {

  private static final int DEFAULT_BYTES = 1 << 28;

  public WorkbookOptions {
    if (sheet.isEmpty()) {
      throw new IllegalArgumentException("Missing sheet: name one, or * for all");
    }
    if (maxWorkbookBytes < 1) {
      throw new IllegalArgumentException(
          "Invalid limit of a workbook: %d bytes (must be >= 1)".formatted(maxWorkbookBytes));
    }
    if (maxSharedBytes < 1) {
      throw new IllegalArgumentException(
          "Invalid limit of shared texts: %d bytes (must be >= 1)".formatted(maxSharedBytes));
    }
  }

  /** All sheets, within limits of 256 MiB each. */
  public static WorkbookOptions allSheets() {
    return ofSheets("*");
  }

  /** Sheets of this name, within limits of 256 MiB each. */
  public static WorkbookOptions ofSheets(String sheet) {
    return new WorkbookOptions(sheet, DEFAULT_BYTES, DEFAULT_BYTES);
  }
}
