package leakcensus.pipeline;

import java.io.IOException;
import java.nio.CharBuffer;
import java.util.List;
import java.util.Optional;
import leakcensus.config.InputException;
import leakcensus.config.KeySettings;
import leakcensus.pseudonym.RunKeys;
import leakcensus.pseudonym.TableKeys;
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
    return lasting(settings, hadoop).orElseGet(RunKeys::random);
  }

  /**
   * The keys of the tables that runs publish; none where these are in clear.
   *
   * @throws InputException if a key is named and cannot be had, or is not protected
   */
  public static Optional<TableKeys> ofTables(KeySettings settings, Configuration hadoop) {
    return lasting(settings, hadoop).map(TableKeys::of);
  }

  private static Optional<RunKeys> lasting(KeySettings settings, Configuration hadoop) {
    if (settings.file().isPresent()) {
      String setting = settings.setting();
      return Optional.of(
          KeyFile.read(
              KeyFile.path(settings.file().get(), setting), settings.sharedFile(), setting));
    }
    return settings.alias().map(alias -> ofAlias(settings.setting(), alias, hadoop));
  }

  /** Not by Configuration.getPassword, which also takes what stands in clear in the settings. */
  private static RunKeys ofAlias(String setting, String alias, Configuration hadoop) {
    try {
      List<CredentialProvider> providers = CredentialProviderFactory.getProviders(hadoop);
      if (providers.isEmpty()) {
        throw new InputException(
            "Missing credential provider for %s.alias: set spark.hadoop.%s to one."
                .formatted(setting, CredentialProviderFactory.CREDENTIAL_PROVIDER_PATH));
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
        "Cannot find the key: no credential provider knows %s.alias. Create it with hadoop credential create."
            .formatted(setting));
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
