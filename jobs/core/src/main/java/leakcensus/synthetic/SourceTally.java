package leakcensus.synthetic;

import java.util.Arrays;
import leakcensus.person.PersonField;
import leakcensus.synthetic.SyntheticKey.Duplicate;
import leakcensus.synthetic.SyntheticMention.Slip;
import leakcensus.synthetic.SyntheticRecord.Fault;

/**
 * What one source of the sample holds, counted. Tallies of disjoint records add up. Apart from
 * {@link Count#RECORDS} and the faults, only records that can be parsed count.
 */
public final class SourceTally {

  private static final Count[] COUNTS = Count.values();

  private final long[] counts;

  private SourceTally(long[] counts) {
    this.counts = counts;
  }

  /** The tally of no record. */
  public static SourceTally empty(SourceKind kind) {
    return new SourceTally(new long[COUNTS.length + kind.slots().size() * PersonField.COUNT]);
  }

  /** The tally with these numbers, as {@link #toArray()} gives them. */
  public static SourceTally of(SourceKind kind, long[] counts) {
    return empty(kind).plus(new SourceTally(counts));
  }

  /**
   * Counts a record.
   *
   * @param leak the leak that it stems from
   */
  public void add(SyntheticRecord record, SyntheticLeak leak) {
    add(Count.RECORDS);
    if (record.isBroken()) {
      add(record.fault() == Fault.SHAPE ? Count.MISSHAPEN_RECORDS : Count.BAD_BYTE_RECORDS);
      return;
    }

    if (record.key().duplicate() == Duplicate.EXACT) {
      add(Count.EXACT_DUPLICATES);
    }
    if (record.key().duplicate() == Duplicate.NEAR) {
      add(Count.NEAR_DUPLICATES);
    }
    if (leak.isRepeated(record.key())) {
      add(Count.REPEATED_RECORDS);
    }
    record.mentions().forEach(this::add);
  }

  /** The sum of two tallies of one kind of source. */
  public SourceTally plus(SourceTally other) {
    return new SourceTally(LongArrays.sum(counts, other.counts));
  }

  public long count(Count count) {
    return counts[count.ordinal()];
  }

  /** Mentions of a slot in which a field has content. */
  public long present(int slot, PersonField field) {
    return counts[place(slot, field)];
  }

  /** The numbers of this tally. */
  public long[] toArray() {
    return counts.clone();
  }

  private void add(SyntheticMention mention) {
    add(Count.MENTIONS);
    for (PersonField field : mention.fields()) {
      counts[place(mention.slot(), field)]++;
    }
    for (Slip slip : mention.slips()) {
      add(
          switch (slip) {
            case NAME_TYPO -> Count.NAME_TYPOS;
            case INVALID_ID -> Count.INVALID_IDS;
            case JUNK_PHONE -> Count.JUNK_PHONES;
          });
    }
  }

  private void add(Count count) {
    counts[count.ordinal()]++;
  }

  private static int place(int slot, PersonField field) {
    return COUNTS.length + slot * PersonField.COUNT + field.ordinal();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SourceTally tally && Arrays.equals(counts, tally.counts);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(counts);
  }

  @Override
  public String toString() {
    return "SourceTally" + Arrays.toString(counts);
  }

  /** What is counted, in the order of the numbers. */
  public enum Count {
    /** Records, broken ones included. */
    RECORDS,
    /** Broken records: half an object, or a wrong number of columns. */
    MISSHAPEN_RECORDS,
    /** Broken records: a byte that is not UTF-8. */
    BAD_BYTE_RECORDS,
    /** Slots with at least one field of a person. */
    MENTIONS,
    /** Records that the dump holds a second time, word for word. */
    EXACT_DUPLICATES,
    /** Records that the dump holds a second time, written otherwise. */
    NEAR_DUPLICATES,
    /** Exact duplicates whose original lies in the sample and can be parsed. */
    REPEATED_RECORDS,
    /** Names with a slip. */
    NAME_TYPOS,
    /** National ids that are present and wrong. */
    INVALID_IDS,
    /** Phones that are placeholders. */
    JUNK_PHONES
  }
}
