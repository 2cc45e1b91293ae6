package leakcensus.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import leakcensus.config.CensusConfig;
import leakcensus.config.ConfigReader;
import leakcensus.config.InputException;
import leakcensus.config.LoadedConfig;
import leakcensus.spark.synthesise.WriteLeak;
import leakcensus.synthetic.SyntheticSettings;
import leakcensus.synthetic.SyntheticTruth;
import org.apache.spark.sql.SparkSession;

/**
 * Makes up a leak and runs a census on a sample of it, as a responder would who knows the dump's
 * size.
 */
public final class RunDemo {

  private final SparkSession spark;
  private final Path folder;
  private final List<String> settings;
  private final Progress progress;

  /**
   * A demonstration on a running Spark.
   *
   * @param spark the session
   * @param folder where leak and run go
   * @param settings settings of the form {@code path=value}
   * @param progress where progress is told
   */
  public RunDemo(SparkSession spark, Path folder, List<String> settings, Progress progress) {
    this.spark = spark;
    this.folder = folder.toAbsolutePath();
    this.settings = List.copyOf(settings);
    this.progress = progress;
  }

  /** Writes the leak unless it is there, and counts it. */
  public DemoResult run() {
    SyntheticSettings synthesis = LoadedConfig.load(Optional.empty(), settings).synthesis();
    Path leak = folder.resolve("leak-seed-" + synthesis.seed());
    SyntheticTruth truth = progress.step("synthesise", () -> write(synthesis, leak));
    LoadedConfig loaded =
        LoadedConfig.load(Optional.of(leak.resolve(WriteLeak.SOURCES_FILE)), censusSettings(truth));
    CensusConfig config = ConfigReader.read(loaded);
    CensusRun run =
        new RunCensus(spark, config, loaded.fingerprint(), progress, Clock.systemUTC()).run();
    return new DemoResult(leak.toString(), truth, run);
  }

  private SyntheticTruth write(SyntheticSettings synthesis, Path leak) {
    try {
      if (Files.exists(leak)) {
        deleteLeak(leak);
      }
      return new WriteLeak(spark).write(synthesis, leak.toUri().toString());
    } catch (IOException fault) {
      throw CommitException.of("write the synthetic leak", fault);
    }
  }

  /** Only what a demonstration wrote is removed: a folder with its truth in it. */
  private static void deleteLeak(Path leak) throws IOException {
    if (!Files.exists(leak.resolve(WriteLeak.TRUTH_FILE))) {
      throw new InputException(
          "Cannot write into %s: it exists and holds no synthetic leak. Remove it, or use --out."
              .formatted(leak));
    }
    try (var below = Files.walk(leak)) {
      for (Path path : below.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private List<String> censusSettings(SyntheticTruth truth) {
    List<String> all = new ArrayList<>();
    all.add("output.title=Demo: a made-up leak");
    all.add("output.path=" + folder.resolve("census"));
    all.add("sample.design=random-records");
    all.add("sample.dump-records=" + truth.dump().records());
    // Or nobody could say who was a child then.
    all.add("population.leak-date=2022-06-30");
    // What sellers say: every record a person.
    all.add("claims={ seller { persons = " + truth.dump().records() + ", max-cv2 = 2 } }");
    all.addAll(settings);
    return all;
  }
}
