package leakcensus.spark.stage;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Plans stages and holds them to their tables. */
public final class StageRunner {

  /**
   * The plan of a stage.
   *
   * @throws IllegalStateException if the input or the output lacks a column
   */
  public Dataset<Row> plan(Stage stage, Dataset<Row> input) {
    stage.reads().require(input);
    Dataset<Row> output = stage.plan(input);
    stage.writes().require(output);
    return output;
  }
}
