package leakcensus.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Optional;
import leakcensus.config.InputException;
import leakcensus.config.KeySettings;
import leakcensus.pseudonym.RunKeys;
import leakcensus.testing.FaultRow;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.security.alias.CredentialProvider;
import org.apache.hadoop.security.alias.CredentialProviderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoadKeysTest {

  private static final String SECRET =
      "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
  private static final String ID = RunKeys.lasting(HexFormat.of().parseHex(SECRET)).id();
  private static final String PASSWORD_FILE =
      "hadoop.security.credstore.java-keystore-provider.password-file";

  @TempDir private Path folder;

  private final ClassLoader before = Thread.currentThread().getContextClassLoader();

  @BeforeEach
  void putTheFolderOnTheClassPath() throws IOException {
    Thread.currentThread()
        .setContextClassLoader(new URLClassLoader(new URL[] {folder.toUri().toURL()}, before));
  }

  @AfterEach
  void takeItOffTheClassPath() {
    Thread.currentThread().setContextClassLoader(before);
  }

  @Test
  void drawsAKeyForEachRunUnlessOneIsNamed() {
    RunKeys first = LoadKeys.load(KeySettings.none(KeySettings.OF_RUNS), new Configuration(false));

    assertThat(first.isLasting()).isFalse();
    assertThat(first.id())
        .isNotEqualTo(
            LoadKeys.load(KeySettings.none(KeySettings.OF_RUNS), new Configuration(false)).id());
  }

  @Test
  void makesAKeyThatItReadsAgain() throws IOException {
    Path file = folder.resolve("key");

    RunKeys made = KeyFile.create(file);

    RunKeys read = load(file, false);
    assertThat(read.id()).isEqualTo(made.id());
    assertThat(read.isLasting()).isTrue();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(file)).matches("[0-9a-f]{64}\n");
  }

  @Test
  void neverMakesAKeyOverAnotherOrNowhere() throws IOException {
    Path file = write(SECRET, "rw-------");

    assertRefused(
        () -> KeyFile.create(file),
        InputException.Kind.CONFIGURATION,
        "Cannot make a key: there is such a file. A key that is lost cannot be made again: name"
            + " another file.");
    assertThat(Files.readString(file)).isEqualTo(SECRET);
    assertRefused(
        () -> KeyFile.create(folder.resolve("none/key")),
        InputException.Kind.CONFIGURATION,
        "Cannot make a key: no such folder. Make it, or name another file.");
  }

  @ParameterizedTest
  @CsvSource({"rw-------", "r--------"})
  void takesWhatOnlyItsOwnerCanRead(String mode) throws IOException {
    assertThat(load(write(SECRET + "\n", mode), false).id()).isEqualTo(ID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "r-----r--", "rw--w----", "rwx--x---", "rw-rw-rw-"})
  void refusesWhatOthersCanReach(String mode) throws IOException {
    Path file = write(SECRET, mode);

    assertRefused(
        () -> load(file, false),
        InputException.Kind.PRIVACY,
        "Cannot use the key: others than its owner may read it, its mode is %s (must be rw------- or less). Run chmod 600 on it, or do without by privacy.allow-shared-key-file = true."
            .formatted(mode));
    assertThat(load(file, true).id()).isEqualTo(ID);
    new FaultRow(
            "16",
            "key file of mode " + mode,
            "mode looked at before the key is read",
            "exit code 5")
        .tell();
  }

  @ParameterizedTest
  @CsvSource({
    "'', 0 bytes (must be 32)",
    "abcd, 2 bytes (must be 32)",
    "not a key, no hexadecimal digits",
    "0000000000000000000000000000000000000000000000000000000000000000, only 1 different bytes (must"
        + " be random)"
  })
  void refusesWhatIsNoKeyAndTellsNothingOfIt(String text, String why) throws IOException {
    Path file = write(text, "rw-------");

    assertRefused(
        () -> load(file, false),
        InputException.Kind.CONFIGURATION,
        "Invalid key: %s. It has to be 64 hexadecimal digits; leak-census key --new FILE makes one."
            .formatted(why));
  }

  @Test
  void refusesAFileThatIsNoKeyByItsLength() throws IOException {
    Path file = write("0".repeat(1025), "rw-------");

    assertRefused(
        () -> load(file, false),
        InputException.Kind.CONFIGURATION,
        "Invalid key: more than 1,024 bytes. It has to be 64 hexadecimal digits; leak-census key"
            + " --new FILE makes one.");
  }

  @Test
  void refusesAFileThatIsNotThere() {
    assertRefused(
        () -> load(folder.resolve("none"), false),
        InputException.Kind.CONFIGURATION,
        "Cannot read the key: no such file. Check privacy.key.file; leak-census key --new FILE"
            + " makes one.");
  }

  @Test
  void takesAKeyFromAKeystoreWithAPassword() throws Exception {
    Configuration hadoop = keystore(true);
    store(hadoop, "leak", SECRET);

    assertThat(loadAlias("leak", hadoop).id()).isEqualTo(ID);
    assertRefused(
        () -> loadAlias("other", hadoop),
        InputException.Kind.CONFIGURATION,
        "Cannot find the key: no credential provider knows privacy.key.alias. Create it with hadoop"
            + " credential create.");
  }

  @Test
  void refusesAKeystoreWhosePasswordEverybodyKnows() throws Exception {
    Configuration hadoop = keystore(false);
    store(hadoop, "leak", SECRET);

    assertRefused(
        () -> loadAlias("leak", hadoop),
        InputException.Kind.PRIVACY,
        "Cannot use the key: its keystore has no password of its own. Set HADOOP_CREDSTORE_PASSWORD, or spark.hadoop.%s to a file on the class path that holds it, and make the keystore anew."
            .formatted(PASSWORD_FILE));
  }

  @Test
  void refusesAKeystoreThatAnotherPasswordClosed() throws Exception {
    Configuration hadoop = keystore(true);
    store(hadoop, "leak", SECRET);
    Files.writeString(passwordFile(), "another");

    assertRefused(
        () -> loadAlias("leak", hadoop),
        InputException.Kind.CONFIGURATION,
        "Cannot read the key from the credential provider: IOException. Check its path, its"
            + " password and who may read it.");
  }

  @Test
  void takesNoKeyThatStandsInClearInTheSettings() {
    Configuration hadoop = new Configuration(false);
    hadoop.set("leak", SECRET);

    assertRefused(
        () -> loadAlias("leak", hadoop),
        InputException.Kind.CONFIGURATION,
        "Missing credential provider for privacy.key.alias: set"
            + " spark.hadoop.hadoop.security.credential.provider.path to one.");
  }

  private Path write(String text, String mode) throws IOException {
    Path file = Files.writeString(folder.resolve("written"), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    return file;
  }

  private static RunKeys load(Path file, boolean shared) {
    return LoadKeys.load(
        new KeySettings(
            KeySettings.OF_RUNS, Optional.of(file.toString()), Optional.empty(), shared),
        new Configuration(false));
  }

  private static RunKeys loadAlias(String alias, Configuration hadoop) {
    return LoadKeys.load(
        new KeySettings(KeySettings.OF_RUNS, Optional.empty(), Optional.of(alias), false), hadoop);
  }

  /** A keystore, whose password lies in a file that Hadoop looks for on the class path. */
  private Configuration keystore(boolean password) throws IOException {
    Configuration hadoop = new Configuration(false);
    hadoop.set(
        CredentialProviderFactory.CREDENTIAL_PROVIDER_PATH,
        "localjceks://file" + folder.resolve("keys.jceks"));
    if (password) {
      Files.writeString(passwordFile(), "a password of its own");
      hadoop.set(PASSWORD_FILE, passwordFile().getFileName().toString());
    }
    return hadoop;
  }

  private Path passwordFile() {
    return folder.resolve("password");
  }

  private static void store(Configuration hadoop, String alias, String secret) throws IOException {
    CredentialProvider provider = CredentialProviderFactory.getProviders(hadoop).get(0);
    provider.createCredentialEntry(alias, secret.toCharArray());
    provider.flush();
  }

  private static void assertRefused(Runnable work, InputException.Kind kind, String message) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(
            InputException.class, fault -> assertThat(fault.kind()).isEqualTo(kind))
        .hasMessage(message)
        .hasNoCause();
  }
}
