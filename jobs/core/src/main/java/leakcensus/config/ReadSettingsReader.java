package leakcensus.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigObject;
import java.util.SortedMap;
import java.util.TreeMap;
import leakcensus.container.ContainerLimits;

/** Reads the section that says how files are read. */
final class ReadSettingsReader {

  /** Keys that a source may state for itself. */
  static final String RATIO = "max-quarantine-ratio";

  static final String RECORDS = "max-quarantine-records";

  private ReadSettingsReader() {}

  static ReadSettings read(Config census) {
    return ConfigReader.section(
        census,
        "read",
        section ->
            new ReadSettings(
                section.getLong("split-bytes"),
                section.getInt("max-record-bytes"),
                quarantine(census, section),
                ConfigReader.section(census, "read.containers", ReadSettingsReader::containers)));
  }

  private static QuarantineLimits quarantine(Config census, Config read) {
    QuarantineLimit common = limit(read);
    SortedMap<String, QuarantineLimit> own = new TreeMap<>();
    // What is no section is told with the other faults of the sources.
    if (census.getValue("sources") instanceof ConfigObject sources) {
      sources.forEach(
          (name, value) -> {
            if (value instanceof ConfigObject source
                && (source.containsKey(RATIO) || source.containsKey(RECORDS))) {
              own.put(name, ownLimit(name, source.toConfig().withFallback(read)));
            }
          });
    }
    return new QuarantineLimits(common, own);
  }

  private static QuarantineLimit ownLimit(String source, Config section) {
    try {
      return limit(section);
    } catch (ConfigException | IllegalArgumentException fault) {
      throw new InputException(
          "Cannot read %s.sources.%s: %s"
              .formatted(LoadedConfig.ROOT, source, Faults.sentence(fault)),
          fault);
    }
  }

  private static QuarantineLimit limit(Config section) {
    return new QuarantineLimit(
        section.getDouble(RATIO),
        section.getIsNull(RECORDS) ? QuarantineLimit.ANY_NUMBER : section.getLong(RECORDS));
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
