package leakcensus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import leakcensus.synthetic.SourceTally.Count;
import leakcensus.testing.LocalSpark;
import leakcensus.testing.MadeUpLeak;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LocalSpark.class)
class BenchIT {

  @TempDir private static Path folder;

  private static MadeUpLeak leak;

  @BeforeAll
  static void write(SparkSession spark) {
    leak = MadeUpLeak.write(spark, folder.resolve("leak"), "synthesise.persons=60");
  }

  @Test
  void doesARoundForEachLineAndSaysWhenItHasEnded() throws IOException {
    Tool.Outcome outcome = bench("\n\n");

    assertThat(outcome.code()).as(outcome.errors()).isZero();
    assertThat(outcome.output()).startsWith("round 1\nround 2\n{");
    JsonNode rounds =
        new ObjectMapper()
            .readTree(outcome.output().substring(outcome.output().indexOf('{')))
            .get("rounds");
    assertThat(rounds).hasSize(2);
    for (JsonNode round : rounds) {
      assertThat(round.get("records").asLong()).isEqualTo(leak.truth().total(Count.RECORDS));
      assertThat(round.get("scanSeconds").asDouble()).isPositive();
      assertThat(round.get("contentHash").asText())
          .isEqualTo(rounds.get(0).get("contentHash").asText())
          .hasSize(64);
    }
  }

  @Test
  void waitsForALineBeforeEachRound() {
    Tool.Outcome outcome = bench("\n");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.output()).isEqualTo("round 1\n");
    assertThat(outcome.errors())
        .startsWith(
            "Cannot begin round 2 of 2: standard input has ended; write a line for each round, or"
                + " leave --paced out");
  }

  private static Tool.Outcome bench(String lines) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
    try {
      return Tool.run(
          "bench",
          "--config",
          leak.folder().resolve("sources.conf").toString(),
          "--rounds",
          "2",
          "--paced",
          "--json",
          "--set",
          "resolve.method=identifiers",
          "--set",
          "output.path=" + folder.resolve("out"));
    } finally {
      System.setIn(before);
    }
  }
}
