package leakcensus.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import leakcensus.testing.LauncherRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What crosses the network between the driver and the executors of a cluster: a relay stands at the
 * address that the driver tells them, and writes down every byte.
 */
@Tag("canary")
@Tag("long")
class WireCanaryIT {

  private static final int RECORDS = 5_000;
  private static final String DRIVER = "127.0.0.1";
  private static final String RELAY = "127.0.0.2";

  /** Two executors register, ask for blocks and tell of their tasks. */
  private static final int FEWEST_CONNECTIONS = 3;

  private static final int FEWEST_BYTES = 100_000;

  @TempDir private Path planted;
  @TempDir private Path folder;
  @TempDir private Path secretFolder;
  @TempDir private Path wire;

  private PlantedKey key;

  @BeforeEach
  void makeKey() {
    key = PlantedKey.make(secretFolder);
  }

  @Test
  void carriesNeitherTheKeyNorAPathNorAValueWhereItIsEncrypted() throws Exception {
    Leftovers heard = listen().tell("on the wire between driver and executors, encrypted");

    assertThat(heard.findings()).isEmpty();
  }

  /** The control: the same relay, on the same way, without the encryption. */
  @Test
  void wouldCarryTheKeyAndPathsOtherwise() throws Exception {
    Leftovers heard =
        listen("privacy.allow-open-network=true", "spark.network.crypto.enabled=false")
            .tellControl("on the wire between driver and executors, in clear");

    assertThat(heard.findings())
        .extracting(finding -> finding.canary().name())
        .contains("key of tokens", Canaries.FILE.name(), Canaries.FOLDER.name());
    assertThat(heard.findings())
        .filteredOn(finding -> finding.canary().place() == Canary.Place.CONTENT)
        .extracting(finding -> finding.canary().name())
        .as("values leave no reading task, and the lasting key no driver")
        .containsOnly("key of tokens");
  }

  /** A census on two workers; settings of the tool begin with no {@code spark}. */
  private Leftovers listen(String... settings) throws Exception {
    Path configuration = new PlantedLeak(planted, RECORDS).write();
    int rpc = TcpRelay.freePort(RELAY);
    int blocks = TcpRelay.freePort(RELAY);
    Stream<String> tool =
        Stream.of(settings)
            .filter(setting -> !setting.startsWith("spark"))
            .flatMap(setting -> Stream.of("--set", setting));
    Stream<String> ofSpark = Stream.of(settings).filter(setting -> setting.startsWith("spark"));
    LauncherRun census =
        LauncherRun.census(
                folder,
                configuration,
                Stream.concat(
                        Stream.of(
                            "--set",
                            "privacy.key.file=" + key.file(),
                            "--set",
                            "resolve.method=identifiers"),
                        tool)
                    .toArray(String[]::new))
            .onTwoWorkers(
                Stream.concat(
                        Stream.of(
                            "spark.driver.bindAddress=" + DRIVER,
                            "spark.driver.host=" + RELAY,
                            "spark.driver.port=" + rpc,
                            "spark.driver.blockManager.port=" + blocks,
                            "spark.port.maxRetries=0"),
                        ofSpark)
                    .toArray(String[]::new));

    try (TcpRelay toDriver = new TcpRelay(RELAY, DRIVER, rpc, wire);
        TcpRelay toBlocks = new TcpRelay(RELAY, DRIVER, blocks, wire)) {
      assertThat(census.run()).as(census.errors()).isZero();
      assertThat(toDriver.connections()).isGreaterThanOrEqualTo(FEWEST_CONNECTIONS);
      assertThat(toBlocks.connections()).isPositive();
    }

    Leftovers heard = new Leftovers(key.canaries()).add(wire);
    assertThat(heard.bytes()).isGreaterThan(FEWEST_BYTES);
    return heard;
  }
}
