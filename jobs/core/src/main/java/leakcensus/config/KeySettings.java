package leakcensus.config;

import java.util.Optional;

/**
 * Where a lasting key lies; without any, each run has a key of its own that dies with it.
 *
 * @param setting path of these settings, for messages: {@link #OF_RUNS} or {@link #OF_TABLES}
 * @param file path of a file with the key, on this machine
 * @param alias name of the key in the providers of Hadoop's credentials
 * @param sharedFile whether others than its owner may be able to read the file
 */
public record KeySettings(
    String setting, Optional<String> file, Optional<String> alias, boolean sharedFile) {

  /** The key of what runs make. */
  public static final String OF_RUNS = "privacy.key";

  /** The key of the tables that runs publish. */
  public static final String OF_TABLES = "output.encryption.key";

  public KeySettings {
    if (file.isPresent() && alias.isPresent()) {
      throw new IllegalArgumentException("Invalid key: both file and alias (must be one of them)");
    }
  }

  /** No lasting key. */
  public static KeySettings none(String setting) {
    return new KeySettings(setting, Optional.empty(), Optional.empty(), false);
  }

  /** Whether there is a lasting key. */
  public boolean isLasting() {
    return file.isPresent() || alias.isPresent();
  }
}
