package leakcensus.block;

import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.longs.LongArrays;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * Rows of whole numbers, kept column by column: the form in which counts and tokens are moved
 * between stages, as a few large byte arrays where a row object each would cost more than the work.
 *
 * <p>Not thread-safe.
 */
public final class LongTable {

  /** What an encoded table takes besides its values, in bytes. */
  public static final int HEADER_BYTES = 1 + Integer.BYTES;

  /** Rows from which on it pays to order them first, and to move each once. */
  private static final int MANY = 64;

  private final long[][] columns;
  private int size;

  /** An empty table with this many columns. */
  public LongTable(int columns) {
    this(columns, 64);
  }

  /** An empty table with this many columns and room for some rows. */
  public LongTable(int columns, int capacity) {
    if (columns < 1 || columns > Byte.MAX_VALUE) {
      throw new IllegalArgumentException(
          "Invalid table: %d columns (must be 1 to %d)".formatted(columns, Byte.MAX_VALUE));
    }
    this.columns = new long[columns][Math.max(1, capacity)];
  }

  /** The table that some bytes encode. */
  public static LongTable decode(byte[] encoded) {
    LongTable table = new LongTable(ByteBuffer.wrap(encoded).order(ByteOrder.LITTLE_ENDIAN).get(0));
    table.appendEncoded(encoded);
    return table;
  }

  /**
   * The rows of some encoded tables together, with room for no more: growing would copy them.
   *
   * @param columns number of columns that all of them have
   */
  public static LongTable decode(List<byte[]> encoded, int columns) {
    int size = 0;
    for (byte[] bytes : encoded) {
      size = Math.addExact(size, ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(1));
    }
    LongTable table = new LongTable(columns, size);
    encoded.forEach(table::appendEncoded);
    return table;
  }

  /** Number of rows. */
  public int size() {
    return size;
  }

  /** Number of columns. */
  public int width() {
    return columns.length;
  }

  /** One value. */
  public long at(int row, int column) {
    return columns[column][row];
  }

  /** Replaces one value. */
  public void set(int row, int column, long value) {
    columns[column][row] = value;
  }

  /** Appends a row; one value a column. */
  public void append(long... values) {
    if (values.length != columns.length) {
      throw new IllegalArgumentException(
          "Invalid row: %d values (the table has %d columns)"
              .formatted(values.length, columns.length));
    }
    room(size + 1);
    for (int column = 0; column < values.length; column++) {
      columns[column][size] = values[column];
    }
    size++;
  }

  /** Appends all rows of another table of the same width. */
  public void appendAll(LongTable other) {
    requireWidth(other.width());
    room(size + other.size);
    for (int column = 0; column < columns.length; column++) {
      System.arraycopy(other.columns[column], 0, columns[column], size, other.size);
    }
    size += other.size;
  }

  /** Appends the rows that some bytes encode; they must have this table's width. */
  public void appendEncoded(byte[] encoded) {
    ByteBuffer bytes = ByteBuffer.wrap(encoded).order(ByteOrder.LITTLE_ENDIAN);
    requireWidth(bytes.get());
    int added = bytes.getInt();
    room(size + added);
    for (long[] column : columns) {
      bytes.asLongBuffer().get(column, size, added);
      bytes.position(bytes.position() + added * Long.BYTES);
    }
    size += added;
  }

  /** All rows as bytes. */
  public byte[] encode() {
    return encode(0, size);
  }

  /** The rows from one up to another as bytes. */
  public byte[] encode(int from, int to) {
    ByteBuffer bytes = buffer(to - from);
    for (long[] column : columns) {
      bytes.asLongBuffer().put(column, from, to - from);
      bytes.position(bytes.position() + (to - from) * Long.BYTES);
    }
    return bytes.array();
  }

  /** Some rows, in the order given, as bytes. */
  public byte[] encode(int[] rows, int from, int to) {
    ByteBuffer bytes = buffer(to - from);
    for (long[] column : columns) {
      for (int i = from; i < to; i++) {
        bytes.putLong(column[rows[i]]);
      }
    }
    return bytes.array();
  }

  /** Row numbers in ascending order of the first columns given, the first of them leading. */
  public int[] order(int leadingColumns) {
    return switch (leadingColumns) {
      case 1 -> RowOrder.by(columns[0], size);
      case 2 -> RowOrder.by(columns[0], columns[1], size);
      default ->
          throw new IllegalArgumentException(
              "Invalid order: by %d columns (must be 1 or 2)".formatted(leadingColumns));
    };
  }

  /** Sorts the rows by all their columns, the first leading. */
  public void sort() {
    if (size < MANY) {
      LongArrays.radixSort(columns, 0, size);
      return;
    }
    int[] order = order(Math.min(2, columns.length));
    int start = 0;
    for (int place = 1; place <= size; place++) {
      if (place == size || !leadAlike(order[start], order[place])) {
        if (columns.length > 2 && place - start > 1) {
          IntArrays.quickSort(order, start, place, this::compareRest);
        }
        start = place;
      }
    }
    long[] sorted = new long[columns[0].length];
    for (int column = 0; column < columns.length; column++) {
      long[] unsorted = columns[column];
      for (int place = 0; place < size; place++) {
        sorted[place] = unsorted[order[place]];
      }
      columns[column] = sorted;
      sorted = unsorted;
    }
  }

  private boolean leadAlike(int left, int right) {
    return columns[0][left] == columns[0][right]
        && (columns.length == 1 || columns[1][left] == columns[1][right]);
  }

  /** Of rows whose first two columns are alike. */
  private int compareRest(int left, int right) {
    int byColumn = 0;
    for (int column = 2; column < columns.length && byColumn == 0; column++) {
      byColumn = Long.compare(columns[column][left], columns[column][right]);
    }
    return byColumn;
  }

  /** Removes all rows; the room stays. */
  public void clear() {
    size = 0;
  }

  private ByteBuffer buffer(int rows) {
    return ByteBuffer.allocate(HEADER_BYTES + Math.multiplyExact(rows, columns.length * Long.BYTES))
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) columns.length)
        .putInt(rows);
  }

  private void requireWidth(int width) {
    if (width != columns.length) {
      throw new IllegalStateException(
          "Invalid block: %d columns (the table has %d)".formatted(width, columns.length));
    }
  }

  private void room(int rows) {
    if (rows > columns[0].length) {
      int capacity = Math.max(rows, 2 * columns[0].length);
      for (int column = 0; column < columns.length; column++) {
        columns[column] = Arrays.copyOf(columns[column], capacity);
      }
    }
  }
}
