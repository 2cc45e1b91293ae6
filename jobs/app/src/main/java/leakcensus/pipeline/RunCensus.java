package leakcensus.pipeline;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import leakcensus.census.CensusFacts;
import leakcensus.census.CensusFindings;
import leakcensus.census.ConcludeCensus;
import leakcensus.census.ConcludeConsequences;
import leakcensus.config.CensusConfig;
import leakcensus.config.DisclosureSettings;
import leakcensus.config.InputException;
import leakcensus.duty.DutyRegime;
import leakcensus.match.PairLabels;
import leakcensus.night.NightState;
import leakcensus.page.ReportFiles;
import leakcensus.population.Population;
import leakcensus.pseudonym.RunKeys;
import leakcensus.pseudonym.TableKeys;
import leakcensus.spark.census.CensusRows;
import leakcensus.spark.census.ConsequenceRows;
import leakcensus.spark.census.NightRows;
import leakcensus.spark.keep.KeptTables;
import leakcensus.spark.table.SummaryRows;
import leakcensus.spark.write.Manifest;
import leakcensus.spark.write.PrivateFileList;
import leakcensus.spark.write.RunFolder;
import leakcensus.spark.write.RunId;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/**
 * The main job: from the files of a sample to a committed run. The only place that knows the order.
 */
public final class RunCensus {

  private final SparkSession spark;
  private final CensusConfig config;
  private final String fingerprint;
  private final Progress progress;
  private final Clock clock;
  private final Optional<NightSeries.Earlier> since;

  /**
   * A census on a running Spark.
   *
   * @param spark the session
   * @param config all settings
   * @param fingerprint SHA-256 of the settings
   * @param progress where progress is told
   * @param clock tells the time
   */
  public RunCensus(
      SparkSession spark, CensusConfig config, String fingerprint, Progress progress, Clock clock) {
    this(spark, config, fingerprint, progress, clock, Optional.empty());
  }

  private RunCensus(
      SparkSession spark,
      CensusConfig config,
      String fingerprint,
      Progress progress,
      Clock clock,
      Optional<NightSeries.Earlier> since) {
    this.spark = spark;
    this.config = config;
    this.fingerprint = fingerprint;
    this.progress = progress;
    this.clock = clock;
    this.since = since;
  }

  /**
   * The same census as a night of a series: it reads the files that are new, and counts the persons
   * of all nights. Its numbers of persons by attribute are rounded so that two nights, subtracted
   * from each other, tell of no single persons.
   *
   * @param earlier id of the run to go on from, or {@code latest}
   * @param readingFingerprint SHA-256 of the settings that decide how files are read
   */
  public RunCensus since(String earlier, String readingFingerprint) {
    DisclosureSettings disclosure = config.disclosure();
    int base = Math.max(disclosure.roundPersons(), 2 * disclosure.minCell());
    return new RunCensus(
        spark,
        config.with(new DisclosureSettings(disclosure.minCell(), base)),
        fingerprint,
        progress,
        clock,
        Optional.of(new NightSeries.Earlier(earlier, readingFingerprint)));
  }

  /**
   * Runs the census and commits it.
   *
   * @throws NightUnchangedException if it is a night with nothing to tell
   * @throws InputException if the configuration or the input is at fault
   * @throws CommitException if the output cannot be written
   */
  public CensusRun run() {
    Instant started = clock.instant();
    RunStatus status = new RunStatus(RunId.at(started), started);
    Prepared prepared;
    RunOutput taken;
    try {
      prepared = prepare();
      taken = take(status, prepared);
    } catch (Throwable fault) {
      new RefuseRun(spark.sparkContext().hadoopConfiguration(), config.output(), clock)
          .because(fault, status);
      throw fault;
    }
    try (RunOutput output = taken) {
      Progress.Following following = progress.follow(spark.sparkContext());
      RunMetrics metrics = RunMetrics.register(progress);
      try {
        CensusRun run = run(status, output, prepared);
        output.succeeded(run);
        return run;
      } catch (Throwable fault) {
        // Not RuntimeException: Spark throws checked exceptions that none of its methods declares.
        Optional<RuntimeException> explained = ExplainFault.explain(fault);
        if (explained.isPresent()) {
          output.failed(explained.get());
          throw explained.get();
        }
        output.failed(fault);
        throw fault;
      } finally {
        metrics.close();
        following.close();
      }
    }
  }

  /** What a census needs to know besides its sample. */
  private record Prepared(
      List<Population> populations,
      List<DutyRegime> regimes,
      Optional<PairLabels> labels,
      RunKeys keys,
      Optional<TableKeys> tableKeys) {}

