package leakcensus.format;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where a cursor stands among the brackets around the records of a JSON text, and how much of the
 * path to the records has been gone.
 */
final class JsonPlace {

  /** What an open bracket is to the records. */
  enum Kind {
    /** An object on the path, or in it. */
    ENVELOPE,
    /** An array on the path: each element goes on where it stands. */
    WAY,
    /** An array of records. */
    RECORDS
  }

  /** Brackets around records; no index nests them deeper. */
  private static final int MAX_DEPTH = 64;

  private static final int UNKNOWN = -1;

  private final List<byte[]> keys = new ArrayList<>();
  private final Kind[] kinds = new Kind[MAX_DEPTH];
  private final int[] matched = new int[MAX_DEPTH];
  private long recordIndent = UNKNOWN;
  private int depth;

  /**
   * A place outside all brackets.
   *
   * @param path keys joined by dots; empty where records are not wrapped
   */
  JsonPlace(String path, Charset charset) {
    if (!path.isEmpty()) {
      for (String key : path.split("\\.", -1)) {
        keys.add(key.getBytes(charset));
      }
    }
  }

  boolean isOutside() {
    return depth == 0;
  }

  Kind kind() {
    return kinds[depth - 1];
  }

  boolean hasPath() {
    return !keys.isEmpty();
  }

  /** Whether a value here, with so many keys gone, is a record or an array of them. */
  boolean isAtRecords(int keysGone) {
    return keysGone == keys.size();
  }

  /** How many keys of the path are gone inside the innermost bracket. */
  int keysGone() {
    return depth == 0 ? 0 : matched[depth - 1];
  }

  /** Whether some bytes are the next key of the path. */
  boolean isNextKey(byte[] held, int length) {
    byte[] key = keys.get(keysGone());
    return Arrays.equals(held, 0, length, key, 0, key.length);
  }

  /** Goes inside a bracket; false where there are too many. */
  boolean enter(Kind kind, int keysGone) {
    if (depth == MAX_DEPTH) {
      return false;
    }
    kinds[depth] = kind;
    matched[depth++] = keysGone;
    recordIndent = UNKNOWN;
    return true;
  }

  void leave() {
    depth--;
    recordIndent = UNKNOWN;
  }

  void leaveAll() {
    depth = 0;
    recordIndent = UNKNOWN;
  }

  /** Remembers how far the first record of an array is indented, where it begins its line. */
  void sawRecord(long indent) {
    if (recordIndent == UNKNOWN) {
      recordIndent = indent;
    }
  }

  /** Whether a line that begins with this bracket, so far indented, begins the next record here. */
  boolean isNextRecord(int bracket, long indent) {
    return depth > 0 && bracket == '{' && indent == recordIndent;
  }
}
