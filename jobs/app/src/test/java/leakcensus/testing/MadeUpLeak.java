package leakcensus.testing;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import leakcensus.config.ConfigReader;
import leakcensus.config.LoadedConfig;
import leakcensus.pipeline.CensusRun;
import leakcensus.pipeline.Progress;
import leakcensus.pipeline.RunCensus;
import leakcensus.spark.synthesise.WriteLeak;
import leakcensus.synthetic.SyntheticTruth;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.api.InstanceOfAssertFactories;

/**
 * A small synthetic leak in a folder, and the truth about it.
 *
 * @param folder the leak with its {@code sources.conf}
 * @param truth what it really holds
 */
public record MadeUpLeak(Path folder, SyntheticTruth truth) {

  private static final List<String> SMALL =
      List.of("synthesise.persons=3000", "synthesise.sample-ratio=0.6");

  /** Writes a leak of some 3,000 persons in three formats; further settings win. */
  public static MadeUpLeak write(SparkSession spark, Path folder, String... settings) {
    List<String> all = new ArrayList<>(SMALL);
    all.addAll(List.of(settings));
    try {
      SyntheticTruth truth =
          new WriteLeak(spark)
              .write(LoadedConfig.load(Optional.empty(), all).synthesis(), folder.toString());
      return new MadeUpLeak(folder, truth);
    } catch (IOException fault) {
      throw new UncheckedIOException("Cannot write the leak", fault);
    }
  }

  /** Counts it. */
  public CensusRun count(SparkSession spark, Path output, String... settings) {
    return count(spark, folder, output, settings);
  }

  /** Counts the leak in a folder that has a {@code sources.conf}. */
  public static CensusRun count(SparkSession spark, Path leak, Path output, String... settings) {
    Progress unheard =
        new Progress(
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    return count(spark, leak, output, unheard, settings);
  }

  /** Counts it with no room for its graph in the driver; fails if the driver connects it still. */
  public CensusRun countOnExecutors(SparkSession spark, Path output, String... settings) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    List<String> all = new ArrayList<>(List.of("resolve.driver-budget-bytes=0"));
    all.addAll(List.of(settings));
    CensusRun run =
        count(
            spark,
            folder,
            output,
            new Progress(new PrintStream(said, true, StandardCharsets.UTF_8)),
            all.toArray(new String[0]));
    assertThat(said.toString(StandardCharsets.UTF_8).lines())
        .filteredOn(line -> line.contains("graph connected"))
        .singleElement(as(InstanceOfAssertFactories.STRING))
        .matches(
            "leak-census: graph connected on the executors in [1-9]\\d* rounds:"
                + " it exceeds resolve\\.driver-budget-bytes");
    return run;
  }

  /** Counts the leak in a folder, and tells how it goes on. */
  public static CensusRun count(
      SparkSession spark, Path leak, Path output, Progress progress, String... settings) {
    List<String> all = new ArrayList<>(List.of("output.path=" + output));
    all.addAll(List.of(settings));
    LoadedConfig loaded = LoadedConfig.load(Optional.of(leak.resolve(WriteLeak.SOURCES_FILE)), all);
    return new RunCensus(
            spark, ConfigReader.read(loaded), loaded.fingerprint(), progress, Clock.systemUTC())
        .run();
  }
}
