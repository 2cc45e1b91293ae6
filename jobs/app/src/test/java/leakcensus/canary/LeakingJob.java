package leakcensus.canary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;

/** A job that lets a value out by each door that a census keeps shut, and is then killed. */
final class LeakingJob {

  private static final Logger LOG = LogManager.getLogger("leakcensus.LeakingJob");
  private static final int ROWS = 1000;
  private static final int KILLED = 137;

  private LeakingJob() {}

  /** Runs the job; the only argument is a folder for its temporary file. */
  public static void main(String[] arguments) throws IOException {
    LOG.info("Read {}", Canaries.PHONE.text());
    LOG.warn("Cannot read", new IllegalStateException(Canaries.SURNAME.text()));
    LOG.warn("Lost task: java.lang.IllegalStateException: {}", Canaries.GIVEN_NAME.text());
    Files.writeString(Path.of(arguments[0]).resolve("values"), Canaries.NATIONAL_ID.text());
    SparkSession spark = SparkSession.builder().getOrCreate();
    spark.sparkContext().setJobDescription(Canaries.EMAIL.text());
    spark
        .createDataset(Collections.nCopies(ROWS, Canaries.ADDRESS.text()), Encoders.STRING())
        .repartition(2)
        .toJavaRDD()
        .count();
    Runtime.getRuntime().halt(KILLED);
  }
}
