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

/**
 * Reads the true entity of each mention of a truth set, and whether it is an organisation; of what
 * the columns hold only keyed tokens leave it.
 */
public final class ReadLabels implements Stage {

  private final SplitReader reader;
  private final List<List<Split>> tasks;
  private final List<Source> sources;
  private final List<LabelColumns> labels;
  private final List<LabelColumns> kinds;
  private final String organisation;

  /**
   * A plan over all splits.
   *
   * @param reader opens the splits
   * @param tasks the splits of each task, by its number
   * @param sources the sources, by index, with the columns of the truth among theirs
   * @param labels the columns of each source that may hold the true entity
   * @param kinds those that may tell organisations from persons; none where all are persons
   * @param organisation what these hold for an organisation
   */
  public ReadLabels(
      SplitReader reader,
      List<List<Split>> tasks,
      List<Source> sources,
      List<LabelColumns> labels,
      List<LabelColumns> kinds,
      String organisation) {
    this.reader = reader;
    this.tasks = List.copyOf(tasks);
    this.sources = List.copyOf(sources);
    this.labels = List.copyOf(labels);
    this.kinds = List.copyOf(kinds);
    this.organisation = organisation;
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
        new ReadTask(reader, tasks, columns(labels), columns(kinds), organisation),
        Encoders.row(LabelTable.SCHEMA.columns()));
  }

  /** For each source and slot the indexes of the columns that may hold what is asked for. */
  private List<List<List<Integer>>> columns(List<LabelColumns> asked) {
    List<List<List<Integer>>> columns = new ArrayList<>();
    for (int source = 0; source < asked.size(); source++) {
      List<String> all = sources.get(source).columns();
      List<List<Integer>> ofSource = new ArrayList<>();
      for (List<String> candidates : asked.get(source).ofSlot()) {
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
    private final List<List<List<Integer>>> entities;
    private final List<List<List<Integer>>> kinds;
    private final String organisation;

    ReadTask(
        SplitReader reader,
        List<List<Split>> tasks,
        List<List<List<Integer>>> entities,
        List<List<List<Integer>>> kinds,
        String organisation) {
      this.reader = reader;
      this.tasks = tasks;
      this.entities = entities;
      this.kinds = kinds;
      this.organisation = organisation;
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
      List<List<Integer>> slots = entities.get(split.source());
      for (int slot = 0; slot < slots.size(); slot++) {
        String label = value(record, slots.get(slot));
        if (!label.isEmpty()) {
          tokens.add(LABEL_DOMAIN, label);
          tokens.seal();
          rows.add(
              RowFactory.create(
                  split.fileId(),
                  record.position(),
                  slot,
                  tokens.high(0),
                  isOrganisation(record, split.source(), slot)));
          tokens.clear();
        }
      }
    }

    private boolean isOrganisation(RecordCursor record, int source, int slot) {
      return !kinds.isEmpty()
          && value(record, kinds.get(source).get(slot)).strip().equals(organisation);
    }

    private static String value(RecordCursor record, List<Integer> candidates) {
      String value = "";
      for (int column : candidates) {
        value = value.isEmpty() ? record.value(column) : value;
      }
      return value;
    }
  }
}
