package leakcensus.spark.prepare;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import leakcensus.block.Bucket;
import leakcensus.block.LongTable;
import leakcensus.link.Node;
import leakcensus.link.ResolveMethod;
import leakcensus.person.MentionBlock;
import leakcensus.source.IntakeMeasure;
import leakcensus.source.RecordCursor;
import leakcensus.source.RecordFault;
import leakcensus.source.Split;
import leakcensus.source.SplitReader;
import leakcensus.source.SplitTally;
import leakcensus.spark.table.BlockTable;
import org.apache.spark.sql.Row;

/** Reads splits and yields blocks of mentions as they fill, then the counts of each split. */
final class MentionBlocks implements Iterator<Row> {

  /** Where the counts of the intake go; any bucket would do. */
  private static final int INTAKE_BUCKET = 0;

  private final SplitReader reader;
  private final List<Split> splits;
  private final List<String> paths;
  private final PrepareRecords records;
  private final ResolveMethod method;
  private final int buckets;
  private final ReadingMeter meter;
  private final Deque<Row> ready = new ArrayDeque<>();
  private int next;

  /**
   * The blocks of a task.
   *
   * @param reader opens the splits
   * @param splits the splits of the task
   * @param paths path of the file of each split
   * @param records turns records into mentions
   * @param method how mentions are resolved, which decides their nodes
   * @param buckets number of buckets that the mentions are spread over
   * @param meter is told how much has been read
   */
  MentionBlocks(
      SplitReader reader,
      List<Split> splits,
      List<String> paths,
      PrepareRecords records,
      ResolveMethod method,
      int buckets,
      ReadingMeter meter) {
    this.reader = reader;
    this.splits = splits;
    this.paths = paths;
    this.records = records;
    this.method = method;
    this.buckets = buckets;
    this.meter = meter;
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && next < splits.size()) {
      readSplit(splits.get(next), paths.get(next));
      next++;
      if (next == splits.size()) {
        flush();
      }
    }
    return !ready.isEmpty();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no block left");
    }
    return ready.poll();
  }

  private void readSplit(Split split, String path) {
    SplitTally tally = new SplitTally(split.fileId());
    meter.begin();
    try (RecordCursor cursor = reader.open(split, path)) {
      tally = cursor.tally();
      while (cursor.next()) {
        boolean usable = cursor.fault() == RecordFault.NONE;
        meter.met(usable);
        if (usable) {
          records.prepare(split, cursor);
          if (records.isFull()) {
            flush();
          }
        }
      }
    } catch (IOException | RuntimeException fault) {
      if (tally.rows().size() > 0) {
        throw reworded(split, fault);
      }
      tally.add(IntakeMeasure.UNREADABLE, 1);
    }
    meter.tell();
    LongTable counts = tally.rows();
    ready.add(BlockTable.row(INTAKE_BUCKET, BlockTable.INTAKE, counts.encode()));
  }

  /** A fault without its message, which may hold a path or a value. */
  private static IllegalStateException reworded(Split split, Exception fault) {
    IllegalStateException reworded =
        new IllegalStateException(
            "Cannot read file %d further (%s). The task is tried again; if it fails again, leave the file out."
                .formatted(split.fileId(), fault.getClass().getName()));
    reworded.setStackTrace(fault.getStackTrace());
    return reworded;
  }

  private void flush() {
    MentionBlock mentions = records.seal();
    int[] bucketOf = new int[mentions.size()];
    int[] starts = new int[buckets + 1];
    for (int row = 0; row < mentions.size(); row++) {
      bucketOf[row] = Bucket.of(Node.of(mentions, row, method), buckets);
      starts[bucketOf[row] + 1]++;
    }
    for (int bucket = 0; bucket < buckets; bucket++) {
      starts[bucket + 1] += starts[bucket];
    }
    int[] order = new int[mentions.size()];
    int[] places = starts.clone();
    for (int row = 0; row < mentions.size(); row++) {
      order[places[bucketOf[row]]++] = row;
    }
    for (int bucket = 0; bucket < buckets; bucket++) {
      if (starts[bucket + 1] > starts[bucket]) {
        byte[] block = mentions.encode(order, starts[bucket], starts[bucket + 1]);
        ready.add(BlockTable.row(bucket, BlockTable.MENTIONS, block));
      }
    }
    ready.addAll(records.signatureRows(buckets));
    ready.addAll(records.plantedRows());
    ready.addAll(records.signRows(buckets));
    records.clear();
  }
}
