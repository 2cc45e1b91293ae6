package leakcensus.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.function.IntToLongFunction;
import leakcensus.block.LongTable;
import leakcensus.config.CensusConfig;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.link.ResolveMethod;
import leakcensus.night.NightState;
import leakcensus.person.PersonField;
import leakcensus.pseudonym.RunKeys;
import leakcensus.source.Intake;
import leakcensus.source.IntakeMeasure;
import leakcensus.source.SourceFile;
import leakcensus.source.Split;
import leakcensus.source.SplitTally;
import leakcensus.spark.prepare.PrepareMentions;
import leakcensus.spark.prepare.ReadingMeter;
import leakcensus.spark.read.AddFiles;
import leakcensus.spark.read.BlockIndexes;
import leakcensus.spark.read.FileSplitReader;
import leakcensus.spark.read.IndexBlocks;
import leakcensus.spark.read.InputFile;
import leakcensus.spark.read.InputFiles;
import leakcensus.spark.read.ListFiles;
import leakcensus.spark.read.PlanSplits;
import leakcensus.spark.read.StampFiles;
import leakcensus.spark.read.TaskRows;
import leakcensus.spark.stage.StageRunner;
import leakcensus.spark.table.BlockTable;
import leakcensus.visible.VisibleText;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.util.SerializableConfiguration;

/** The mentions of the sample, read once: tokens only, no raw text. */
final class SampleMentions {

  /** Share of the mentions of which copies are planted: two more signatures for every 32. */
  private static final double PLANTED_RATIO = 1.0 / 32;

  /** How much larger than its first night a series can become before its buckets are full. */
  private static final int ROOM_TO_GROW = 8;

  private final SparkSession spark;
  private final CensusConfig config;
  private final RunKeys keys;
  private final Optional<NightSeries> series;
  private final Progress progress;

  private InputFiles files;
  private int buckets;
  private Dataset<Row> mentions;
  private Intake intake;
  private final CountTable counts = new CountTable();

  /**
   * The mentions of a sample.
   *
   * @param spark the session
   * @param config all settings
   * @param keys keys of the run
   * @param series the nights that the sample is added to, if it is
   * @param progress where progress is told
   */
  SampleMentions(
      SparkSession spark,
      CensusConfig config,
      RunKeys keys,
      Optional<NightSeries> series,
      Progress progress) {
    this.spark = spark;
    this.config = config;
    this.keys = keys;
    this.series = series;
    this.progress = progress;
  }

  /** Finds all files; those that earlier nights have counted come first. */
  void list() {
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    files =
        progress.step(
            "list files",
            () -> {
              InputFiles listed = new ListFiles(hadoop).list(config.sources());
              return before().isPresent()
                  ? new AddFiles(hadoop).add(before().get().files(), listed)
                  : listed;
            });
    buckets = before().map(NightState::buckets).orElseGet(this::chooseBuckets);
  }

  /** Reads all files, and checks that they can carry a census; the mentions are kept. */
  void read(KeepTables tables) {
    intake =
        progress.step(
            "read and prepare",
            () -> {
              mentions =
                  mayBeReadAgain()
                      ? tables.keepShuffled("mentions", this::plan)
                      : tables.keep("mentions", this::plan);
              return Intake.of(sourceFiles(), tallies());
            });
    new StampFiles(spark.sparkContext().hadoopConfiguration()).requireUnchanged(newFiles());
    progress.hasRead(
        ofNewFiles(file -> intake.count(file, IntakeMeasure.RECORDS_READ)),
        ofNewFiles(intake::quarantined));
    progress.say(
        "%,d records read, %,d kept"
            .formatted(
                intake.total(IntakeMeasure.RECORDS_READ),
                intake.total(IntakeMeasure.RECORDS_KEPT)));
    new CheckIntake(config, intake).check();
  }

  /** Number of files; they are numbered from 0. */
  int fileCount() {
    return files.files().size();
  }

  Dataset<Row> mentions() {
    return mentions;
  }

  Intake intake() {
    return intake;
  }

  /** What was counted of copies planted in the sample, and of signs of made-up values. */
  CountTable counts() {
    return counts;
  }

  /** Number of values of a field that stand beside others in their mentions. */
  long furtherValues(PersonField field) {
    long values = 0;
    for (int source = 0; source < config.sources().size(); source++) {
      for (int slot = 0; slot < config.sources().get(source).slots().size(); slot++) {
        values += counts.at(Measure.FURTHER_VALUES, source, slot, field.ordinal());
      }
    }
    return values;
  }

