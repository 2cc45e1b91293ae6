package leakcensus.format;

import leakcensus.source.IntakeMeasure;
import leakcensus.source.RecordFault;
import leakcensus.source.SplitTally;

/**
 * The record that a cursor stands on, and the account of the bytes before it: every byte gone over
 * is charged once, to a record or to what stands between records.
 */
final class CurrentRecord {

  private final ScannedBytes bytes;
  private final SplitTally tally;
  private long chargedUpTo;
  private long position;
  private RecordFault fault = RecordFault.NONE;
  private boolean brokenOff;

  CurrentRecord(ScannedBytes bytes, SplitTally tally) {
    this.bytes = bytes;
    this.tally = tally;
    chargedUpTo = bytes.offset();
  }

  /** Charges all bytes since the last charge to a measure. */
  void charge(IntakeMeasure measure) {
    tally.add(measure, bytes.offset() - chargedUpTo);
    chargedUpTo = bytes.offset();
  }

  /** Counts a record of all bytes since the last charge. */
  void meet(long position, RecordFault fault) {
    this.position = position;
    this.fault = fault;
    tally.read(bytes.offset() - chargedUpTo);
    chargedUpTo = bytes.offset();
    if (fault == RecordFault.NONE) {
      tally.keep();
    } else {
      tally.quarantine(fault, position);
    }
  }

  /** Counts a record of all bytes since the last charge, which was decoded as this text. */
  void meet(long position, RecordFault fault, StrictText text) {
    meet(position, fault);
    if (fault == RecordFault.NONE && text.isReplaced()) {
      tally.add(IntakeMeasure.RECORDS_WITH_BAD_BYTES, 1);
    }
  }

  /** Counts the file as one that breaks off, once. */
  void breakOff() {
    if (!brokenOff) {
      brokenOff = true;
      tally.add(IntakeMeasure.PARTIAL, 1);
    }
  }

  long position() {
    return position;
  }

  RecordFault fault() {
    return fault;
  }

  SplitTally tally() {
    return tally;
  }
}
