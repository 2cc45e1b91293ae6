package leakcensus.pipeline;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import leakcensus.census.CensusFindings;
import leakcensus.config.CensusConfig;
import leakcensus.config.InputException;
import leakcensus.estimate.EstimateScope;
import leakcensus.estimate.PersonEstimate;
import leakcensus.night.Night;
import leakcensus.night.NightFile;
import leakcensus.night.NightState;
import leakcensus.pseudonym.BrokenSealException;
import leakcensus.pseudonym.RunKeys;
import leakcensus.source.IntakeMeasure;
import leakcensus.spark.function.JoinBlocks;
import leakcensus.spark.function.ZipFunction;
import leakcensus.spark.keep.KeptTables;
import leakcensus.spark.keep.NightJson;
import leakcensus.spark.read.AddFiles;
import leakcensus.spark.table.BlockTable;
import leakcensus.spark.write.Manifest;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The nights before this one, whose mentions lie sealed under the output: this night reads its own
 * files alone, and resolves the mentions of all nights together. So persons are counted across
 * nights as if all files had been read at once.
 */
final class NightSeries {

  /** Goes on from the newest night, or begins a series where there is none. */
  static final String LATEST = "latest";

  private static final String PREFIX = "night-";
  private static final String MENTIONS = "mentions";
  private static final String STATE = "state";

  private final SparkSession spark;
  private final Path folder;
  private final FileSystem files;
  private final RunKeys keys;
  private final String reading;
  private final Optional<KeptTables> tables;
  private final Optional<NightState> before;

  /**
   * The night to go on from.
   *
   * @param runId its run, or {@link #LATEST}
   * @param readingFingerprint tells how this night reads files, which the earlier one must have
   *     done too
   */
  record Earlier(String runId, String readingFingerprint) {}

  private NightSeries(SparkSession spark, Earlier earlier, RunKeys keys, Path folder)
      throws IOException {
    this.spark = spark;
    this.folder = folder;
    this.keys = keys;
    files = folder.getFileSystem(spark.sparkContext().hadoopConfiguration());
    reading = KeptLayout.name() + " " + earlier.readingFingerprint();
    Optional<String> runId = earlier(earlier.runId());
    tables = runId.isPresent() ? Optional.of(tables(runId.get())) : Optional.empty();
    before = tables.isPresent() ? Optional.of(state(tables.get(), runId.get())) : Optional.empty();
  }

  /**
   * The series of an output.
   *
   * @throws InputException if there is no lasting key, or the earlier night has another key, was
   *     read in another way, or is not there
   */
  static NightSeries open(SparkSession spark, CensusConfig config, RunKeys keys, Earlier earlier) {
    if (!keys.isLasting()) {
      throw new InputException(
          "Missing key: --since needs one that lasts. Make one by leak-census key --new FILE, and set privacy.key.file.");
    }
    try {
      return new NightSeries(
          spark, earlier, keys, new Path(config.output().path(), StoreTables.FOLDER));
    } catch (IOException fault) {
      throw CommitException.of("look for the nights before", fault);
    }
  }

  /** Which night this is, in a sentence. */
  String sentence() {
    return before
        .map(
            state ->
                "night %,d of a series: adds to run %s"
                    .formatted(state.last().number() + 1, state.last().runId()))
        .orElse("first night of a series: no earlier one is kept in this output");
  }

  /** What the night before has left; empty on the first. */
  Optional<NightState> before() {
    return before;
  }

  /** The mentions of all nights, given those of this one. */
  Dataset<Row> withEarlier(Dataset<Row> mentions) {
    if (tables.isEmpty()) {
      return mentions;
    }
    try {
      return ZipFunction.zip(
          tables.get().read(MENTIONS), mentions, new JoinBlocks(), BlockTable.MENTION);
    } catch (IOException fault) {
      throw CommitException.of("read what the night before has kept", fault);
    }
  }

  /**
   * Stops a night that has nothing to tell.
   *
   * @throws NightUnchangedException if no file is new
   */
  void requireNewFiles(SampleMentions sample) {
    if (before.isPresent() && sample.newFiles().files().isEmpty()) {
      throw NightUnchangedException.nothingNew(before.get().last().number());
    }
  }

