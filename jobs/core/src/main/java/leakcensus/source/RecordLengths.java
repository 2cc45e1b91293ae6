package leakcensus.source;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How long records are, in classes that double in width.
 *
 * <pre>{@code
 * class k: lengths from 2^(k-1) to 2^k - 1       c_k records in it,  B bytes in all
 *
 * largest sum of squares: every record as short as its class allows, then the bytes that are left
 * given to the records of the longest classes, as many as each can take
 * }</pre>
 *
 * <p>Units: records and bytes. Errors: the variance is the largest that the classes and the sum
 * permit, up to three times the square of the mean where all records are of one length.
 *
 * @param records number of records by class
 * @param bytes sum of their lengths
 */
public record RecordLengths(SortedMap<Integer, Long> records, long bytes) {

  public RecordLengths {
    records = Collections.unmodifiableSortedMap(new TreeMap<>(records));
  }

  /** The class of a length in bytes: the number of its bits. */
  static int classOf(long length) {
    return Long.SIZE - Long.numberOfLeadingZeros(length);
  }

  /** Number of records with a length. */
  public long count() {
    return records.values().stream().reduce(0L, Math::addExact);
  }

  /** Largest variance of the length of a record, in bytes squared; 0 without records. */
  public double largestVariance() {
    double count = count();
    if (count == 0) {
      return 0;
    }
    double squares = 0;
    double left = bytes;
    for (Map.Entry<Integer, Long> each : records.entrySet()) {
      left -= each.getValue() * shortest(each.getKey());
      squares += each.getValue() * shortest(each.getKey()) * shortest(each.getKey());
    }
    TreeMap<Integer, Long> downwards = new TreeMap<>(Collections.reverseOrder());
    downwards.putAll(records);
    for (Map.Entry<Integer, Long> each : downwards.entrySet()) {
      double shortest = shortest(each.getKey());
      double room = shortest - 1;
      double full = room == 0 ? 0 : Math.min(each.getValue(), Math.floor(left / room));
      left -= full * room;
      squares += full * room * (2 * shortest + room);
      if (full < each.getValue()) {
        double rest = Math.min(left, room);
        left -= rest;
        squares += rest * (2 * shortest + rest);
      }
    }
    double mean = bytes / count;
    return Math.max(0, squares / count - mean * mean);
  }

  private static double shortest(int lengthClass) {
    return Math.scalb(1.0, lengthClass - 1);
  }
}
