package leakcensus.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/**
 * Measures how fast made-up files are read: by leak-census on one core, and in turn by Spark's own
 * reader in one task.
 *
 * <p>Errors: time is the processor time of the process, which other work on the machine changes
 * little; a job of Spark's takes some hundredths of a second whatever the file, which counts for
 * leak-census where files are small.
 */
public final class MeasureReaders {

  private static final double NANOS_PER_SECOND = 1e9;

  /** Rounds in which the readers are compiled. */
  private static final int COLD_ROUNDS = 2;

  private final SparkSession spark;
  private final Path folder;
  private final long records;
  private final int rounds;

  /**
   * A measurement.
   *
   * @param spark the session whose readers are compared
   * @param folder where files are made; each is deleted when it is measured
   * @param records records of a file; the slow formats get a tenth
   * @param rounds warm rounds, each a reading of both
   */
  public MeasureReaders(SparkSession spark, Path folder, long records, int rounds) {
    this.spark = spark;
    this.folder = folder;
    this.records = records;
    this.rounds = rounds;
  }

  /**
   * Measures one format.
   *
   * @throws IOException if the file cannot be written or read
   * @throws IllegalStateException if a reader did not find what was written
   */
  public ReaderSpeed measure(ReaderFormat format) throws IOException {
    MadeUpFile file = WriteMadeUpFile.write(format, folder, records);
    try {
      return measure(format, file);
    } finally {
      Files.deleteIfExists(file.path());
      Files.deleteIfExists(folder.resolve("." + file.path().getFileName() + ".crc"));
    }
  }

  private ReaderSpeed measure(ReaderFormat format, MadeUpFile file) throws IOException {
    MadeUpFile.Content content = file.content();
    OwnReader own = new OwnReader(format, file, spark.sparkContext().hadoopConfiguration());
    ReadTotals characters = new ReadTotals(content.records(), content.characters());
    SparkReader foreign = new SparkReader(spark, format, file);
    ReadTotals octets = new ReadTotals(content.records(), content.octets());
    List<ReaderPass> ownPasses = new ArrayList<>();
    List<ReaderPass> sparkPasses = new ArrayList<>();
    for (int round = -COLD_ROUNDS; round < rounds; round++) {
      ReaderPass pass = time(format, own::read, characters);
      if (round >= 0) {
        ownPasses.add(pass);
      }
      if (format.leastRatio().isPresent()) {
        ReaderPass sparkPass = time(format, foreign::read, octets);
        if (round >= 0) {
          sparkPasses.add(sparkPass);
        }
      }
    }
    return new ReaderSpeed(format, content.records(), file.textBytes(), ownPasses, sparkPasses);
  }

  /** One reading. */
  @FunctionalInterface
  private interface Reading {
    ReadTotals read() throws IOException;
  }

  private static ReaderPass time(ReaderFormat format, Reading reading, ReadTotals expected)
      throws IOException {
    // What the reading before left behind is not this one's to clear up.
    System.gc();
    long wall = System.nanoTime();
    long cores = coreNanos();
    ReadTotals found = reading.read();
    ReaderPass pass =
        new ReaderPass(
            (System.nanoTime() - wall) / NANOS_PER_SECOND,
            (coreNanos() - cores) / NANOS_PER_SECOND);
    if (!found.equals(expected)) {
      throw new IllegalStateException(
          "Cannot measure %s: found %s, written %s".formatted(format.key(), found, expected));
    }
    return pass;
  }

  private static long coreNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