  /**
   * Stops a night that would tell too much: what has changed since the night before would be that
   * of a few persons.
   *
   * @throws NightUnchangedException if its new records are few
   */
  void requireMany(SampleMentions sample, int fewest) {
    long records = sample.newRecordsKept();
    if (before.isPresent() && records > 0 && records < fewest) {
      throw NightUnchangedException.tooFew(before.get().last().number(), records, fewest);
    }
  }

  /** What this night leaves for the next one. */
  NightState after(SampleMentions sample, CensusFindings findings, String runId, Instant finished) {
    List<NightFile> counted =
        AddFiles.counted(before.map(NightState::files).orElse(List.of()), sample.newFiles());
    PersonEstimate persons = findings.selected(EstimateScope.SAMPLE);
    Night night =
        new Night(
            before.map(state -> state.last().number()).orElse(0) + 1,
            runId,
            finished.toString(),
            counted.size(),
            counted.stream().mapToLong(NightFile::bytes).reduce(0, Math::addExact),
            sample.intake().total(IntakeMeasure.RECORDS_READ),
            sample.intake().total(IntakeMeasure.RECORDS_KEPT),
            findings.facts().mentions(),
            persons.method(),
            persons.persons().orElseThrow(),
            persons.lowerPersons().orElse(0),
            persons.upperPersons().orElse(Double.POSITIVE_INFINITY));
    return before
        .map(state -> state.with(counted, night))
        .orElseGet(() -> new NightState(reading, sample.buckets(), counted, List.of(night)));
  }

  /** Keeps a night that is about to be committed. */
  void keep(NightState state, SampleMentions sample) {
    try {
      KeptTables kept = tables(state.last().runId());
      kept.write(MENTIONS, sample.mentions());
      kept.put(STATE, NightJson.encode(state));
    } catch (IOException fault) {
      throw CommitException.of("keep the night for the next one", fault);
    }
  }

  /** Removes what nights have kept that the given one, which is committed, has taken up. */
  void forgetOthers(String runId) {
    try {
      for (String other : kept()) {
        if (!other.equals(runId)) {
          files.delete(night(other), true);
        }
      }
    } catch (IOException fault) {
      throw CommitException.of("remove what earlier nights have kept", fault);
    }
  }

  private Optional<String> earlier(String since) throws IOException {
    List<String> committed = new ArrayList<>();
    for (String runId : kept()) {
      if (files.exists(new Path(run(runId), Manifest.FILE))) {
        committed.add(runId);
      }
    }
    if (since.equals(LATEST)) {
      // Ids of runs begin with their time.
      return committed.stream().max(Comparator.naturalOrder());
    }
    if (!committed.contains(since)) {
      throw new InputException(
          "Cannot go on from run %s: it is no night that was kept. Give --since latest."
              .formatted(since));
    }
    return Optional.of(since);
  }

  private NightState state(KeptTables kept, String runId) throws IOException {
    NightState state;
    try {
      state =
          NightJson.decode(
              kept.get(STATE)
                  .orElseThrow(
                      () ->
                          new InputException(
                              InputException.Kind.UNREADABLE,
                              "Cannot go on from run %s: what it has kept is not complete. Count all anew in another output.path."
                                  .formatted(runId))));
    } catch (BrokenSealException fault) {
      throw new InputException(
          "Cannot go on from run %s: another key sealed what it has kept, or it was changed. Set privacy.key to the key of its series, or count all anew in another output.path."
              .formatted(runId));
    }
    if (!state.reading().equals(reading)) {
      throw new InputException(
          "Cannot go on from run %s: sources, normalise, resolve.method, the limits of read, or the version of leak-census differ from those of its run. Use the same, or count all anew in another output.path."
              .formatted(runId));
    }
    return state;
  }

  private List<String> kept() throws IOException {
    if (!files.exists(folder)) {
      return List.of();
    }
    return Arrays.stream(files.listStatus(folder))
        .map(FileStatus::getPath)
        .map(Path::getName)
        .filter(name -> name.startsWith(PREFIX))
        .map(name -> name.substring(PREFIX.length()))
        .toList();
  }

  private KeptTables tables(String runId) throws IOException {
    return new KeptTables(spark, night(runId), keys.seals(PREFIX + runId));
  }

  private Path night(String runId) {
    return new Path(folder, PREFIX + runId);
  }

  private Path run(String runId) {
    return new Path(new Path(folder.getParent().getParent(), "runs"), runId);
  }
}
