package leakcensus.command;

import java.util.Set;
import leakcensus.config.InputException;
import leakcensus.config.PrivacySettings;
import org.apache.spark.SparkConf;

/**
 * Stops a command before it reads anything of a sample where Spark is set up so that values, or the
 * key that hides them, could reach others.
 */
final class PrivacyGate {

  private final SparkConf spark;
  private final PrivacySettings privacy;

  PrivacyGate(SparkConf spark, PrivacySettings privacy) {
    this.spark = spark;
    this.privacy = privacy;
  }

  /** Refuses what the settings do not expressly allow. */
  void check() {
    if (!privacy.allowUnencryptedSpill()) {
      checkSpill();
    }
    if (!privacy.allowOpenNetwork() && !SparkSettings.isLocal(spark)) {
      checkNetwork();
    }
    if (!privacy.allowHeapDumps()) {
      checkHeapDumps();
    }
  }

  private void checkSpill() {
    if (!isOn("spark.io.encryption.enabled")) {
      throw refusal(
          "what Spark spills to disk would be readable, since spark.io.encryption.enabled is not"
              + " true",
          "Set it to true",
          "allow-unencrypted-spill");
    }
  }

  private void checkNetwork() {
    if (!isOn("spark.authenticate")) {
      throw refusal(
          "anyone could join the run, since spark.authenticate is not true",
          "Set it to true",
          "allow-open-network");
    }
    if (!isOn("spark.network.crypto.enabled") && !isOn("spark.ssl.rpc.enabled")) {
      throw refusal(
          "the key of the run would cross the network readably, since neither"
              + " spark.network.crypto.enabled nor spark.ssl.rpc.enabled is true",
          "Set one of them to true",
          "allow-open-network");
    }
  }

  private void checkHeapDumps() {
    Set<String> driver = MemoryDumps.ofThisMachine();
    if (!driver.isEmpty()) {
      throw refusal(
          "the driver would write its memory to disk, or show it to others (%s)"
              .formatted(String.join(", ", driver)),
          "Remove the option (off: %s)".formatted(SparkSettings.NO_DUMPS),
          "allow-heap-dumps");
    }
    Set<String> executors = MemoryDumps.ofOptions(SparkSettings.givenToExecutors(spark));
    if (!executors.isEmpty()) {
      throw refusal(
          "executors would write their memory to disk, or show it to others (%s in %s)"
              .formatted(
                  String.join(", ", executors), String.join(" or ", SparkSettings.EXECUTOR_KEYS)),
          "Remove the option",
          "allow-heap-dumps");
    }
  }

  private boolean isOn(String key) {
    return SparkSettings.isOn(spark, key);
  }

  private static InputException refusal(String why, String whatToDo, String waiver) {
    return new InputException(
        InputException.Kind.PRIVACY,
        "Cannot start on the sample: %s. %s, or do without it by privacy.%s = true."
            .formatted(why, whatToDo, waiver));
  }
}
