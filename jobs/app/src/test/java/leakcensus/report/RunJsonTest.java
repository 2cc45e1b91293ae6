package leakcensus.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import leakcensus.spark.table.CensusTables;
import leakcensus.spark.write.Manifest;
import org.junit.jupiter.api.Test;

class RunJsonTest {

  private final SmallRun run = new SmallRun();

  @Test
  void isOneObjectOnOneLine() throws IOException {
    String text = text();

    JsonNode json =
        new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readTree(text);
    assertThat(text).doesNotContain("\n");
    assertThat(json.path("run_id").asText()).isEqualTo(SmallRun.RUN_ID);
    assertThat(json.path("path").asText()).isEqualTo("out/runs/1");
    assertThat(json.path("content_hash").asText()).isEqualTo("abc");
    assertThat(json.path("seconds_by_step").toString()).isEqualTo("{\"write\":0.5,\"read\":1.25}");
  }

  @Test
  void holdsEveryTableButTheLongOnes() throws IOException {
    List<String> expected =
        new ArrayList<>(List.of("run_id", "path", "content_hash", "seconds_by_step"));
    CensusTables.all().forEach(table -> expected.add(table.name()));
    expected.removeAll(List.of("intake", "frequency"));

    List<String> names = new ArrayList<>();
    new ObjectMapper().readTree(text()).fieldNames().forEachRemaining(names::add);

    assertThat(names).containsExactlyElementsOf(expected);
  }

  @Test
  void writesNullForAWithheldCell() throws IOException {
    run.withSuppressedCells();

    JsonNode step = new ObjectMapper().readTree(text()).at("/id_funnel/1");

    assertThat(step.path("step").asLong()).isEqualTo(2);
    assertThat(step.path("left").isNull()).isTrue();
    assertThat(step.path("suppressed").asBoolean()).isTrue();
    assertThat(step.has("run_id")).isFalse();
  }

  private String text() {
    Map<String, Double> seconds = new LinkedHashMap<>();
    seconds.put("write", 0.5);
    seconds.put("read", 1.25);
    Manifest manifest = new Manifest(SmallRun.RUN_ID, "abc", List.of());
    return RunJson.text(RunJson.of(run.tables(), manifest, "out/runs/1", seconds));
  }
}
