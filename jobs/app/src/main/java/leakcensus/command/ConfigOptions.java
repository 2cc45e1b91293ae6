package leakcensus.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import leakcensus.config.LoadedConfig;
import picocli.CommandLine.Option;

/** The options by which a command is configured. */
final class ConfigOptions {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Configuration file (HOCON). Relative paths in it are meant from its folder.")
  private Path file;

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description =
          "Overrides one setting, such as estimate.confidence=0.9; may be given several times.")
  private List<String> settings = new ArrayList<>();

  /** The configuration over the defaults, with settings that other options of the command make. */
  LoadedConfig load(List<String> more) {
    List<String> all = new ArrayList<>(settings);
    all.addAll(more);
    return LoadedConfig.load(Optional.ofNullable(file), all);
  }

  /** The configuration over the defaults. */
  LoadedConfig load() {
    return LoadedConfig.load(Optional.ofNullable(file), settings);
  }
}
