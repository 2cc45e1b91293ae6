package leakcensus.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import leakcensus.config.InputException;
import leakcensus.config.PrivacySettings;
import org.apache.spark.SparkConf;
import org.apache.spark.internal.config.ConfigEntry;
import org.apache.spark.sql.internal.SQLConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The settings for clusters that we ship are ones that Spark knows and the privacy gate lets pass.
 */
class ClusterSettingsTest {

  private static final Path CLUSTER = Path.of("../../conf/cluster");
  private static final PrivacySettings STRICT = new PrivacySettings(false, false, false);

  /**
   * Settings that Spark reads without registering them: those of clients of YARN and Kubernetes,
   * which are not among the jars here, and one of its transport (TransportConf).
   */
  private static final String UNREGISTERED =
      "spark\\.(yarn\\.maxAppAttempts|kubernetes\\.(driver|executor)\\.secrets\\.leak-census"
          + "|network\\.crypto\\.authEngineVersion)";

  @ParameterizedTest
  @CsvSource({
    "standalone.properties, spark://host:7077",
    "yarn.properties, yarn",
    "kubernetes.properties, k8s://https://host:6443"
  })
  void passTheGateAndAreKnownToSpark(String file, String master) throws IOException {
    SparkConf spark = new SparkConf(false).set("spark.master", master);
    read(file).forEach((key, value) -> spark.set(key.toString(), value.toString()));

    assertSafe(spark);
    for (Object key : read(file).keySet()) {
      assertThat(key.toString()).satisfies(ClusterSettingsTest::assertKnown);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spark.authenticate",
        "spark.network.crypto.enabled",
        "spark.io.encryption.enabled"
      })
  void needEachOfTheirSafeguards(String key) throws IOException {
    SparkConf spark = new SparkConf(false).set("spark.master", "spark://host:7077");
    read("standalone.properties")
        .forEach((name, value) -> spark.set(name.toString(), value.toString()));
    spark.remove(key);

    assertThatThrownBy(() -> new PrivacyGate(spark, STRICT).check())
        .isInstanceOf(InputException.class)
        .hasMessageContaining(key);
  }

  @Test
  void holdTheSameForAnApplicationOfTheOperator() throws IOException {
    assertApplication(yaml("kubernetes/spark-application.yaml").path("spec"));
  }

  @Test
  void neverRunTwoNightsOfAScheduleAtATime() throws IOException {
    JsonNode scheduled = yaml("kubernetes/scheduled-spark-application.yaml");

    assertThat(scheduled.path("kind").asText()).isEqualTo("ScheduledSparkApplication");
    assertThat(scheduled.path("spec").path("concurrencyPolicy").asText()).isEqualTo("Forbid");
    assertThat(scheduled.path("spec").path("schedule").asText()).matches("\\d+ \\d+ \\* \\* \\*");
    assertApplication(scheduled.path("spec").path("template"));
    assertThat(texts(scheduled.path("spec").path("template").path("arguments")))
        .endsWith("--since", "latest");
  }

  private static void assertApplication(JsonNode application) {
    SparkConf spark = new SparkConf(false).set("spark.master", "k8s://https://host:6443");
    application
        .path("sparkConf")
        .properties()
        .forEach(
            setting -> {
              assertThat(setting.getValue().isTextual()).as(setting.getKey()).isTrue();
              assertKnown(setting.getKey());
              spark.set(setting.getKey(), setting.getValue().asText());
            });
    for (String role : List.of("driver", "executor")) {
      spark.set(
          "spark.%s.extraJavaOptions".formatted(role),
          application.path(role).path("javaOptions").asText());
      assertThat(application.path(role).path("secrets").get(0).path("path").asText())
          .isEqualTo("/etc/leak-census");
      assertThat(application.path(role).has("env")).isFalse();
      assertThat(application.path(role).has("envSecretKeyRefs")).isFalse();
    }
    assertSafe(spark);
    assertThat(application.path("mode").asText()).isEqualTo("cluster");
    assertThat(application.path("mainClass").asText()).isEqualTo("leakcensus.Main");
    assertThat(application.path("restartPolicy").path("type").asText()).isEqualTo("Never");
    assertThat(texts(application.path("arguments"))).startsWith("census", "--config");
  }

  private static void assertSafe(SparkConf spark) {
    assertThatCode(() -> new PrivacyGate(spark, STRICT).check()).doesNotThrowAnyException();
    assertThat(spark.get("spark.ui.enabled")).isEqualTo("false");
    assertThat(spark.get("spark.eventLog.enabled")).isEqualTo("false");
    for (String role : List.of("driver", "executor")) {
      assertThat(spark.get("spark.%s.extraJavaOptions".formatted(role)).split(" "))
          .containsExactly(SparkSettings.NO_DUMPS.split(" "));
    }
    assertThat(spark.contains("spark.authenticate.secret")).isFalse();
  }

  private static void assertKnown(String key) {
    assertThat(SQLConf.get())
        .as("the settings of SQL, registered when they are loaded")
        .isNotNull();
    for (String group : List.of("package", "UI", "Deploy", "Network", "Worker")) {
      assertThatCode(() -> Class.forName("org.apache.spark.internal.config.%s$".formatted(group)))
          .doesNotThrowAnyException();
    }
    assertThat(key.matches(UNREGISTERED) || ConfigEntry.findEntry(key) != null).as(key).isTrue();
  }

  @Test
  void wouldNotKnowASettingThatIsMisspelt() {
    assertKnown("spark.io.encryption.enabled");
    assertThat(ConfigEntry.findEntry("spark.io.encryption.enable")).isNull();
  }

  private static Properties read(String file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(CLUSTER.resolve(file))) {
      properties.load(reader);
    }
    return properties;
  }

  private static JsonNode yaml(String file) throws IOException {
    return new YAMLMapper().readTree(Files.readString(CLUSTER.resolve(file)));
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(each -> texts.add(each.asText()));
    return texts;
  }
}
