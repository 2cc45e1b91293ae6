package leakcensus.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import leakcensus.testing.FaultRow;
import leakcensus.testing.LauncherRun;
import leakcensus.testing.LocalSpark;
import leakcensus.testing.MadeUpLeak;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a census on this machine whose parts are larger than its memory. */
@Tag("long")
@Tag("fault")
@ExtendWith(LocalSpark.class)
class ExhaustedMemoryIT {

  @TempDir Path folder;

  @Test
  void saysThatItsMemoryIsUsedUpAndPublishesNothing(SparkSession spark) throws Exception {
    MadeUpLeak leak = MadeUpLeak.write(spark, folder.resolve("leak"), "synthesise.persons=250000");
    LauncherRun census =
        LauncherRun.census(
                folder,
                leak.folder().resolve("sources.conf"),
                "--set",
                "resolve.method=matching",
                "--set",
                "resolve.buckets=1")
            .onSpark();

    assertThat(census.run()).as(census.errors()).isEqualTo(1);

    assertThat(census.errors().lines())
        .filteredOn(
            line ->
                line.contains(
                    "Cannot go on: the memory of an executor, or of the driver, is used up."))
        .hasSize(1);
    assertThat(census.path("out/runs")).doesNotExist();
    new FaultRow(
            "13",
            "a census by matching on this machine, all mentions in one bucket, a heap of 1 GB",
            "the run says that its memory is used up",
            "exit code 1, nothing published")
        .tell();
  }
}
