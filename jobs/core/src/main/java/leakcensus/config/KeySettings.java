package leakcensus.config;

import java.util.Optional;

/**
 * Where a lasting key lies; without any, each run has a key of its own that dies with it.
 *
 * @param file path of a file with the key, on this machine
 * @param alias name of the key in the providers of Hadoop's credentials
 * @param sharedFile whether others than its owner may be able to read the file
 */
public record KeySettings(Optional<String> file, Optional<String> alias, boolean sharedFile) {

  /** No lasting key. */
  public static final KeySettings NONE = new KeySettings(Optional.empty(), Optional.empty(), false);

  public KeySettings {
    if (file.isPresent() && alias.isPresent()) {
      throw new IllegalArgumentException("Invalid key: both file and alias (must be one of them)");
    }
  }

  /** Whether there is a lasting key. */
  public boolean isLasting() {
    return file.isPresent() || alias.isPresent();
  }
}
