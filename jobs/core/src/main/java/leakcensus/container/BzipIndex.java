package leakcensus.container;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import leakcensus.block.LongTable;

/**
 * Where the blocks of a bzip2 file stand in its text, so that the text can be read from any of
 * them.
 *
 * <p>There is one only for a file that a reader from its start would read to its end without a
 * fault: its blocks follow each other without a gap, all checksums are right, nothing stands behind
 * them, it holds neither an archive nor another compression, and it keeps the limits.
 */
public final class BzipIndex implements Serializable {

  private static final long serialVersionUID = 1;

  private final long[] bits;
  private final long[] offsets;
  private final long textBytes;

  private BzipIndex(long[] bits, long[] offsets, long textBytes) {
    this.bits = bits;
    this.offsets = offsets;
    this.textBytes = textBytes;
  }

  /**
   * The index of a file, if it is sound.
   *
   * @param found what {@link FindBzipBlocks} has found in all ranges of the file
   * @param fileBytes length of the file
   * @param limits how far it may be unpacked
   */
  public static Optional<BzipIndex> of(LongTable found, long fileBytes, ContainerLimits limits) {
    Map<Long, Integer> rows = new HashMap<>();
    long next = -1;
    for (int row = 0; row < found.size(); row++) {
      if (found.at(row, FindBzipBlocks.KIND) == FindBzipBlocks.START) {
        next = found.at(row, FindBzipBlocks.NEXT_BIT);
      } else {
        rows.put(found.at(row, FindBzipBlocks.BIT), row);
      }
    }
    long[] bits = new long[rows.size()];
    long[] offsets = new long[rows.size()];
    int blocks = 0;
    long textBytes = 0;
    int checksum = 0;
    while (next != fileBytes * Byte.SIZE) {
      Integer row = rows.get(next);
      if (row == null) {
        return Optional.empty();
      }
      long bit = next;
      next = found.at(row, FindBzipBlocks.NEXT_BIT);
      int stored = (int) found.at(row, FindBzipBlocks.CHECKSUM);
      if (found.at(row, FindBzipBlocks.KIND) == FindBzipBlocks.BLOCK) {
        bits[blocks] = bit;
        offsets[blocks++] = textBytes;
        textBytes += found.at(row, FindBzipBlocks.TEXT_BYTES);
        checksum = Integer.rotateLeft(checksum, 1) ^ stored;
        if (exceeds(textBytes, bit / Byte.SIZE, limits)) {
          return Optional.empty();
        }
      } else if (checksum == stored) {
        checksum = 0;
      } else {
        return Optional.empty();
      }
    }
    return blocks == 0
        ? Optional.empty()
        : Optional.of(
            new BzipIndex(Arrays.copyOf(bits, blocks), Arrays.copyOf(offsets, blocks), textBytes));
  }

  /** Bytes of the whole text. */
  public long textBytes() {
    return textBytes;
  }

  /** Offset of the last block that begins at or before an offset of the text. */
  public long blockOffset(long offset) {
    return offsets[block(offset)];
  }

  /** First bit of that block. */
  public long blockBit(long offset) {
    return bits[block(offset)];
  }

  private int block(long offset) {
    int found = Arrays.binarySearch(offsets, offset);
    return found >= 0 ? found : -found - 2;
  }

  private static boolean exceeds(long textBytes, long packedBytes, ContainerLimits limits) {
    return textBytes > limits.maxUnpackedBytes()
        || textBytes > limits.ratioFromBytes()
            && textBytes / (double) Math.max(packedBytes, 1) > limits.maxRatio();
  }
}
