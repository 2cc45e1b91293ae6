package leakcensus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import leakcensus.benchmark.ReaderFormat;
import leakcensus.testing.LocalSpark;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("long")
@ExtendWith(LocalSpark.class)
class BenchReadersIT {

  /** The command finds this session. */
  @BeforeAll
  static void start(SparkSession spark) {
    assertThat(spark.sparkContext().isStopped()).isFalse();
  }

  /** Each reading must find what was written, by both readers, or the command fails. */
  @Test
  void measuresEveryFormatAndSparkWhereItReadsIt() throws IOException {
    Tool.Outcome outcome =
        Tool.run("bench-readers", "--records", "2000", "--rounds", "2", "--json");

    assertThat(outcome.code()).as(outcome.errors()).isZero();
    JsonNode formats = new ObjectMapper().readTree(outcome.output()).get("formats");
    assertThat(formats).hasSize(ReaderFormat.values().length);
    for (JsonNode format : formats) {
      String name = format.get("format").asText();
      ReaderFormat of =
          Arrays.stream(ReaderFormat.values())
              .filter(value -> value.key().equals(name))
              .findAny()
              .orElseThrow();
      assertThat(format.get("passes")).as(name).hasSize(2);
      assertThat(format.get("megabytes_per_core_second").asDouble()).as(name).isPositive();
      assertThat(format.has("spark_passes")).as(name).isEqualTo(of.leastRatio().isPresent());
      if (of.leastRatio().isPresent()) {
        assertThat(format.get("spark_passes")).as(name).hasSize(2);
        assertThat(format.get("ratio").asDouble())
            .as(name)
            .isBetween(
                format.get("lowest_ratio").asDouble(), format.get("highest_ratio").asDouble());
      }
    }
  }

  @Test
  void measuresTheFormatsThatAreNamed() {
    Tool.Outcome outcome =
        Tool.run("bench-readers", "--records", "100", "--rounds", "1", "--formats", "sql,tsv");

    assertThat(outcome.output().lines().skip(1).map(line -> line.strip().split(" +")[0]))
        .containsExactly("tsv", "sql");
  }

  @Test
  void refusesAFormatThatIsNotMeasured() {
    Tool.Outcome outcome = Tool.run("bench-readers", "--formats", "csv,word");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.errors())
        .startsWith("Unknown format: word (must be json-lines, csv, tsv, json, parquet, es-bulk,");
  }
}
