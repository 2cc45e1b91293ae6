package leakcensus.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import leakcensus.config.InputException;
import leakcensus.config.PrivacySettings;
import leakcensus.pipeline.ExitCode;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivacyGateTest {

  private static final PrivacySettings STRICT = new PrivacySettings(false, false, false);
  private static final String DUMPS = "-XX:+HeapDumpOnOutOfMemoryError";

  @Test
  void letsAnEncryptedLocalRunPass() {
    assertPasses(local(), STRICT);
    assertPasses(local().set("spark.master", "local"), STRICT);
  }

  @Test
  void letsAnEncryptedClusterPass() {
    assertPasses(cluster(), STRICT);
    assertPasses(
        cluster().remove("spark.network.crypto.enabled").set("spark.ssl.rpc.enabled", "TRUE"),
        STRICT);
  }

  @Test
  void refusesPlainTextOnDisk() {
    InputException fault = refused(local().remove("spark.io.encryption.enabled"));

    assertThat(fault)
        .hasMessage(
            "Cannot start on the sample: what Spark spills to disk would be readable, since"
                + " spark.io.encryption.enabled is not true. Set it to true, or do without it by"
                + " privacy.allow-unencrypted-spill = true.");
    assertThat(ExitCode.of(fault).number()).isEqualTo(5);
    assertPasses(
        local().remove("spark.io.encryption.enabled"), new PrivacySettings(true, false, false));
  }

  @Test
  void refusesAClusterThatAnyoneCanJoin() {
    SparkConf open = cluster().set("spark.authenticate", "false");

    assertThat(refused(open))
        .hasMessage(
            "Cannot start on the sample: anyone could join the run, since spark.authenticate is not"
                + " true. Set it to true, or do without it by privacy.allow-open-network = true.");
    assertPasses(open, new PrivacySettings(false, true, false));
  }

  @Test
  void refusesAReadableNetwork() {
    SparkConf readable = cluster().remove("spark.network.crypto.enabled");

    assertThat(refused(readable))
        .hasMessage(
            "Cannot start on the sample: the key of the run would cross the network readably, since"
                + " neither spark.network.crypto.enabled nor spark.ssl.rpc.enabled is true. Set one"
                + " of them to true, or do without it by privacy.allow-open-network = true.");
    assertPasses(readable, new PrivacySettings(false, true, false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"spark://host:7077", "yarn", "k8s://host", "local-cluster[2,1,700]", ""})
  void asksEveryOtherMasterForAuthentication(String master) {
    assertThat(refused(local().set("spark.master", master)))
        .hasMessageContaining("spark.authenticate is not true");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spark.executor.extraJavaOptions",
        "spark.executor.defaultJavaOptions",
        "spark.executorEnv.JAVA_TOOL_OPTIONS",
        "spark.executorEnv.JDK_JAVA_OPTIONS",
        "spark.executorEnv._JAVA_OPTIONS"
      })
  void refusesDumpsOfExecutors(String key) {
    SparkConf dumping = cluster().set(key, "-Da=b " + DUMPS);

    InputException fault = refused(dumping);

    assertThat(fault)
        .hasMessage(
            "Cannot start on the sample: executors would write their memory to disk, or show it to"
                + " others (-XX:+HeapDumpOnOutOfMemoryError in spark.executorEnv.JAVA_TOOL_OPTIONS"
                + " or spark.executorEnv.JDK_JAVA_OPTIONS or spark.executor.defaultJavaOptions or"
                + " spark.executor.extraJavaOptions or spark.executorEnv._JAVA_OPTIONS). Remove the"
                + " option, or do without it by privacy.allow-heap-dumps = true.");
    assertThat(ExitCode.of(fault).number()).isEqualTo(5);
    assertPasses(dumping, new PrivacySettings(false, false, true));
  }

  @Test
  void heedsTheLastOfTwoFlags() {
    SparkConf corrected =
        cluster()
            .set("spark.executor.defaultJavaOptions", DUMPS)
            .set("spark.executor.extraJavaOptions", "-XX:-HeapDumpOnOutOfMemoryError");

    assertPasses(corrected, STRICT);
    assertThat(refused(corrected.set("spark.executorEnv._JAVA_OPTIONS", DUMPS))).isNotNull();
  }

  @Test
  void refusesHeapDumpsOfTheDriver() {
    HotSpotDiagnosticMXBean machine =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    machine.setVMOption("HeapDumpBeforeFullGC", "true");
    try {
      assertThat(refused(local()))
          .hasMessage(
              "Cannot start on the sample: the driver would write its memory to disk, or show it to"
                  + " others (-XX:+HeapDumpBeforeFullGC). Remove the option (off:"
                  + " -XX:-HeapDumpOnOutOfMemoryError -XX:-CreateCoredumpOnCrash"
                  + " -XX:ErrorFile=/dev/null), or do without it by privacy.allow-heap-dumps ="
                  + " true.");
      assertPasses(local(), new PrivacySettings(false, false, true));
    } finally {
      machine.setVMOption("HeapDumpBeforeFullGC", "false");
    }
  }

  @Test
  void namesASwitchThatIsNeitherOnNorOffWithoutItsValue() {
    InputException fault = refused(local().set("spark.io.encryption.enabled", "canary"));

    assertThat(fault)
        .hasMessage(
            "Invalid value of spark.io.encryption.enabled: Spark cannot start with it."
                + " Correct --conf or the file of properties.");
    assertThat(ExitCode.of(fault).number()).isEqualTo(2);
  }

  private static SparkConf local() {
    return new SparkConf(false)
        .set("spark.master", "local[2]")
        .set("spark.io.encryption.enabled", "true");
  }

  private static SparkConf cluster() {
    return local()
        .set("spark.master", "spark://127.0.0.1:7077")
        .set("spark.authenticate", "true")
        .set("spark.network.crypto.enabled", "true");
  }

  private static void assertPasses(SparkConf spark, PrivacySettings privacy) {
    assertThatCode(() -> new PrivacyGate(spark, privacy).check()).doesNotThrowAnyException();
  }

  private static InputException refused(SparkConf spark) {
    return catchThrowableOfType(InputException.class, () -> new PrivacyGate(spark, STRICT).check());
  }
}
