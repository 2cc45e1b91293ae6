package leakcensus.command;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import leakcensus.config.CensusConfig;
import leakcensus.config.ConfigReader;
import leakcensus.config.LoadedConfig;
import leakcensus.page.ReportFiles;
import leakcensus.pipeline.CensusRun;
import leakcensus.pipeline.LoadKeys;
import leakcensus.pipeline.NightUnchangedException;
import leakcensus.pipeline.Progress;
import leakcensus.pipeline.RefuseRun;
import leakcensus.pipeline.RunCensus;
import leakcensus.report.RunJson;
import leakcensus.report.TerminalSummary;
import leakcensus.spark.table.SummaryRows;
import leakcensus.spark.write.CommittedRun;
import leakcensus.spark.write.Manifest;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The main job. */
@Command(
    name = "census",
    mixinStandardHelpOptions = true,
    description = {
      "Counts the persons of a leaked sample and writes the tables of the run.",
      "",
      "Results go to standard output, progress to standard error.",
      ""
    },
    footer = {
      "",
      "Example:",
      "  leak-census census --config conf/run.conf --set output.path=/data/census",
      ""
    })
public final class CensusCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ConfigOptions options;

  @Option(names = "--json", description = "Prints one JSON object instead of text.")
  private boolean json;

  @Option(
      names = "--explain",
      description = "Prints every effective setting with its origin, and stops.")
  private boolean explain;

  @Option(
      names = "--since",
      paramLabel = "RUN",
      description = {
        "Adds to earlier nights: reads the files that are new since that run, or since the newest",
        "one (latest), and counts the persons of all nights. Needs a lasting key (privacy.key).",
        "The first night begins the series."
      })
  private String since;

  @Override
  public Integer call() {
    LoadedConfig loaded = options.load();
    CensusConfig config = ConfigReader.read(loaded);
    if (explain) {
      print(loaded.explain());
      return 0;
    }
    Progress progress = StandardError.progress();
    tell(
        SparkSessions.safely(
            config.privacy(),
            "leak-census",
            spark -> count(spark, config, loaded, progress),
            refusal -> refuse(config, refusal)));
    return 0;
  }

  /** Schedulers that do not see the exit code find it in the output. */
  private static void refuse(CensusConfig config, RuntimeException refusal) {
    Configuration hadoop = SparkHadoopUtil.get().newConfiguration(new SparkConf());
    new RefuseRun(hadoop, config.output(), Clock.systemUTC()).because(refusal);
  }

  /** What a run says of itself. */
  private record Told(
      List<SummaryRows> tables,
      Manifest manifest,
      String path,
      Map<String, Double> secondsByStep) {}

  private Told count(
      SparkSession spark, CensusConfig config, LoadedConfig loaded, Progress progress) {
    RunCensus census =
        new RunCensus(spark, config, loaded.fingerprint(), progress, Clock.systemUTC());
    try {
      CensusRun run =
          (since == null ? census : census.since(since, loaded.readingFingerprint())).run();
      return new Told(run.tables(), run.manifest(), run.path(), run.secondsByStep());
    } catch (NightUnchangedException unchanged) {
      progress.say(unchanged.getMessage());
      CommittedRun newest =
          CommittedRun.open(
              config.output().path(),
              spark.sparkContext().hadoopConfiguration(),
              LoadKeys.ofTables(
                  config.output().encryption(), spark.sparkContext().hadoopConfiguration()));
      return new Told(newest.tables(), newest.manifest(), newest.path(), Map.of());
    }
  }

  private void tell(Told run) {
    print(
        json
            ? RunJson.text(
                    RunJson.of(run.tables(), run.manifest(), run.path(), run.secondsByStep()))
                + "\n"
            : TerminalSummary.of(run.tables(), run.path()) + page(run));
  }

  /** Where the page is, or how to make it: it would tell in clear what is encrypted. */
  private static String page(Told run) {
    return run.manifest().keyId().isPresent()
        ? "  Tables encrypted under key %s: leak-census report --key-file FILE reads them.%n"
            .formatted(run.manifest().keyId().get())
        : "  %s/%s (one page to hand on)%n".formatted(run.path(), ReportFiles.PAGE);
  }

  private void print(String text) {
    spec.commandLine().getOut().print(text);
    spec.commandLine().getOut().flush();
  }
}
