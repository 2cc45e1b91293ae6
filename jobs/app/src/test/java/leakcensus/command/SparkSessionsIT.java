package leakcensus.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import leakcensus.config.InputException;
import leakcensus.config.PrivacySettings;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Runs before the classes that share one session of Spark. */
@Order(1)
class SparkSessionsIT {

  private final Map<String, String> settings =
      new LinkedHashMap<>(
          Map.of(
              "spark.master", "local[1]",
              "spark.driver.host", "127.0.0.1",
              "spark.driver.bindAddress", "127.0.0.1",
              "spark.ui.enabled", "false"));

  @AfterEach
  void forgetSettings() {
    settings.keySet().forEach(System::clearProperty);
  }

  @Test
  void setsWhatEveryRunNeeds() {
    with("spark.sql.session.timeZone", "Asia/Shanghai").with("spark.sql.ansi.enabled", "false");

    assertThat(seen("spark.sql.session.timeZone")).isEqualTo("UTC");
    assertThat(seen("spark.sql.ansi.enabled")).isEqualTo("true");
  }

  @Test
  void opensNoFileForEachBucketUnlessTheUserSaysSo() {
    with("spark.sql.ansi.enabled", "true");
    assertThat(seen("spark.shuffle.sort.bypassMergeThreshold")).isEqualTo("1");

    with("spark.shuffle.sort.bypassMergeThreshold", "150");
    assertThat(seen("spark.shuffle.sort.bypassMergeThreshold")).isEqualTo("150");
  }

  @Test
  void namesTheApplicationOnlyWhereTheUserDoesNot() {
    with("spark.sql.ansi.enabled", "true");
    assertThat(seen("spark.app.name")).isEqualTo("census");

    with("spark.app.name", "mine");
    assertThat(seen("spark.app.name")).isEqualTo("mine");
  }

  @Test
  void saysWhichSettingKeepsSparkFromStarting() {
    with("spark.ui.enabled", "maybe");

    assertThatThrownBy(() -> seen("spark.app.name"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "Invalid value of spark.ui.enabled: Spark cannot start with it."
                + " Correct --conf or the file of properties.");
  }

  @Test
  void startsNothingUnsafe() {
    with("spark.io.encryption.enabled", "false");

    assertThatThrownBy(
            () ->
                SparkSessions.safely(
                    new PrivacySettings(false, false, false), "census", SparkSession::version))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("spark.io.encryption.enabled is not true");
    assertThat(SparkSession.getActiveSession().isEmpty()).isTrue();
  }

  private SparkSessionsIT with(String key, String value) {
    settings.put(key, value);
    settings.forEach(System::setProperty);
    return this;
  }

  private static String seen(String key) {
    return SparkSessions.with("census", spark -> spark.conf().get(key));
  }
}
