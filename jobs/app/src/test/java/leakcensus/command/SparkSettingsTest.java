package leakcensus.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import leakcensus.config.InputException;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;

class SparkSettingsTest {

  private final SparkConf spark =
      new SparkConf(false)
          .set("spark.ui.enabled", "maybe")
          .set("spark.ui", "x")
          .set("spark.executor.memory", "canary")
          .set("spark.cores.max", "1");

  @Test
  void namesTheSettingThatTheFaultNames() {
    assertThat(refusal("spark.ui.enabled should be boolean, but was maybe"))
        .contains(
            "Invalid value of spark.ui.enabled: Spark cannot start with it."
                + " Correct --conf or the file of properties.");
  }

  @Test
  void findsTheSettingByTheValueThatTheFaultQuotes() {
    assertThat(refusal("Failed to parse byte string: canary"))
        .contains(
            "Invalid value of spark.executor.memory: Spark cannot start with it."
                + " Correct --conf or the file of properties.");
  }

  @Test
  void blamesNoSettingForAFaultThatNamesNone() {
    assertThat(refusal("1 thing went wrong")).isEmpty();
  }

  @Test
  void keepsDumpsOfExecutorsOffUnlessTheUserSwitchesThemOn() {
    String off =
        "-XX:-HeapDumpOnOutOfMemoryError -XX:-CreateCoredumpOnCrash -XX:ErrorFile=/dev/null";

    assertThat(SparkSettings.executorOptions(spark)).isEqualTo(off);
    assertThat(
            SparkSettings.executorOptions(
                spark.set("spark.executor.extraJavaOptions", "-Da=b -XX:+CreateCoredumpOnCrash")))
        .isEqualTo(off + " -Da=b -XX:+CreateCoredumpOnCrash");
  }

  private Optional<String> refusal(String message) {
    return SparkSettings.refusal(spark, new IllegalArgumentException(message))
        .map(InputException::getMessage);
  }
}
