package leakcensus.spark.prepare;

import java.util.Iterator;
import java.util.List;
import leakcensus.link.ResolveMethod;
import leakcensus.pseudonym.TokenKey;
import leakcensus.source.Source;
import leakcensus.source.Split;
import leakcensus.source.SplitReader;
import leakcensus.spark.stage.Stage;
import leakcensus.spark.table.BlockTable;
import leakcensus.spark.table.TableSchema;
import leakcensus.spark.table.TaskTable;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Turns the records of the sample into mentions: the last stage that sees raw text.
 *
 * <p>Reading and preparing are one pass; what leaves it are keyed tokens, masks and coarse facts,
 * in blocks by node, and the counts of the intake and of planted copies.
 */
public final class PrepareMentions implements Stage {

  private final SplitReader reader;
  private final List<List<Split>> tasks;
  private final List<Source> sources;
  private final ResolveMethod method;
  private final double plantedRatio;
  private final int buckets;
  private final ReadingMeter meter;

  /**
   * A plan over all splits.
   *
   * @param reader opens the splits
   * @param tasks the splits of each task, by its number
   * @param sources the sources, by index
   * @param method how mentions are resolved, which decides their nodes
   * @param plantedRatio share of the mentions of which copies are planted, a ratio in [0, 1]
   * @param buckets number of buckets that the mentions are spread over
   * @param meter is told how much has been read
   */
  public PrepareMentions(
      SplitReader reader,
      List<List<Split>> tasks,
      List<Source> sources,
      ResolveMethod method,
      double plantedRatio,
      int buckets,
      ReadingMeter meter) {
    this.reader = reader;
    this.tasks = List.copyOf(tasks);
    this.sources = sources.stream().map(Source::withoutFiles).toList();
    this.method = method;
    this.plantedRatio = plantedRatio;
    this.buckets = buckets;
    this.meter = meter;
  }

  @Override
  public String name() {
    return "prepare-mentions";
  }

  @Override
  public TableSchema reads() {
    return TaskTable.SCHEMA;
  }

  @Override
  public TableSchema writes() {
    return BlockTable.MENTION;
  }

  @Override
  public Dataset<Row> plan(Dataset<Row> input) {
    return input
        .flatMap(
            new ReadTask(reader, tasks, sources, method, plantedRatio, buckets, meter),
            BlockTable.ROWS)
        .repartitionById(buckets, org.apache.spark.sql.functions.col(BlockTable.BUCKET));
  }

  /** Reads the splits of one task. */
  private static final class ReadTask implements FlatMapFunction<Row, Row> {

    private static final long serialVersionUID = 1;

    private final SplitReader reader;
    private final List<List<Split>> tasks;
    private final List<Source> sources;
    private final ResolveMethod method;
    private final double plantedRatio;
    private final int buckets;
    private final ReadingMeter meter;

    ReadTask(
        SplitReader reader,
        List<List<Split>> tasks,
        List<Source> sources,
        ResolveMethod method,
        double plantedRatio,
        int buckets,
        ReadingMeter meter) {
      this.reader = reader;
      this.tasks = tasks;
      this.sources = sources;
      this.method = method;
      this.plantedRatio = plantedRatio;
      this.buckets = buckets;
      this.meter = meter;
    }

    @Override
    public Iterator<Row> call(Row task) {
      return new MentionBlocks(
          reader,
          tasks.get(TaskTable.id(task)),
          TaskTable.paths(task),
          new PrepareRecords(sources, TokenKey.of(TaskTable.key(task)), method, plantedRatio),
          method,
          buckets,
          meter);
    }
  }
}
