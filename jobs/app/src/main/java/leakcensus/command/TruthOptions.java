package leakcensus.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import leakcensus.config.CensusConfig;
import leakcensus.config.ConfigReader;
import leakcensus.config.LoadedConfig;
import picocli.CommandLine.Option;

/** The options that name a column of truth. */
final class TruthOptions {

  @Option(
      names = "--truth-source",
      required = true,
      paramLabel = "CONF",
      description = "Configuration with the sources as the run read them.")
  private Path source;

  @Option(
      names = "--truth-column",
      required = true,
      paramLabel = "NAME",
      description =
          "Column with the true entity; where a source has several slots, NAME_SLOT for each.")
  private String column;

  /** The sources as the run read them. */
  CensusConfig sources() {
    return ConfigReader.read(LoadedConfig.load(Optional.of(source), List.of()));
  }

  /** Name of the column with the true entity. */
  String column() {
    return column;
  }
}
