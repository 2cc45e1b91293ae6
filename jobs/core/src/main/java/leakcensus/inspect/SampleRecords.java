package leakcensus.inspect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import leakcensus.semantic.ColumnProfile;
import leakcensus.semantic.ProfileColumn;

/**
 * Keeps a bounded sample of records that is spread over the whole file, whatever its length, and
 * chosen by their number alone.
 *
 * <p>Kept is every record whose number, from 0, is a multiple of a stride. The stride begins at 1
 * and doubles whenever more records or characters are held than allowed; then every second one is
 * dropped. So the same file gives the same sample, at least half of what is allowed where the file
 * has enough.
 *
 * <p>Memory: the characters allowed, at most twice the longest record above. Values are held until
 * {@link #profile} and are never shown.
 */
public final class SampleRecords {

  /** Records that tell enough of any column. */
  public static final int MOST_RECORDS = 20_000;

  /** Characters that such a sample may hold, 64 MB of UTF-16. */
  public static final long MOST_CHARACTERS = 32L << 20;

  /** The longest beginning of a value that is kept. */
  private static final int MOST_VALUE_CHARACTERS = 4_000;

  private List<String> columns;
  private final int mostRecords;
  private final long mostCharacters;
  private List<String[]> kept = new ArrayList<>();
  private long characters;
  private long records;
  private long stride = 1;

  /** A sample of the usual size. */
  public SampleRecords(List<String> columns) {
    this(columns, MOST_RECORDS, MOST_CHARACTERS);
  }

  /**
   * A sample of another size.
   *
   * @param columns names of the columns; empty ones where the file has no names
   * @param mostRecords records to hold at most, at least two
   * @param mostCharacters characters to hold at most
   */
  public SampleRecords(List<String> columns, int mostRecords, long mostCharacters) {
    if (mostRecords < 2) {
      throw new IllegalArgumentException(
          "Invalid size of a sample: %d records (must be at least 2)".formatted(mostRecords));
    }
    this.columns = List.copyOf(columns);
    this.mostRecords = mostRecords;
    this.mostCharacters = mostCharacters;
  }

  /** Adds columns behind those there are; records taken in before have no value there. */
  public void widen(List<String> further) {
    List<String> wider = new ArrayList<>(columns);
    wider.addAll(further);
    columns = List.copyOf(wider);
  }

  /** Adds the records that another sample holds, whose columns stand at these places of here. */
  void addAll(SampleRecords other, int[] places) {
    for (String[] record : other.kept) {
      List<String> values = new ArrayList<>(Collections.nCopies(columns.size(), ""));
      for (int column = 0; column < record.length; column++) {
        values.set(places[column], record[column]);
      }
      add(values);
    }
  }

  /**
   * Whether the next record is wanted; where it is not, {@link #skip} it without reading its
   * values.
   */
  public boolean wantsNext() {
    return records % stride == 0;
  }

  /** Goes past a record. */
  public void skip() {
    records++;
  }

  /**
   * Takes the next record in, if it is wanted.
   *
   * @param values one a column; missing ones count as blank, further ones are left out
   */
  public void add(List<String> values) {
    boolean wanted = wantsNext();
    records++;
    if (!wanted) {
      return;
    }
    String[] record = new String[columns.size()];
    for (int column = 0; column < record.length; column++) {
      String value = column < values.size() ? values.get(column) : "";
      record[column] = value.substring(0, Math.min(value.length(), MOST_VALUE_CHARACTERS));
      characters += record[column].length();
    }
    kept.add(record);
    while (kept.size() > 1 && (kept.size() > mostRecords || characters > mostCharacters)) {
      thinOut();
    }
  }

  /** Records seen, kept or not. */
  public long records() {
    return records;
  }

  /** Number of columns. */
  public int columns() {
    return columns.size();
  }

  /** Records held. */
  public int held() {
    return kept.size();
  }

  /** The counts of each column over the sample, in order. */
  public List<ColumnProfile> profile() {
    List<ColumnProfile> profiles = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      ProfileColumn profile = new ProfileColumn(columns.get(column));
      for (String[] record : kept) {
        profile.add(column < record.length ? record[column] : "");
      }
      profiles.add(profile.profile());
    }
    return profiles;
  }

  private void thinOut() {
    List<String[]> halved = new ArrayList<>();
    characters = 0;
    for (int index = 0; index < kept.size(); index += 2) {
      halved.add(kept.get(index));
      for (String value : kept.get(index)) {
        characters += value.length();
      }
    }
    kept = halved;
    stride *= 2;
  }

  @Override
  public String toString() {
    return "SampleRecords[%d of %d records]".formatted(kept.size(), records);
  }
}
