package leakcensus.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import leakcensus.estimate.SampleDesign;
import leakcensus.estimate.SourceStatements;
import leakcensus.link.ResolveMethod;
import leakcensus.link.TrustSettings;
import leakcensus.match.MatchSettings;

/** Turns a loaded configuration into settings records, or says what in it is at fault. */
public final class ConfigReader {

  private static final String ROOT = LoadedConfig.ROOT;

  /** Sections whose keys are names that the user chooses. */
  private static final Set<String> NAMED =
      Set.of(
          "sources",
          "claims",
          "sample.source-records",
          "severity.contains",
          "duties.residents",
          "duties.items");

  private ConfigReader() {}

  /**
   * The settings of a census.
   *
   * @throws InputException if a key is unknown or a value impossible
   */
  public static CensusConfig read(LoadedConfig loaded) {
    Config census = loaded.census();
    rejectUnknownKeys(census, loaded.reference());
    try {
      return new CensusConfig(
          section(census, "output", output -> output(output, sharedKeyFile(census))),
          ReadSettingsReader.read(census),
          SourceReader.read(census.getConfig("sources"), normalise(census)),
          section(census, "resolve", ConfigReader::resolve),
          section(census, "sample", ConfigReader::sample),
          section(census, "sample", ConfigReader::statements),
          census.getDouble("estimate.confidence"),
          ClaimReader.read(census.getConfig("claims")),
          section(census, "population", ConfigReader::population),
          section(census, "disclosure", ConfigReader::disclosure),
          section(census, "privacy", ConfigReader::privacy),
          section(census, "keep", ConfigReader::keep),
          section(census, "severity", SeverityReader::read),
          section(census, "duties", DutyReader::read));
    } catch (ConfigException | IllegalArgumentException fault) {
      throw new InputException("Cannot read %s: %s".formatted(ROOT, Faults.sentence(fault)), fault);
    }
  }

  private static PopulationSettings population(Config section) {
    String leak = section.getString("leak-date");
    try {
      return new PopulationSettings(
          section.getStringList("compare"),
          leak.equals(PopulationSettings.UNKNOWN_DATE)
              ? Optional.empty()
              : Optional.of(LocalDate.parse(leak)));
    } catch (DateTimeParseException fault) {
      throw new IllegalArgumentException(
          "Invalid leak-date: not a date (must be YYYY-MM-DD, or unknown)", fault);
    }
  }

  private static DisclosureSettings disclosure(Config section) {
    return new DisclosureSettings(section.getInt("min-cell"), section.getInt("round-persons"));
  }

  private static boolean sharedKeyFile(Config census) {
    return census.getBoolean("privacy.allow-shared-key-file");
  }

  private static OutputSettings output(Config section, boolean sharedKeyFile) {
    return new OutputSettings(
        section.getString("path"),
        section.getBoolean("assignments"),
        section.getInt("review-pairs"),
        section.getString("title"),
        section.getIsNull("retention-days")
            ? OptionalInt.empty()
            : OptionalInt.of(section.getInt("retention-days")),
        section.getIsNull("atomic-rename")
            ? Optional.empty()
            : Optional.of(section.getBoolean("atomic-rename")),
        new KeySettings(
            KeySettings.OF_TABLES,
            optional(section, "encryption.key.file"),
            optional(section, "encryption.key.alias"),
            sharedKeyFile));
  }

  private static Config normalise(Config census) {
    Config section = census.getConfig("normalise");
    section(census, "normalise", SourceReader::rules);
    return section;
  }

  private static ResolveSettings resolve(Config section) {
    return new ResolveSettings(
        new TrustSettings(
            method(section.getString("method")),
            section.getLong("max-mentions"),
            section.getInt("max-names")),
        new MatchSettings(
            section.getInt("matching.max-block"),
            section.getInt("matching.max-component"),
            section.getInt("matching.sample-size")),
        optional(section, "matching.labels"),
        section.getLong("driver-budget-bytes"),
        section.getInt("buckets"));
  }

  private static ResolveMethod method(String key) {
    return ResolveMethod.ofKey(key)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Unknown method: %s (must be matching or identifiers)".formatted(key)));
  }

  private static SampleDesign sample(Config section) {
    return SampleDesign.ofKey(
        section.getString("design"),
        section.getIsNull("dump-records")
            ? OptionalLong.empty()
            : OptionalLong.of(section.getLong("dump-records")));
  }

  private static SourceStatements statements(Config section) {
    Config records = section.getConfig("source-records");
    SortedMap<String, Long> dumpRecords = new TreeMap<>();
    for (String source : records.root().keySet()) {
      dumpRecords.put(source, records.getLong(ConfigUtil.quoteString(source)));
    }
    return new SourceStatements(
        new TreeSet<>(section.getStringList("person-indexes")), dumpRecords);
  }

  private static PrivacySettings privacy(Config section) {
    return new PrivacySettings(
        section.getBoolean("allow-unencrypted-spill"),
        section.getBoolean("allow-open-network"),
        section.getBoolean("allow-heap-dumps"),
        new KeySettings(
            KeySettings.OF_RUNS,
            optional(section, "key.file"),
            optional(section, "key.alias"),
            section.getBoolean("allow-shared-key-file")));
  }

  private static KeepSettings keep(Config section) {
    return new KeepSettings(
        section.getBoolean("resume"), section.getBoolean("sketches"), section.getInt("days"));
  }

  private static Optional<String> optional(Config section, String path) {
    return section.getIsNull(path) ? Optional.empty() : Optional.of(section.getString(path));
  }

  /**
   * A section as its settings.
   *
   * @throws InputException if it has a wrong type or an impossible value; the message names it
   */
  static <T> T section(Config census, String path, Function<Config, T> reader) {
    try {
      return reader.apply(census.getConfig(path));
    } catch (ConfigException | IllegalArgumentException fault) {
      throw new InputException(
          "Cannot read %s.%s: %s".formatted(ROOT, path, Faults.sentence(fault)), fault);
    }
  }

  private static void rejectUnknownKeys(Config census, Config reference) {
    Set<String> unknown = new TreeSet<>();
    collectUnknown("", census.root(), reference.root(), unknown);
    if (!unknown.isEmpty()) {
      throw new InputException(
          "Unknown keys in %s: %s. Correct their spelling; reference.conf lists every key."
              .formatted(ROOT, String.join(", ", unknown)));
    }
  }

  private static void collectUnknown(
      String prefix, ConfigObject census, ConfigObject reference, Set<String> unknown) {
    for (Map.Entry<String, ConfigValue> entry : census.entrySet()) {
      String path = prefix + entry.getKey();
      ConfigValue known = reference.get(entry.getKey());
      if (path.equals(LoadedConfig.SYNTHESISE)) {
        continue;
      }
      if (known == null) {
        unknown.add(path);
      } else if (known.valueType() == ConfigValueType.OBJECT
          && entry.getValue().valueType() == ConfigValueType.OBJECT
          && !NAMED.contains(path)) {
        collectUnknown(path + ".", (ConfigObject) entry.getValue(), (ConfigObject) known, unknown);
      }
    }
  }
}
