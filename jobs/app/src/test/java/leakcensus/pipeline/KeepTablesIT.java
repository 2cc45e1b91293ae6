package leakcensus.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Optional;
import leakcensus.testing.LocalSpark;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where Spark is told to keep what steps have made. */
@ExtendWith(LocalSpark.class)
class KeepTablesIT {

  @Test
  void putsOnTheDiskWhatMemoryHasNoRoomForUnlessAShuffleHasLeftItThere(SparkSession spark) {
    Dataset<Row> made = spark.range(3).toDF();
    Dataset<Row> shuffled = spark.range(5).toDF();

    try (KeepTables tables =
        new KeepTables(
            Optional.empty(), new Progress(new PrintStream(OutputStream.nullOutputStream())))) {
      tables.keep("made", () -> made);
      tables.keepShuffled("shuffled", () -> shuffled);

      assertThat(made.storageLevel()).isEqualTo(StorageLevel.MEMORY_AND_DISK());
      assertThat(shuffled.storageLevel()).isEqualTo(StorageLevel.MEMORY_ONLY());
    }
    assertThat(made.storageLevel()).isEqualTo(StorageLevel.NONE());
    assertThat(shuffled.storageLevel()).isEqualTo(StorageLevel.NONE());
  }
}
