package leakcensus.person;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Tokens of the values that mentions of one block hold beside the one that stands for a field: of
 * the second phone and those after it. Entries stand in the order of the mentions' rows; a block
 * whose mentions have one value a field has none. Not thread-safe.
 */
public final class FurtherTokens {

  private static final int VALID = 1;
  private static final int STEP_SHIFT = 1;
  private static final int FIRST_CAPACITY = 64;
  private static final int BYTES_PER_ENTRY = Integer.BYTES + 2 + Long.BYTES;

  private int size;
  private int[] rows = new int[0];
  private byte[] fields = new byte[0];
  private byte[] marks = new byte[0];
  private long[] tokens = new long[0];

  FurtherTokens() {}

  /**
   * Appends a value without its token; rows must ascend.
   *
   * @param row row of the mention
   * @param field field of the value
   * @param valid 1 if the value passes its field's rule, else 0
   * @param idStep of a national id how far it passed its rule
   * @return where the token is to be set
   */
  public int append(int row, PersonField field, int valid, int idStep) {
    if (size > 0 && rows[size - 1] > row) {
      throw new IllegalStateException(
          "Invalid order of further values: row %d behind row %d".formatted(row, rows[size - 1]));
    }
    append(row, (byte) field.ordinal(), (byte) (valid | idStep << STEP_SHIFT), 0);
    return size - 1;
  }

  /** Sets the token of an entry. */
  public void setToken(int entry, long token) {
    tokens[entry] = token;
  }

  /** Number of entries. */
  public int size() {
    return size;
  }

  /** The first entry of a mention, or where it would stand. */
  public int from(int row) {
    if (size == 0) {
      return 0;
    }
    int at = Arrays.binarySearch(rows, 0, size, row);
    if (at < 0) {
      return -at - 1;
    }
    while (at > 0 && rows[at - 1] == row) {
      at--;
    }
    return at;
  }

  /** Whether an entry is there and of a mention. */
  public boolean isOf(int entry, int row) {
    return entry < size && rows[entry] == row;
  }

  /** Row of the mention of an entry. */
  public int row(int entry) {
    return rows[entry];
  }

  /** Field of an entry. */
  public PersonField field(int entry) {
    return PersonField.at(fields[entry]);
  }

  /** Whether the value passes its field's rule. */
  public boolean isValid(int entry) {
    return (marks[entry] & VALID) != 0;
  }

  /** How far a national id passed its rule, as the ordinal of the rule's step. */
  public int idStep(int entry) {
    return marks[entry] >>> STEP_SHIFT;
  }

  /** Token of the value. */
  public long token(int entry) {
    return tokens[entry];
  }

  void clear() {
    size = 0;
  }

  /** Appends the entries of some rows of another block, which become rows from 0 on. */
  void copy(FurtherTokens other, int[] otherRows, int from, int to) {
    if (other.size == 0) {
      return;
    }
    for (int i = from; i < to; i++) {
      for (int entry = other.from(otherRows[i]); other.isOf(entry, otherRows[i]); entry++) {
        append(i - from, other.fields[entry], other.marks[entry], other.tokens[entry]);
      }
    }
  }

  int encodedBytes() {
    return Integer.BYTES + size * BYTES_PER_ENTRY;
  }

  void encode(ByteBuffer bytes) {
    bytes.putInt(size);
    for (int entry = 0; entry < size; entry++) {
      bytes.putInt(rows[entry]).put(fields[entry]).put(marks[entry]).putLong(tokens[entry]);
    }
  }

  /** Appends encoded entries, whose rows count from a row of this block. */
  void appendEncoded(ByteBuffer bytes, int firstRow) {
    int added = bytes.getInt();
    for (int entry = 0; entry < added; entry++) {
      append(firstRow + bytes.getInt(), bytes.get(), bytes.get(), bytes.getLong());
    }
  }

  private void append(int row, byte field, byte mark, long token) {
    if (size == rows.length) {
      int capacity = Math.max(FIRST_CAPACITY, 2 * size);
      rows = Arrays.copyOf(rows, capacity);
      fields = Arrays.copyOf(fields, capacity);
      marks = Arrays.copyOf(marks, capacity);
      tokens = Arrays.copyOf(tokens, capacity);
    }
    rows[size] = row;
    fields[size] = field;
    marks[size] = mark;
    tokens[size++] = token;
  }
}
