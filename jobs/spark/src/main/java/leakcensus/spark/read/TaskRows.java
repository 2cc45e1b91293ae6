package leakcensus.spark.read;

import java.util.ArrayList;
import java.util.List;
import leakcensus.pseudonym.TokenKey;
import leakcensus.source.Split;
import leakcensus.spark.table.TaskTable;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Writes the tasks of the reader as rows, each in a partition of its own. */
public final class TaskRows {

  private TaskRows() {}

  /** The rows of all tasks; each holds the key and the paths of its own splits. */
  public static Dataset<Row> of(
      SparkSession spark, InputFiles files, List<List<Split>> tasks, TokenKey key) {
    List<Row> rows = new ArrayList<>();
    for (List<Split> task : tasks) {
      List<String> paths =
          task.stream().map(split -> files.file(split.fileId()).location()).toList();
      rows.add(TaskTable.row(rows.size(), key.secret(), paths));
    }
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    return spark.createDataFrame(
        context.parallelize(rows, Math.max(1, rows.size())), TaskTable.SCHEMA.columns());
  }
}