  private Prepared prepare() {
    if (config.sources().isEmpty()) {
      throw new InputException(
          "Missing sources: describe at least one under leak-census.sources (see reference.conf).");
    }
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    return new Prepared(
        LoadPopulations.load(config.population()),
        LoadRegimes.load(config.duties()),
        LoadLabels.load(config.resolve().labels(), hadoop),
        LoadKeys.load(config.privacy().key(), hadoop),
        LoadKeys.ofTables(config.output().encryption(), hadoop));
  }

  private RunOutput take(RunStatus status, Prepared prepared) {
    boolean sketch = prepared.keys().isLasting() && config.keep().sketches();
    progress.plan(CensusSteps.of(config, prepared.labels().isPresent(), sketch, since.isPresent()));
    AuditLine audit =
        new AuditLine("census", status.runId(), status.started())
            .settings(fingerprint, prepared.keys().id());
    return RunOutput.take(
        spark.sparkContext().hadoopConfiguration(),
        config.output(),
        prepared.tableKeys(),
        status,
        audit,
        clock,
        progress);
  }

  private CensusRun run(RunStatus status, RunOutput output, Prepared prepared) {
    String runId = status.runId();
    RunKeys keys = prepared.keys();
    Optional<PairLabels> labels = prepared.labels();
    RunFolder folder = output.folder();
    Optional<NightSeries> series =
        since.map(earlier -> NightSeries.open(spark, config, keys, earlier));
    series.ifPresent(nights -> progress.say(nights.sentence()));
    SampleMentions sample = new SampleMentions(spark, config, keys, series, progress);
    sample.list();
    series.ifPresent(nights -> nights.requireNewFiles(sample));
    write(() -> folder.writePrivate(PrivateFileList.NAME, sample.paths()));
    labels.ifPresent(given -> LoadLabels.requireKnownFiles(given, sample.fileCount()));
    Optional<KeptTables> stored =
        new StoreTables(spark, config, fingerprint, keys, clock).of(sample);
    try (KeepTables kept = new KeepTables(stored, progress)) {
      sample.read(kept);
      String inputFingerprint = sample.inputFingerprint();
      output.audit().input(inputFingerprint, sample.intake());
      series.ifPresent(nights -> nights.requireMany(sample, config.disclosure().minCell()));
      Optional<RunSketch> sketch =
          RunSketch.of(config, keys, spark.sparkContext().hadoopConfiguration(), runId);
      CensusFacts facts =
          new ResolvePersons(config, labels, kept, keys.numbers(), sketch, progress)
              .count(sample, folder);
      CensusFindings findings =
          progress.step(
              "estimate", () -> ConcludeCensus.conclude(facts, config, prepared.populations()));
      Optional<NightState> night =
          series.map(nights -> nights.after(sample, findings, runId, clock.instant()));
      List<SummaryRows> tables = new ArrayList<>();
      tables.add(
          RunRows.run(
              facts,
              config,
              runId,
              fingerprint,
              keys,
              status.started(),
              clock.instant(),
              inputFingerprint,
              spark));
      tables.addAll(progress.step("withhold", () -> CensusRows.of(findings, config, runId)));
      tables.addAll(
          ConsequenceRows.of(
              ConcludeConsequences.conclude(findings, config, prepared.regimes()), runId));
      tables.add(NightRows.of(night.map(NightState::nights).orElse(List.of()), runId));
      series.ifPresent(
          nights ->
              progress.step("keep the night", () -> nights.keep(night.orElseThrow(), sample)));
      Manifest manifest =
          progress.step(
              "write",
              () -> {
                for (SummaryRows table : tables) {
                  write(() -> folder.write(table));
                }
                if (!folder.isEncrypted()) {
                  ReportFiles.of(tables, folder.tables())
                      .forEach((path, text) -> write(() -> folder.write(path, text)));
                }
                sketch.ifPresent(RunSketch::keep);
                return output.commit();
              });
      stored.ifPresent(done -> write(done::delete));
      series.ifPresent(nights -> nights.forgetOthers(runId));
      return new CensusRun(
          runId, folder.path().toString(), manifest, tables, findings, progress.secondsByStep());
    }
  }

  private static void write(Output output) {
    try {
      output.write();
    } catch (IOException fault) {
      throw CommitException.of("write the output", fault);
    }
  }

  /** Something that writes. */
  @FunctionalInterface
  private interface Output {
    void write() throws IOException;
  }
}
