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
   * Bytes of plain text whose mentions make one bucket: some 500,000 to a million mentions. Tasks,
   * and blocks between tasks, cost time of their own, so few are better as long as memory allows.
   */
  private static final long TEXT_BYTES_PER_BUCKET = 128L << 20;

  /** The same for matching, whose mentions bring signatures along, and take twice the memory. */
  private static final long TEXT_BYTES_PER_BUCKET_TO_MATCH = 48L << 20;

  /** What a task holds at its peak for a byte of text, reckoned from the tables of LinkMentions. */
  private static final long MEMORY_PER_TEXT_BYTE = 12;

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
    long most =
        method == ResolveMethod.MATCHING ? TEXT_BYTES_PER_BUCKET_TO_MATCH : TEXT_BYTES_PER_BUCKET;
    long bytesPerBucket = Math.max(1, Math.min(most, task.bytes() / MEMORY_PER_TEXT_BYTE));
    return (int) Math.min(MAX_BUCKETS, Math.max(parallelism, textBytes / bytesPerBucket + 1));
  }
}
