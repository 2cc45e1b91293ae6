package leakcensus.pipeline;

import java.io.IOException;
import java.nio.CharBuffer;
import java.util.List;
import leakcensus.config.InputException;
import leakcensus.config.KeySettings;
import leakcensus.pseudonym.RunKeys;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.security.alias.CredentialProvider;
import org.apache.hadoop.security.alias.CredentialProviderFactory;

/**
 * The keys of a run: fresh ones, or those of the lasting key that the settings name. A lasting key
 * is taken from a file of its owner or from a protected credential provider, and from nowhere else:
 * what stands on a command line or in a setting of Spark is in lists of processes and event logs.
 */
public final class LoadKeys {

  private LoadKeys() {}

  /**
   * The keys.
   *
   * @throws InputException if a lasting key is named and cannot be had, or is not protected
   */
  public static RunKeys load(KeySettings settings, Configuration hadoop) {
    if (settings.file().isPresent()) {
      return KeyFile.read(KeyFile.path(settings.file().get()), settings.sharedFile());
    }
    return settings.alias().map(alias -> ofAlias(alias, hadoop)).orElseGet(RunKeys::random);
  }

  /** Not by Configuration.getPassword, which also takes what stands in clear in the settings. */
  private static RunKeys ofAlias(String alias, Configuration hadoop) {
    try {
      List<CredentialProvider> providers = CredentialProviderFactory.getProviders(hadoop);
      if (providers.isEmpty()) {
        throw new InputException(
            "Missing credential provider for privacy.key.alias: set spark.hadoop.%s to one."
                .formatted(CredentialProviderFactory.CREDENTIAL_PROVIDER_PATH));
      }
      for (CredentialProvider provider : providers) {
        CredentialProvider.CredentialEntry entry = provider.getCredentialEntry(alias);
        if (entry != null) {
          requireProtection(provider);
          return KeyFile.parse(CharBuffer.wrap(entry.getCredential()).toString());
        }
      }
    } catch (IOException fault) {
      throw new InputException(
          "Cannot read the key from the credential provider: %s. Check its path, its password and who may read it."
              .formatted(fault.getClass().getSimpleName()));
    }
    throw new InputException(
        "Cannot find the key: no credential provider knows privacy.key.alias. Create it with hadoop credential create.");
  }

  /** A keystore whose password is not set has one that everybody knows. */
  private static void requireProtection(CredentialProvider provider) throws IOException {
    if (provider.needsPassword()) {
      throw new InputException(
          InputException.Kind.PRIVACY,
          "Cannot use the key: its keystore has no password of its own. Set HADOOP_CREDSTORE_PASSWORD, or spark.hadoop.%s to a file on the class path that holds it, and make the keystore anew."
              .formatted("hadoop.security.credstore.java-keystore-provider.password-file"));
    }
  }
}
