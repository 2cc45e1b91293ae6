package leakcensus.normalise;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What becomes of several addresses that lead to one mailbox. */
public enum EmailAliases {
  /** They stay apart, see {@link EmailNormaliser}. */
  KEEP,
  /** They are one, where the provider documents it, see {@link AliasEmailNormaliser}. */
  MERGE;

  /** The name in configuration files, such as {@code keep}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The choice of a configuration key, if there is one. */
  public static Optional<EmailAliases> ofKey(String key) {
    return Arrays.stream(values()).filter(choice -> choice.key().equals(key)).findFirst();
  }
}
