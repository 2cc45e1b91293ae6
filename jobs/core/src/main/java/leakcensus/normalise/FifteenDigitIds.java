package leakcensus.normalise;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What becomes of Chinese resident ids of the first generation, of 15 digits. */
public enum FifteenDigitIds {
  /** They stay what they are, and are not valid. */
  SEPARATE,
  /** They are read as the 18 characters that replaced them, see {@link ResidentId#upgraded}. */
  UPGRADE;

  /** The name in configuration files, such as {@code separate}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The choice of a configuration key, if there is one. */
  public static Optional<FifteenDigitIds> ofKey(String key) {
    return Arrays.stream(values()).filter(choice -> choice.key().equals(key)).findFirst();
  }
}
