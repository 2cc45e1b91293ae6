package leakcensus.register;

import java.util.SortedMap;
import java.util.TreeMap;

/** What a register really holds, counted while it is made. Tallies of parts add up. */
public final class RegisterTally {

  private final long[] chances = new long[RegisterRatio.COUNT];
  private final long[] happened = new long[RegisterRatio.COUNT];
  private final long[] present = new long[RegisterColumn.COUNT];
  private final SortedMap<Integer, Long> personsByRecords = new TreeMap<>();
  private long persons;
  private long records;

  /** Counts a chance that was drawn, and gives what came out. */
  boolean drawn(RegisterRatio ratio, boolean outcome) {
    chances[ratio.ordinal()]++;
    happened[ratio.ordinal()] += outcome ? 1 : 0;
    return outcome;
  }

  void addPerson(int recordsOfPerson) {
    persons++;
    personsByRecords.merge(recordsOfPerson, 1L, Long::sum);
  }

  void addRecord() {
    records++;
  }

  void addPresent(RegisterColumn column) {
    present[column.ordinal()]++;
  }

  /** Adds the tally of another part. */
  void add(RegisterTally part) {
    persons += part.persons;
    records += part.records;
    for (int i = 0; i < chances.length; i++) {
      chances[i] += part.chances[i];
      happened[i] += part.happened[i];
    }
    for (int i = 0; i < present.length; i++) {
      present[i] += part.present[i];
    }
    part.personsByRecords.forEach((k, count) -> personsByRecords.merge(k, count, Long::sum));
  }

  /** Persons with at least one record. */
  public long persons() {
    return persons;
  }

  /** Records of all files. */
  public long records() {
    return records;
  }

  /** How often something could have happened. */
  public long chances(RegisterRatio ratio) {
    return chances[ratio.ordinal()];
  }

  /** How often it has. */
  public long happened(RegisterRatio ratio) {
    return happened[ratio.ordinal()];
  }

  /** Records with content in a column. */
  public long present(RegisterColumn column) {
    return present[column.ordinal()];
  }

  /** Persons by their number of records, duplicates among them. */
  public SortedMap<Integer, Long> personsByRecords() {
    return new TreeMap<>(personsByRecords);
  }
}
