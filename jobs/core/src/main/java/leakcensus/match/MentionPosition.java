package leakcensus.match;

import java.io.Serializable;
import java.util.Comparator;

/**
 * Where a mention stands in the leak: enough for those who may see the leak to look it up, and
 * nothing of what it says. The same in every run over the same files.
 *
 * @param fileId number of the file
 * @param position byte offset of the record in its file (after decompression), or its row number
 * @param slot index of the slot in the record
 */
public record MentionPosition(int fileId, long position, int slot)
    implements Serializable, Comparable<MentionPosition> {

  private static final Comparator<MentionPosition> ORDER =
      Comparator.comparingInt(MentionPosition::fileId)
          .thenComparingLong(MentionPosition::position)
          .thenComparingInt(MentionPosition::slot);

  public MentionPosition {
    if (fileId < 0 || position < 0 || slot < 0) {
      throw new IllegalArgumentException(
          "Invalid position of a mention: file %d, offset %d, slot %d (must not be negative)"
              .formatted(fileId, position, slot));
    }
  }

  @Override
  public int compareTo(MentionPosition other) {
    return ORDER.compare(this, other);
  }
}
