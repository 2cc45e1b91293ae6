package leakcensus.command;

import java.util.Optional;
import leakcensus.config.KeySettings;
import leakcensus.pipeline.LoadKeys;
import leakcensus.pseudonym.TableKeys;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Option;

/** The options that name the key under which the tables of a run are encrypted. */
final class TableKeyOption {

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description = "Key of the run's tables, where they are encrypted (output.encryption).")
  private String file;

  @Option(
      names = "--key-alias",
      paramLabel = "NAME",
      description = "The same from Hadoop's credential providers.")
  private String alias;

  /** The keys, if one is named. */
  Optional<TableKeys> load(Configuration hadoop) {
    return LoadKeys.ofTables(
        new KeySettings(
            KeySettings.OF_TABLES, Optional.ofNullable(file), Optional.ofNullable(alias), false),
        hadoop);
  }
}
