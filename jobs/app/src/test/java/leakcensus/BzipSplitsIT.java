package leakcensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import leakcensus.config.CensusConfig;
import leakcensus.config.ConfigReader;
import leakcensus.config.LoadedConfig;
import leakcensus.spark.read.IndexBlocks;
import leakcensus.spark.read.InputFiles;
import leakcensus.spark.read.ListFiles;
import leakcensus.spark.read.PlanSplits;
import leakcensus.spark.write.Manifest;
import leakcensus.testing.LocalSpark;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A census of a bzip2 file gives the same tables, however many tasks read it. */
@Tag("long")
@ExtendWith(LocalSpark.class)
class BzipSplitsIT {

  private static final int RECORDS = 60_000;
  private static final String ONE_TASK = "read.split-bytes=100000000";

  @TempDir private Path folder;

  private final SparkSession spark;

  BzipSplitsIT(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void givesTheSameTablesHoweverManyTasksReadTheFile() throws IOException {
    byte[] text = people().getBytes(StandardCharsets.UTF_8);
    try (OutputStream out =
        new BZip2CompressorOutputStream(Files.newOutputStream(folder.resolve("leak.bz2")))) {
      out.write(text);
    }

    Map<String, String> whole = tables(ONE_TASK);

    assertThat(text.length).as("several blocks of 900 kB").isGreaterThan(3_000_000);
    assertThat(tasks(ONE_TASK)).isEqualTo(1);
    for (String split : List.of("read.split-bytes=300000", "read.split-bytes=1500001")) {
      assertThat(tasks(split)).as(split).isGreaterThan(2);
      assertThat(tables(split)).as(split).isEqualTo(whole);
    }
  }

  @Test
  void readsADamagedFileInOneTaskAsFarAsItGoes() throws IOException {
    Path file = folder.resolve("leak.bz2");
    try (OutputStream out = new BZip2CompressorOutputStream(Files.newOutputStream(file))) {
      out.write(people().getBytes(StandardCharsets.UTF_8));
    }
    byte[] packed = Files.readAllBytes(file);
    packed[packed.length / 2] ^= 1;
    Files.write(file, packed);

    Map<String, String> whole = tables(ONE_TASK);

    assertThat(tasks("read.split-bytes=300000")).isEqualTo(1);
    assertThat(tables("read.split-bytes=300000")).isEqualTo(whole);
  }

  private int tasks(String setting) throws IOException {
    CensusConfig config =
        ConfigReader.read(LoadedConfig.load(Optional.of(run()), List.of(setting)));
    InputFiles files =
        new ListFiles(spark.sparkContext().hadoopConfiguration()).list(config.sources());
    return PlanSplits.plan(
            files,
            config.sources(),
            config.read().splitBytes(),
            new IndexBlocks(spark, config.sources(), config.read()).run(files))
        .size();
  }

  /** Content hash of each table of a run. */
  private Map<String, String> tables(String setting) throws IOException {
    Path out = Files.createTempDirectory(folder, "out");
    Tool.Outcome outcome =
        Tool.run(
            "census",
            "--config",
            run().toString(),
            "--set",
            "output.path=" + out,
            "--set",
            setting);
    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.code()).isZero();
    List<Path> runs = new ArrayList<>();
    try (Stream<Path> committed = Files.list(out.resolve("runs"))) {
      committed.forEach(runs::add);
    }
    assertThat(runs).hasSize(1);
    Map<String, String> hashes = new TreeMap<>();
    Manifest.parse(Files.readString(runs.get(0).resolve(Manifest.FILE)))
        .tables()
        .forEach(table -> hashes.put(table.name(), table.contentHash()));
    assertThat(hashes).containsKeys("intake", "quarantine", "frequency");
    return hashes;
  }

  private Path run() throws IOException {
    return Files.writeString(
        folder.resolve("run.conf"),
        """
        leak-census {
          sources.people {
            files = [leak.bz2], format = json-lines, fields { full-name = name, phone = mobile }
          }
          resolve.method = identifiers
          read.max-quarantine-ratio = 0.5
        }
        """);
  }

  /** One line in a thousand is broken, one person in ten stands there twice. */
  private static String people() {
    StringBuilder lines = new StringBuilder();
    for (int line = 0; line < RECORDS; line++) {
      long person = line % 10 == 9 ? line - 1 : line;
      lines.append(
          line % 1_000 == 500
              ? "{\"name\":\n"
              : "{\"name\":\"Person %d\",\"mobile\":\"%d\",\"note\":\"%x\"}\n"
                  .formatted(
                      person * 7_919, 13_900_000_000L + person * 1_009, line * 2_654_435_761L));
    }
    return lines.toString();
  }
}
