package leakcensus.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import leakcensus.config.InputException;
import leakcensus.pipeline.Progress;
import leakcensus.testing.ChangesAt;
import leakcensus.testing.FaultRow;
import leakcensus.testing.LocalSpark;
import leakcensus.testing.MadeUpLeak;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A sample that others write to while it is counted. */
@ExtendWith(LocalSpark.class)
class ChangedInputIT {

  @TempDir private Path folder;

  private final SparkSession spark;
  private Path leak;
  private Path file;

  ChangedInputIT(SparkSession spark) {
    this.spark = spark;
  }

  @BeforeEach
  void writeLeak() throws IOException {
    leak = MadeUpLeak.write(spark, folder.resolve("leak")).folder();
    try (Stream<Path> files = Files.walk(leak)) {
      file =
          files
              .filter(found -> found.toString().endsWith(".csv"))
              .sorted()
              .findFirst()
              .orElseThrow();
    }
  }

  @Test
  void isRefusedWhereAFileIsReplacedByOneOfTheSameLength() {
    assertRefused(
        "a file is replaced by one of the same length while the census reads",
        () -> {
          byte[] content = Files.readAllBytes(file);
          content[content.length / 2] ^= 1;
          Files.write(file, content);
        },
        "Cannot trust what was read of file \\d+: it was changed during the run\\. Start again when nobody writes to it\\.");
  }

  @Test
  void isRefusedWhereAFileGrows() {
    assertRefused(
        "a file grows while the census reads",
        () -> Files.writeString(file, Files.readString(file) + "one,more,line\n"),
        "Cannot (trust what was read of|account for) file \\d+: .*");
  }

  @Test
  void isRefusedWhereAFileVanishes() {
    assertRefused(
        "a file vanishes while the census reads",
        () -> Files.delete(file),
        "Cannot look at file \\d+: FileNotFoundException\\. Was it removed during the run\\?");
  }

  private void assertRefused(String how, ChangesAt.Change change, String message) {
    Path output = folder.resolve("out");

    assertThatThrownBy(
            () ->
                MadeUpLeak.count(
                    spark,
                    leak,
                    output,
                    new Progress(new ChangesAt("leak-census: read and prepare ...", change)),
                    "resolve.method=identifiers"))
        .isInstanceOfSatisfying(
            InputException.class,
            fault -> assertThat(fault.kind()).isEqualTo(InputException.Kind.UNREADABLE))
        .hasMessageMatching(message);
    assertThat(output.resolve("latest.json")).doesNotExist();
    assertThat(output.resolve("status")).isNotEmptyDirectory();
    new FaultRow(
            "11",
            how,
            "the census says which file, and what of it",
            "exit code 3, nothing published")
        .tell();
  }
}
