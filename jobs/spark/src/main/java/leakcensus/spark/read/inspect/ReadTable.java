package leakcensus.spark.read.inspect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import leakcensus.inspect.RecordsSeen;
import leakcensus.inspect.SampleRecords;
import leakcensus.source.RecordCursor;
import leakcensus.source.RecordFault;

/** Goes through the records of one table, counts them and takes some into a sample. */
final class ReadTable {

  private final List<Integer> places;
  private final SampleRecords sample;
  private final Map<RecordFault, Long> broken = new EnumMap<>(RecordFault.class);
  private Optional<RecordFault> last = Optional.empty();
  private long records;

  /**
   * A table of which nothing is read yet.
   *
   * @param places where its columns stand among those of the cursor
   * @param sample takes its records
   */
  ReadTable(List<Integer> places, SampleRecords sample) {
    this.places = List.copyOf(places);
    this.sample = sample;
  }

  /** Reads all records of a cursor as records of this table. */
  void readAll(RecordCursor cursor) throws IOException {
    while (cursor.next()) {
      take(cursor);
    }
  }

  /** Takes the current record of a cursor. */
  void take(RecordCursor cursor) {
    settle();
    records++;
    if (cursor.fault() != RecordFault.NONE) {
      last = Optional.of(cursor.fault());
      return;
    }
    if (!sample.wantsNext()) {
      sample.skip();
      return;
    }
    List<String> values = new ArrayList<>(places.size());
    for (int place : places) {
      values.add(cursor.value(place));
    }
    sample.add(values);
  }

  SampleRecords sample() {
    return sample;
  }

  /**
   * What was seen. Where the stream was cut, a broken last record is the cut's and not the file's.
   *
   * @param cut whether the stream went on
   * @param wholeBytes bytes of the file, where the table is all there is in it, else 0
   * @param readBytes bytes of it that were read
   */
  RecordsSeen seen(BooleanSupplier cut, long wholeBytes, long readBytes) {
    if (!cut.getAsBoolean()) {
      settle();
      return new RecordsSeen(records, broken, 0, 0);
    }
    long whole = records - (last.isPresent() ? 1 : 0);
    return new RecordsSeen(whole, broken, Math.max(1, wholeBytes), wholeBytes == 0 ? 0 : readBytes);
  }

  private void settle() {
    last.ifPresent(fault -> broken.merge(fault, 1L, Long::sum));
    last = Optional.empty();
  }
}
