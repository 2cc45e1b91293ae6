package leakcensus.pipeline;

import leakcensus.config.CensusConfig;
import leakcensus.link.ResolveMethod;
import leakcensus.source.RecordFormat;
import leakcensus.spark.read.FilePacking;
import leakcensus.spark.read.InputFile;
import leakcensus.spark.read.InputFiles;

/** Chooses the number of buckets so that the mentions of one fit a task's memory with ease. */
final class ChooseBuckets {

  /**
   * By identifiers: some 500,000 to a million mentions. Tasks, and blocks between tasks, cost time
   * of their own, so few are better as long as memory allows. The memory is reckoned from the
   * tables of LinkMentions.
   */
  private static final BucketSize LINKED = new BucketSize(128L << 20, 12);

  /**
   * By matching: signatures of a kilobyte each, which lie in every bucket where others share a key
   * with them. More than this costs time as well: what lives as long as its task is copied by each
   * collection of garbage.
   */
  private static final BucketSize MATCHED = new BucketSize(6L << 20, 128);

  /** How much smaller compressed text and Parquet are than plain text, at a guess. */
  private static final long COMPRESSION_FACTOR = 6;

  private static final int MAX_BUCKETS = 20_000;

  private ChooseBuckets() {}

  static int choose(CensusConfig config, InputFiles files, int parallelism, TaskMemory task) {
    if (config.resolve().buckets() > 0) {
      return config.resolve().buckets();
    }
    long textBytes = 0;
    for (InputFile file : files.files()) {
      boolean parquet =
          config.sources().get(file.source()).format() instanceof RecordFormat.ParquetRows;
      boolean compressed = parquet || file.compression() != FilePacking.NONE;
      textBytes += file.bytes() * (compressed ? COMPRESSION_FACTOR : 1);
    }
    return choose(textBytes, config.resolve().trust().method(), parallelism, task);
  }

  /** The number of buckets for some plain text. */
  static int choose(long textBytes, ResolveMethod method, int parallelism, TaskMemory task) {
    BucketSize size = method == ResolveMethod.MATCHING ? MATCHED : LINKED;
    long bytesPerBucket =
        Math.max(1, Math.min(size.mostTextBytes(), task.bytes() / size.memoryPerTextByte()));
    return (int) Math.min(MAX_BUCKETS, Math.max(parallelism, textBytes / bytesPerBucket + 1));
  }

  /**
   * How large a bucket may be.
   *
   * @param mostTextBytes bytes of plain text whose mentions make one bucket where memory allows
   * @param memoryPerTextByte what a task holds at its peak for each of them, in bytes
   */
  private record BucketSize(long mostTextBytes, long memoryPerTextByte) {}
}
