package leakcensus.container;

import java.io.Serializable;

/**
 * How far one file may be unpacked.
 *
 * @param maxRatio most unpacked bytes for each packed byte, once {@code ratioFromBytes} are
 *     unpacked
 * @param ratioFromBytes unpacked bytes up to which any ratio is permitted
 * @param maxEntries most entries of all archives of the file together, folders included
 * @param maxDepth most containers inside each other; a tar and the compression around it are one
 * @param maxUnpackedBytes most bytes that all layers together may give
 * @param maxHeldBytes most bytes of nested archives, and of parts read at any position, in memory
 *     at a time, in pieces of 256 KiB; a decoder may need as much again, the directory of an
 *     archive a sixteenth
 */
public record ContainerLimits(
    long maxRatio,
    long ratioFromBytes,
    long maxEntries,
    int maxDepth,
    long maxUnpackedBytes,
    long maxHeldBytes)
    implements Serializable {

  /** 1,000 from 100 MB on, 1,000,000 entries, depth 4, 1 TB, 256 MB. */
  public static final ContainerLimits DEFAULT =
      new ContainerLimits(1_000, 100_000_000, 1_000_000, 4, 1_000_000_000_000L, 256L * 1024 * 1024);

  public ContainerLimits {
    requireAtLeast(1, maxRatio, "max-ratio");
    requireAtLeast(0, ratioFromBytes, "ratio-from-bytes");
    requireAtLeast(1, maxEntries, "max-entries");
    requireAtLeast(0, maxDepth, "max-depth");
    requireAtLeast(1, maxUnpackedBytes, "max-bytes");
    requireAtLeast(0, maxHeldBytes, "max-held-bytes");
  }

  private static void requireAtLeast(long least, long value, String name) {
    if (value < least) {
      throw new IllegalArgumentException(
          "Invalid %s: %d (must be at least %d)".formatted(name, value, least));
    }
  }
}
