package leakcensus.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import leakcensus.config.InputException;
import org.apache.spark.internal.config.ConfigEntry;
import org.apache.spark.sql.internal.SQLConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SparkReleaseTest {

  @ParameterizedTest
  @CsvSource({
    "4.1.0, 4.1",
    "4.1.3-amzn-0, 4.1",
    "4.2.0, 4.2",
    "4.2.1-SNAPSHOT, 4.2",
    "4.10.2, 4.10",
    "5.0.0, 5.0"
  })
  void runsOnWhatNoticesALostRow(String version, String release) {
    assertThat(SparkRelease.of(version)).hasToString(release);
    assertThatCode(() -> SparkRelease.of(version).require()).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"4.0.1, 4.0", "3.5.7, 3.5", "2.4.8, 2.4"})
  void refusesWhatDoesNot(String version, String release) {
    assertThatThrownBy(() -> SparkRelease.of(version).require())
        .isInstanceOf(InputException.class)
        .hasMessage(
            "Cannot run on Spark %s: after a lost executor it can count rows twice or not at all, and does not notice. Set SPARK_HOME to Spark 4.1 or newer."
                .formatted(release));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "four", "4", "x4.2", "99999.1"})
  void refusesWhatIsNoVersion(String version) {
    assertThatThrownBy(() -> SparkRelease.of(version))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "Unknown version of Spark (must be 4.1 or newer). Set SPARK_HOME to such a one.");
  }

  @ParameterizedTest
  @CsvSource({"4.1.3, 2, false", "4.2.0, 0, false", "4.3.0, 0, true", "5.0.0, 0, true"})
  void switchesChecksumsOnWhereTheyAreOff(String version, int settings, boolean untried) {
    assertThat(SparkRelease.of(version).settings()).hasSize(settings);
    assertThat(SparkRelease.of(version).isUntried()).isEqualTo(untried);
  }

  @Test
  void knowsTheReleaseItRunsOnAndItsSettings() {
    SparkRelease here = SparkRelease.of(org.apache.spark.package$.MODULE$.SPARK_VERSION());

    assertThat(here).isEqualTo(SparkRelease.BUILT_FOR);
    assertThat(SQLConf.get()).isNotNull();
    assertThat(SparkRelease.of("4.1.0").settings().keySet())
        .allSatisfy(key -> assertThat(ConfigEntry.findEntry(key)).as(key).isNotNull());
  }
}
