package leakcensus.canary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import leakcensus.pipeline.KeyFile;
import leakcensus.pseudonym.RunKeys;
import leakcensus.pseudonym.TableKeys;

/**
 * A lasting key that is looked for as values are, with the keys derived from it.
 *
 * @param file where it is kept
 */
record PlantedKey(Path file) {

  /** A new one in a folder. */
  static PlantedKey make(Path folder) {
    Path file = folder.resolve("key");
    KeyFile.create(file);
    return new PlantedKey(file);
  }

  /** The secret, and the keys of tokens and of persons' numbers. */
  List<Canary> canaries() throws IOException {
    RunKeys keys = RunKeys.lasting(secret());
    return List.of(
        canary("lasting key", secret()),
        canary("key of tokens", keys.tokens().secret()),
        canary("key of numbers", keys.numbers().secret()));
  }

  /** The secret, and the keys of the tables of a run. */
  List<Canary> canariesOfTables(String runId, List<String> tables) throws IOException {
    TableKeys keys = TableKeys.of(RunKeys.lasting(secret()));
    return Stream.concat(
            Stream.of(canary("key of tables", secret())),
            tables.stream().map(table -> canary("key of " + table, keys.of(runId, table))))
        .toList();
  }

  private byte[] secret() throws IOException {
    return HexFormat.of().parseHex(Files.readString(file).strip());
  }

  private static Canary canary(String name, byte[] key) {
    return Canary.content(name, HexFormat.of().formatHex(key));
  }
}
