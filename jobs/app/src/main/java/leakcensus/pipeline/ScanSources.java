package leakcensus.pipeline;

import java.util.ArrayList;
import java.util.List;
import leakcensus.config.CensusConfig;
import leakcensus.source.RecordFormat;
import leakcensus.source.Source;
import leakcensus.spark.read.InputFile;
import leakcensus.spark.read.InputFiles;
import leakcensus.spark.read.ListFiles;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Reads the mapped columns of all sources with Spark's own readers and touches every value: the
 * bare scan that a census is measured against.
 */
final class ScanSources {

  private final SparkSession spark;
  private final CensusConfig config;

  ScanSources(SparkSession spark, CensusConfig config) {
    this.spark = spark;
    this.config = config;
  }

  /** Scans; the number of characters of all values. */
  long scan() {
    InputFiles files =
        new ListFiles(spark.sparkContext().hadoopConfiguration()).list(config.sources());
    long characters = 0;
    for (int index = 0; index < config.sources().size(); index++) {
      Source source = config.sources().get(index);
      List<String> paths = new ArrayList<>();
      for (InputFile file : files.files()) {
        if (file.source() == index) {
          paths.add(file.path());
        }
      }
      characters += characters(open(source, paths.toArray(new String[0])), source.columns());
    }
    return characters;
  }

  private Dataset<Row> open(Source source, String[] paths) {
    if (source.format() instanceof RecordFormat.ParquetRows) {
      return spark.read().parquet(paths);
    }
    if (source.format() instanceof RecordFormat.Delimited delimited) {
      return spark
          .read()
          .option("header", delimited.hasHeader())
          .option("sep", String.valueOf(delimited.delimiter()))
          .csv(paths);
    }
    return spark.read().schema(schema(source.columns())).json(paths);
  }

  /** All columns as text, nested where their paths are. */
  private static StructType schema(List<String> columns) {
    StructType schema = new StructType();
    List<String> groups = new ArrayList<>();
    for (String column : columns) {
      int dot = column.indexOf('.');
      if (dot < 0) {
        schema = schema.add(column, DataTypes.StringType);
      } else if (!groups.contains(column.substring(0, dot))) {
        String group = column.substring(0, dot);
        groups.add(group);
        schema =
            schema.add(
                group,
                schema(
                    columns.stream()
                        .filter(other -> other.startsWith(group + "."))
                        .map(other -> other.substring(dot + 1))
                        .toList()));
      }
    }
    return schema;
  }

  private static long characters(Dataset<Row> rows, List<String> columns) {
    Column sum = functions.lit(0L);
    for (String column : columns) {
      Column length = functions.length(functions.col(column));
      sum = sum.plus(functions.coalesce(functions.sum(length), functions.lit(0L)));
    }
    return rows.agg(sum).head().getLong(0);
  }
}
