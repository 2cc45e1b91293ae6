package leakcensus.pipeline;

import leakcensus.config.CensusConfig;
import leakcensus.source.RecordFormat;
import leakcensus.spark.read.FilePacking;
import leakcensus.spark.read.InputFile;
import leakcensus.spark.read.InputFiles;

/** Chooses the number of buckets so that the mentions of one fit a task's memory with ease. */
final class ChooseBuckets {

  /** Bytes of plain text whose mentions make one bucket: some 200,000 mentions. */
  private static final long TEXT_BYTES_PER_BUCKET = 48L << 20;

  /** How much smaller compressed text and Parquet are than plain text, at a guess. */
  private static final long COMPRESSION_FACTOR = 6;

  private static final int MAX_BUCKETS = 20_000;

  private ChooseBuckets() {}

  static int choose(CensusConfig config, InputFiles files, int parallelism) {
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
    long bySize = textBytes / TEXT_BYTES_PER_BUCKET + 1;
    return (int) Math.min(MAX_BUCKETS, Math.max(parallelism, bySize));
  }
}
