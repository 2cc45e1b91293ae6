package leakcensus.benchmark;

import java.util.List;
import leakcensus.source.RecordFormat;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Reads a file by Spark's own reader in one task, and looks at every value of the same columns. A
 * bare count would let Spark skip them.
 */
final class SparkReader {

  private final SparkSession spark;
  private final ReaderFormat format;
  private final String path;

  SparkReader(SparkSession spark, ReaderFormat format, MadeUpFile file) {
    this.spark = spark;
    this.format = format;
    path = "file:" + file.path().toAbsolutePath();
  }

  ReadTotals read() {
    Column octets = functions.lit(0L);
    for (String column : MadeUpRecords.TAKEN) {
      Column length = functions.octet_length(functions.col(column));
      octets = octets.plus(functions.sum(functions.coalesce(length, functions.lit(0))));
    }
    Row totals = open().coalesce(1).agg(functions.count(functions.lit(1)), octets).head();
    return new ReadTotals(totals.getLong(0), totals.getLong(1));
  }

  private Dataset<Row> open() {
    if (format.layout() instanceof RecordFormat.ParquetRows) {
      return spark.read().parquet(path);
    }
    if (format.layout() instanceof RecordFormat.Delimited delimited) {
      return spark
          .read()
          .schema(texts(MadeUpRecords.COLUMNS))
          .option("header", true)
          .option("sep", String.valueOf(delimited.delimiter()))
          .csv(path);
    }
    return spark
        .read()
        .schema(texts(MadeUpRecords.TAKEN))
        .option("multiLine", format.layout() instanceof RecordFormat.Json)
        .json(path);
  }

  private static StructType texts(List<String> columns) {
    StructType schema = new StructType();
    for (String column : columns) {
      schema = schema.add(column, DataTypes.StringType);
    }
    return schema;
  }
}
