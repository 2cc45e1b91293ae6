package leakcensus.pipeline;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import leakcensus.config.CensusConfig;
import leakcensus.pseudonym.RunKeys;
import leakcensus.spark.keep.KeptTables;
import leakcensus.spark.keep.SweepKept;
import leakcensus.spark.read.StampFiles;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/**
 * Where a run that can be resumed stores its tables: a folder whose name follows from the key, all
 * settings, the version of the tool and the files, so that only the same run on the same input
 * finds it.
 */
final class StoreTables {

  /** Folder of all that runs keep, under the output. */
  static final String FOLDER = "private/kept";

  private static final String PREFIX = "run-";

  private final SparkSession spark;
  private final CensusConfig config;
  private final String fingerprint;
  private final RunKeys keys;
  private final Clock clock;

  StoreTables(
      SparkSession spark, CensusConfig config, String fingerprint, RunKeys keys, Clock clock) {
    this.spark = spark;
    this.config = config;
    this.fingerprint = fingerprint;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * The place for a listed sample; none without a lasting key, or where it is not wanted. Removes
   * what other runs have left there long ago.
   */
  Optional<KeptTables> of(SampleMentions sample) {
    if (!keys.isLasting() || !config.keep().resume()) {
      return Optional.empty();
    }
    String stamp = sample.addsTo() + "\n" + StampFiles.stamp(sample.newFiles());
    String name =
        keys.name(
            "%s\n%s\n%d\n%s".formatted(KeptLayout.name(), fingerprint, sample.buckets(), stamp));
    String folder = PREFIX + name;
    Path kept = new Path(config.output().path(), FOLDER);
    try {
      Instant since = clock.instant().minus(Duration.ofDays(config.keep().days()));
      SweepKept.sweep(spark.sparkContext().hadoopConfiguration(), kept, PREFIX, folder, since);
      return Optional.of(new KeptTables(spark, new Path(kept, folder), keys.seals("run " + name)));
    } catch (IOException fault) {
      throw CommitException.of("reach the place of what a run keeps", fault);
    }
  }
}
