package leakcensus.pipeline;

import java.io.IOException;
import java.util.Optional;
import leakcensus.config.CensusConfig;
import leakcensus.pseudonym.RunKeys;
import leakcensus.spark.keep.KeptTables;
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

  /** Counts up whenever blocks change their meaning. */
  private static final int LAYOUT = 1;

  private final SparkSession spark;
  private final CensusConfig config;
  private final String fingerprint;
  private final RunKeys keys;

  StoreTables(SparkSession spark, CensusConfig config, String fingerprint, RunKeys keys) {
    this.spark = spark;
    this.config = config;
    this.fingerprint = fingerprint;
    this.keys = keys;
  }

  /** The place for a listed sample; none without a lasting key, or where it is not wanted. */
  Optional<KeptTables> of(SampleMentions sample) {
    if (!keys.isLasting() || !config.keep().resume()) {
      return Optional.empty();
    }
    String stamp =
        sample.addsTo()
            + "\n"
            + new StampFiles(spark.sparkContext().hadoopConfiguration()).stamp(sample.newFiles());
    String name =
        keys.name(
            "%s\n%d\n%s\n%d\n%s"
                .formatted(ToolVersion.version(), LAYOUT, fingerprint, sample.buckets(), stamp));
    try {
      return Optional.of(
          new KeptTables(
              spark,
              new Path(new Path(config.output().path(), FOLDER), "run-" + name),
              keys.seals("run " + name)));
    } catch (IOException fault) {
      throw CommitException.of("reach the place of what a run keeps", fault);
    }
  }
}
