package leakcensus.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import leakcensus.testing.LauncherRun;
import leakcensus.testing.LocalSpark;
import leakcensus.testing.MadeUpLeak;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The settings for sinks that we ship, with a real run: what its files and its page say. */
@Tag("long")
@ExtendWith(LocalSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetricsSinkIT {

  private static final Path SHIPPED = Path.of("../../conf/cluster/metrics.properties");
  private static final String FOLDER = "/var/lib/leak-census/metrics";
  private static final Pattern RECORDS_READ =
      Pattern.compile("(?m)^metrics_leak_census_driver_leakCensus_recordsRead_Value\\S* (\\S+)$");

  private final HttpClient client = HttpClient.newHttpClient();
  private Path metrics;
  private String scraped = "";
  private JsonNode run;

  @BeforeAll
  void count(SparkSession spark, @TempDir Path folder) throws Exception {
    metrics = Files.createDirectories(folder.resolve("metrics"));
    String settings = Files.readString(SHIPPED);
    assertThat(settings).contains(FOLDER);
    // As somebody who wants Prometheus as well would.
    Path own =
        Files.writeString(
            folder.resolve("metrics.properties"),
            settings
                .replace(FOLDER, metrics.toString())
                .replace("#driver.sink.prometheusServlet", "driver.sink.prometheusServlet"));
    int port = freePort();
    Path leak = MadeUpLeak.write(spark, folder.resolve("leak")).folder();
    LauncherRun census =
        LauncherRun.census(
                folder,
                leak.resolve("sources.conf"),
                "--json",
                "--set",
                "resolve.method=identifiers")
            .onSpark(
                "spark.metrics.conf=" + own,
                "spark.metrics.namespace=leak_census",
                "spark.ui.enabled=true",
                "spark.ui.port=" + port);
    Process running = census.start();
    census.await(running, () -> scrape(port));
    assertThat(running.waitFor()).as(census.errors()).isZero();
    run = new ObjectMapper().readTree(census.output()).path("run").path(0);
  }

  @Test
  void writesTheFiguresOfTheRunToFiles() throws IOException {
    Map<String, String> columns =
        Map.of(
            "recordsRead", "records_read",
            "recordsQuarantined", "records_quarantined",
            "bytesRead", "bytes",
            "bytesExpected", "bytes");
    for (Map.Entry<String, String> column : columns.entrySet()) {
      assertThat(last(column.getKey()))
          .as(column.getKey())
          .isEqualTo(run.path(column.getValue()).asLong());
    }
    assertThat(last("recordsRead")).isPositive();
    assertThat(last("step")).isEqualTo(last("steps")).isGreaterThan(5);
  }

  @Test
  void showsThemOnThePageOfPrometheus() {
    Matcher found = RECORDS_READ.matcher(scraped);

    assertThat(found.find()).as(scraped).isTrue();
    assertThat(Double.parseDouble(found.group(1)))
        .isBetween(1.0, run.path("records_read").asDouble());
  }

  private long last(String metric) throws IOException {
    List<String> lines =
        Files.readAllLines(
            metrics.resolve("leak_census.driver.leakCensus.%s.csv".formatted(metric)));
    assertThat(lines.get(0)).isEqualTo("t,value");
    return Long.parseLong(lines.get(lines.size() - 1).split(",")[1]);
  }

  /** Asks for the page until it tells of records. */
  private boolean scrape(int port) throws IOException {
    try {
      scraped =
          client
              .send(
                  HttpRequest.newBuilder(
                          URI.create("http://127.0.0.1:%d/metrics/prometheus/".formatted(port)))
                      .build(),
                  HttpResponse.BodyHandlers.ofString())
              .body();
    } catch (ConnectException notYet) {
      return false;
    } catch (InterruptedException end) {
      throw new IOException(end);
    }
    Matcher found = RECORDS_READ.matcher(scraped);
    return found.find() && Double.parseDouble(found.group(1)) > 0;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