  int buckets() {
    return buckets;
  }

  /** The files. */
  InputFiles files() {
    return files;
  }

  /** The list of file ids and paths, for the owner alone. */
  String paths() {
    StringBuilder lines = new StringBuilder();
    for (InputFile file : files.files()) {
      lines
          .append(file.id())
          .append('\t')
          .append(VisibleText.of(config.sources().get(file.source()).name()))
          .append('\t')
          .append(VisibleText.of(file.name()))
          .append('\n');
    }
    return lines.toString();
  }

  /** Id of the run that the sample is added to; empty if it stands alone. */
  String addsTo() {
    return before().map(night -> night.last().runId()).orElse("");
  }

  /** The files that no earlier night has counted. */
  InputFiles newFiles() {
    return files.from(before().map(night -> night.files().size()).orElse(0));
  }

  /** SHA-256 of what these files are, whatever their paths. */
  String inputFingerprint() {
    return StampFiles.fingerprint(newFiles());
  }

  /** Records of these files that could be used. */
  long newRecordsKept() {
    return ofNewFiles(file -> intake.count(file, IntakeMeasure.RECORDS_KEPT));
  }

  private long ofNewFiles(IntToLongFunction count) {
    return newFiles().files().stream()
        .mapToLong(file -> count.applyAsLong(file.id()))
        .reduce(0, Math::addExact);
  }

  /**
   * Whether to read them again is known to be cheaper than to write them once more: by identifiers,
   * and where they are all of a shuffle. By matching signatures lie beside them; an earlier night
   * lies in sealed files.
   */
  private boolean mayBeReadAgain() {
    return config.resolve().trust().method() == ResolveMethod.IDENTIFIERS && before().isEmpty();
  }

  private Optional<NightState> before() {
    return series.flatMap(NightSeries::before);
  }

  /** A series grows, and its number of buckets cannot. */
  private int chooseBuckets() {
    int chosen =
        ChooseBuckets.choose(
            config,
            files,
            spark.sparkContext().defaultParallelism(),
            TaskMemory.of(spark.sparkContext()));
    return series.isPresent() && config.resolve().buckets() == 0
        ? Math.multiplyExact(chosen, ROOM_TO_GROW)
        : chosen;
  }

  private Dataset<Row> plan() {
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    InputFiles read = newFiles();
    BlockIndexes indexes = new IndexBlocks(spark, config.sources(), config.read()).run(read);
    List<List<Split>> tasks =
        PlanSplits.plan(read, config.sources(), config.read().splitBytes(), indexes);
    progress.reads(PlanSplits.bytes(read, indexes, tasks));
    Dataset<Row> own = prepare(tasks, indexes, hadoop);
    return series.map(nights -> nights.withEarlier(own)).orElse(own);
  }

  private Dataset<Row> prepare(
      List<List<Split>> tasks, BlockIndexes indexes, Configuration hadoop) {
    FileSplitReader reader =
        new FileSplitReader(
            files, indexes, config.sources(), config.read(), new SerializableConfiguration(hadoop));
    return new StageRunner()
        .plan(
            new PrepareMentions(
                reader,
                tasks,
                config.sources(),
                config.resolve().trust().method(),
                PLANTED_RATIO,
                buckets,
                ReadingMeter.of(spark.sparkContext())),
            TaskRows.of(spark, files, tasks, keys.tokens()));
  }

  private LongTable tallies() {
    LongTable tallies = SplitTally.table();
    Dataset<Row> counted =
        mentions.filter(
            functions.col(BlockTable.CONTENT).isin(BlockTable.INTAKE, BlockTable.COUNTS));
    for (Row row : counted.collectAsList()) {
      if (BlockTable.content(row) == BlockTable.COUNTS) {
        counts.addEncoded(BlockTable.block(row));
      } else {
        tallies.appendEncoded(BlockTable.block(row));
      }
    }
    return tallies;
  }

  private List<SourceFile> sourceFiles() {
    return files.files().stream()
        .map(
            file ->
                new SourceFile(
                    file.id(),
                    file.source(),
                    file.bytes(),
                    file.compression().key(),
                    file.isDuplicate()))
        .toList();
  }
}
