package leakcensus.config;

import com.typesafe.config.Config;
import leakcensus.container.ContainerLimits;

/** Reads the section that says how files are read. */
final class ReadSettingsReader {

  private ReadSettingsReader() {}

  static ReadSettings read(Config census) {
    return ConfigReader.section(
        census,
        "read",
        section ->
            new ReadSettings(
                section.getLong("split-bytes"),
                section.getInt("max-record-bytes"),
                section.getDouble("max-quarantine-ratio"),
                ConfigReader.section(census, "read.containers", ReadSettingsReader::containers)));
  }

  private static ContainerLimits containers(Config section) {
    return new ContainerLimits(
        section.getLong("max-ratio"),
        section.getLong("ratio-from-bytes"),
        section.getLong("max-entries"),
        section.getInt("max-depth"),
        section.getLong("max-bytes"),
        section.getLong("max-held-bytes"));
  }
}
