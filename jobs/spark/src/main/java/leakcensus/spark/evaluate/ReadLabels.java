package leakcensus.spark.evaluate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import leakcensus.pseudonym.CmacBatch;
import leakcensus.pseudonym.TokenKey;
import leakcensus.source.RecordCursor;
import leakcensus.source.RecordFault;
import leakcensus.source.Source;
import leakcensus.source.Split;
import leakcensus.source.SplitReader;
import leakcensus.spark.stage.Stage;
import leakcensus.spark.table.LabelTable;
import leakcensus.spark.table.TableSchema;
import leakcensus.spark.table.TaskTable;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Reads the true entity of each mention of a truth set; what leaves it are keyed tokens. */
public final class ReadLabels implements Stage {

  private final SplitReader reader;
  private final List<List<Split>> tasks;
  private final List<Source> sources;
  private final List<LabelColumns> labels;

  /**
   * A plan over all splits.
   *
   * @param reader opens the splits
   * @param tasks the splits of each task, by its number
   * @param sources the sources, by index, with the label columns among their columns
   * @param labels the label columns of each source
   */
  public ReadLabels(
      SplitReader reader,
      List<List<Split>> tasks,
      List<Source> sources,
      List<LabelColumns> labels) {
    this.reader = reader;
    this.tasks = List.copyOf(tasks);
    this.sources = List.copyOf(sources);
    this.labels = List.copyOf(labels);
  }

  @Override
  public String name() {
    return "read-labels";
  }

  @Override
  public TableSchema reads() {
    return TaskTable.SCHEMA;
  }

  @Override
  public TableSchema writes() {
    return LabelTable.SCHEMA;
  }

  @Override
  public Dataset<Row> plan(Dataset<Row> input) {
    return input.flatMap(
        new ReadTask(reader, tasks, columns()), Encoders.row(LabelTable.SCHEMA.columns()));
  }

  /** For each source and slot the indexes of the columns that may hold the label. */
  private List<List<List<Integer>>> columns() {
    List<List<List<Integer>>> columns = new ArrayList<>();
    for (int source = 0; source < sources.size(); source++) {
      List<String> all = sources.get(source).columns();
      List<List<Integer>> ofSource = new ArrayList<>();
      for (List<String> candidates : labels.get(source).ofSlot()) {
        ofSource.add(candidates.stream().map(all::indexOf).toList());
      }
      columns.add(ofSource);
    }
    return Collections.unmodifiableList(columns);
  }

  /** Reads the splits of one task. */
  private static final class ReadTask implements FlatMapFunction<Row, Row> {

    private static final long serialVersionUID = 1;
    private static final int LABEL_DOMAIN = 0x50;

    private final SplitReader reader;
    private final List<List<Split>> tasks;
    private final List<List<List<Integer>>> columns;

    ReadTask(SplitReader reader, List<List<Split>> tasks, List<List<List<Integer>>> columns) {
      this.reader = reader;
      this.tasks = tasks;
      this.columns = columns;
    }

    @Override
    public Iterator<Row> call(Row task) throws IOException {
      List<Row> rows = new ArrayList<>();
      CmacBatch tokens = new CmacBatch(TokenKey.of(TaskTable.key(task)));
      List<Split> splits = tasks.get(TaskTable.id(task));
      List<String> paths = TaskTable.paths(task);
      for (int i = 0; i < splits.size(); i++) {
        Split split = splits.get(i);
        try (RecordCursor record = reader.open(split, paths.get(i))) {
          while (record.next()) {
            if (record.fault() == RecordFault.NONE) {
              read(split, record, tokens, rows);
            }
          }
        }
      }
      return rows.iterator();
    }

    private void read(Split split, RecordCursor record, CmacBatch tokens, List<Row> rows) {
      List<List<Integer>> slots = columns.get(split.source());
      for (int slot = 0; slot < slots.size(); slot++) {
        String label = "";
        for (int column : slots.get(slot)) {
          label = label.isEmpty() ? record.value(column) : label;
        }
        if (!label.isEmpty()) {
          tokens.add(LABEL_DOMAIN, label);
          tokens.seal();
          rows.add(RowFactory.create(split.fileId(), record.position(), slot, tokens.high(0)));
          tokens.clear();
        }
      }
    }
  }
}
