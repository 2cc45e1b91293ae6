package leakcensus.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import leakcensus.config.CensusConfig;
import leakcensus.config.InputException;
import leakcensus.pseudonym.TokenKey;
import leakcensus.source.Source;
import leakcensus.source.Split;
import leakcensus.source.SplitReader;
import leakcensus.spark.evaluate.LabelColumns;
import leakcensus.spark.evaluate.ReadLabels;
import leakcensus.spark.evaluate.TruthColumns;
import leakcensus.spark.read.FileSplitReader;
import leakcensus.spark.read.InputFile;
import leakcensus.spark.read.InputFiles;
import leakcensus.spark.read.ListFiles;
import leakcensus.spark.read.PlanSplits;
import leakcensus.spark.read.TaskRows;
import leakcensus.spark.stage.StageRunner;
import leakcensus.spark.table.AssignmentTable;
import leakcensus.spark.table.LabelTable;
import leakcensus.spark.write.CommittedRun;
import leakcensus.visible.VisibleText;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;

/** Reads the true entity of each mention from the files that a finished run has read. */
final class ReadTruth {

  private static final String RUN_FILE_ID = "run_file_id";

  private final SparkSession spark;
  private final CommittedRun run;
  private final CensusConfig truth;
  private final TruthColumns columns;

  /**
   * A reading on a running Spark.
   *
   * @param spark the session
   * @param run the finished run, whose numbers of files are used
   * @param truth the sources as the run read them
   * @param columns what the truth is, and where it stands
   */
  ReadTruth(SparkSession spark, CommittedRun run, CensusConfig truth, TruthColumns columns) {
    this.spark = spark;
    this.run = run;
    this.truth = truth;
    this.columns = columns;
  }

  /**
   * The true entities.
   *
   * @throws InputException if no record has one, none is the organisation asked for, or the files
   *     are not those of the run
   */
  Dataset<Row> labels() {
    Dataset<Row> labels = found();
    if (labels.isEmpty()) {
      throw new InputException(
          "Cannot find column %s in any record of the truth source. Check --truth-column."
              .formatted(columns.entity()));
    }
    if (columns.organisations().isPresent()
        && labels.filter(functions.col(LabelTable.TRUE_ORGANISATION)).isEmpty()) {
      throw new InputException(
          "Cannot find an organisation among the true entities, by column %s. Check --truth-organisations."
              .formatted(columns.organisations().orElseThrow().column()));
    }
    return labels;
  }

  private Dataset<Row> found() {
    List<LabelColumns> entities = columns(columns.entity());
    List<LabelColumns> kinds =
        columns.organisations().map(marked -> columns(marked.column())).orElse(List.of());
    List<Source> sources = new ArrayList<>();
    for (int source = 0; source < entities.size(); source++) {
      List<String> other = new ArrayList<>(entities.get(source).all());
      other.addAll(kinds.isEmpty() ? List.of() : kinds.get(source).all());
      sources.add(truth.sources().get(source).withOther(other));
    }
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    InputFiles files = new ListFiles(hadoop).list(sources);
    List<List<Split>> tasks = PlanSplits.plan(files, sources, truth.read().splitBytes());
    SplitReader reader =
        new FileSplitReader(files, sources, truth.read(), new SerializableConfiguration(hadoop));
    Dataset<Row> labels =
        new StageRunner()
            .plan(
                new ReadLabels(
                    reader,
                    tasks,
                    sources,
                    entities,
                    kinds,
                    columns.organisations().map(TruthColumns.Marked::value).orElse("")),
                TaskRows.of(spark, files, tasks, TokenKey.random()));
    return renumbered(labels, files);
  }

  private List<LabelColumns> columns(String name) {
    return truth.sources().stream().map(source -> LabelColumns.of(source, name)).toList();
  }

  /** Puts the run's number of each file in place of this listing's. */
  private Dataset<Row> renumbered(Dataset<Row> labels, InputFiles files) {
    Map<String, Integer> runIds = new HashMap<>();
    for (String line : run.filePaths().split("\n")) {
      String[] cells = line.split("\t", 3);
      runIds.put(cells[2], Integer.parseInt(cells[0]));
    }
    List<Row> pairs = new ArrayList<>();
    for (InputFile file : files.files()) {
      Integer runId = runIds.get(VisibleText.of(file.name()));
      if (runId == null) {
        throw new InputException(
            "Unknown file %d of the truth source: the run did not read it. Check --truth-source."
                .formatted(file.id()));
      }
      pairs.add(RowFactory.create(file.id(), runId));
    }
    Dataset<Row> translation =
        spark.createDataFrame(
            pairs,
            new StructType().add(LabelTable.FILE_ID, "int", false).add(RUN_FILE_ID, "int", false));
    return labels
        .join(functions.broadcast(translation), LabelTable.FILE_ID)
        .select(
            functions.col(RUN_FILE_ID).as(AssignmentTable.FILE_ID),
            functions.col(LabelTable.POSITION),
            functions.col(LabelTable.SLOT),
            functions.col(LabelTable.ENTITY),
            functions.col(LabelTable.TRUE_ORGANISATION))
        .to(LabelTable.SCHEMA.columns());
  }
}
