package leakcensus.spark.prepare;

import java.io.Serializable;
import org.apache.spark.SparkContext;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.util.LongAccumulator;
import scala.Function0;

/**
 * Tells the driver how much a task has read while it reads: counts alone.
 *
 * <p>It serves progress and metrics. No published number rests on it, since Spark counts attempts
 * that failed as well.
 */
public final class ReadingMeter implements Serializable {

  /** Begins the names of its accumulators. */
  public static final String PREFIX = "leakcensus.";

  /** Accumulator: records met, whether they can be used or not. */
  public static final String RECORDS = PREFIX + "recordsRead";

  /** Accumulator: records in quarantine. */
  public static final String QUARANTINED = PREFIX + "recordsQuarantined";

  /** Accumulator: bytes that came from the file system, packed as they are. */
  public static final String BYTES = PREFIX + "bytesRead";

  private static final long serialVersionUID = 1;
  private static final int RECORDS_PER_TELLING = 1 << 12;

  private final LongAccumulator records = new LongAccumulator();
  private final LongAccumulator quarantined = new LongAccumulator();
  private final LongAccumulator bytes = new LongAccumulator();

  private transient Function0<Object> fileSystemBytes;
  private transient long bytesTold;
  private transient long met;
  private transient long broken;

  /** A meter that nobody looks at. */
  ReadingMeter() {}

  /** A meter whose readings reach the listeners of a context. */
  public static ReadingMeter of(SparkContext spark) {
    ReadingMeter meter = new ReadingMeter();
    spark.register(meter.records, RECORDS);
    spark.register(meter.quarantined, QUARANTINED);
    spark.register(meter.bytes, BYTES);
    return meter;
  }

  /** Begins to read a split, on the thread that reads it. */
  void begin() {
    if (fileSystemBytes == null) {
      fileSystemBytes = SparkHadoopUtil.get().getFSBytesReadOnThreadCallback();
    }
  }

  /** Counts one record. */
  void met(boolean usable) {
    met++;
    if (!usable) {
      broken++;
    }
    if (met == RECORDS_PER_TELLING) {
      tell();
    }
  }

  /** Tells what was counted since the last time. */
  void tell() {
    long bytesNow = ((Number) fileSystemBytes.apply()).longValue();
    records.add(met);
    quarantined.add(broken);
    bytes.add(bytesNow - bytesTold);
    bytesTold = bytesNow;
    met = 0;
    broken = 0;
  }
}
