package leakcensus.inspect;

import java.util.EnumMap;
import java.util.Map;
import leakcensus.source.RecordFault;

/**
 * How many records were seen of a table.
 *
 * @param records records met, broken ones too
 * @param broken of them, those that would be in quarantine, by what is wrong
 * @param wholeBytes bytes of the file behind the table, 0 where all of the table was read
 * @param readBytes bytes of it that were read for these records
 */
public record RecordsSeen(
    long records, Map<RecordFault, Long> broken, long wholeBytes, long readBytes) {

  public RecordsSeen {
    Map<RecordFault, Long> copy = new EnumMap<>(RecordFault.class);
    copy.putAll(broken);
    broken = copy;
  }

  /** None. */
  public static RecordsSeen none() {
    return new RecordsSeen(0, Map.of(), 0, 0);
  }

  /** Whether the whole table was read. */
  public boolean isAll() {
    return wholeBytes == 0;
  }

  /** Records of the whole table, by the share of its file that was read. */
  public double estimated() {
    return isAll() || readBytes == 0
        ? records
        : records * Math.max(1, (double) wholeBytes / readBytes);
  }

  /** Records that would be in quarantine. */
  public long brokenRecords() {
    return broken.values().stream().mapToLong(Long::longValue).sum();
  }
}
