package leakcensus.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValueType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import leakcensus.person.PersonField;
import leakcensus.synthetic.FileCompression;
import leakcensus.synthetic.LeakFormat;
import leakcensus.synthetic.RecordLaw;
import leakcensus.synthetic.SourceKind;
import leakcensus.synthetic.SyntheticNoise;
import leakcensus.synthetic.SyntheticSettings;
import leakcensus.synthetic.SyntheticSource;

/** Turns the configuration of a synthesis into its settings, or says what in it is at fault. */
public final class SynthesisReader {

  /** Path of the section in a whole configuration. */
  public static final String ROOT = "leak-census.synthesise";

  private static final String RESOURCE = "leakcensus/config/synthesis.conf";
  private static final String SOURCES = "sources";
  private static final String EACH_SOURCE = "each-source";
  private static final String KIND = "kind";

  private SynthesisReader() {}

  /** The section with every key at its default. */
  public static Config defaults() {
    return ConfigFactory.parseResources(SynthesisReader.class.getClassLoader(), RESOURCE)
        .getConfig(ROOT);
  }

  /**
   * Reads the section; what it does not say has its default.
   *
   * @throws IllegalArgumentException if a key is unknown or a value is at fault
   * @throws ConfigException if a value outside the sources has the wrong type
   */
  public static SyntheticSettings read(Config section) {
    Config defaults = defaults();
    Config synthesis = section.withFallback(defaults).resolve();
    rejectUnknownKeys("", synthesis.withoutPath(SOURCES), defaults.withoutPath(SOURCES));
    Config noise = synthesis.getConfig("noise");

    return new SyntheticSettings(
        synthesis.getLong("seed"),
        synthesis.getLong("persons"),
        synthesis.getDouble("sample-ratio"),
        synthesis.getDouble("shared-phone-ratio"),
        synthesis.getDouble("email-ratio"),
        new SyntheticNoise(
            noise.getDouble("exact-duplicate-ratio"),
            noise.getDouble("near-duplicate-ratio"),
            noise.getDouble("name-typo-ratio"),
            noise.getDouble("invalid-id-ratio"),
            noise.getDouble("junk-phone-ratio"),
            noise.getDouble("broken-ratio")),
        sources(synthesis.getObject(SOURCES), synthesis.getConfig(EACH_SOURCE)));
  }

  private static List<SyntheticSource> sources(ConfigObject named, Config eachSource) {
    List<SyntheticSource> sources = new ArrayList<>();
    for (String name : new TreeSet<>(named.keySet())) {
      if (named.get(name).valueType() != ConfigValueType.NULL) {
        sources.add(source(name, named.toConfig().getConfig("\"" + name + "\""), eachSource));
      }
    }
    return sources;
  }

  private static SyntheticSource source(String name, Config stated, Config eachSource) {
    rejectUnknownKeys(SOURCES + "." + name + ".", stated.withoutPath(KIND), eachSource);
    try {
      Config source = stated.withFallback(eachSource);
      return new SyntheticSource(
          name,
          choice(source, KIND, SourceKind.values(), SourceKind::key),
          source.getDouble("coverage-ratio"),
          source.getDouble("overlap-ratio"),
          law(source.getConfig("records")),
          missing(source.getConfig("missing")),
          choice(source, "format", LeakFormat.values(), LeakFormat::key),
          choice(source, "compression", FileCompression.values(), FileCompression::key),
          source.getInt("files"));
    } catch (ConfigException | IllegalArgumentException fault) {
      throw new IllegalArgumentException(
          "Cannot read %s.%s: %s".formatted(SOURCES, name, fault.getMessage()), fault);
    }
  }

  static RecordLaw law(Config records) {
    String law = records.getString("law");
    return switch (law) {
      case "one" -> new RecordLaw.One();
      case "one-or-two" -> new RecordLaw.OneOrTwo(records.getDouble("mean"));
      case "geometric" -> new RecordLaw.Geometric(records.getDouble("mean"));
      case "poisson" -> new RecordLaw.ZeroTruncatedPoisson(records.getDouble("mean"));
      case "heavy-tail" ->
          new RecordLaw.HeavyTail(
              records.getDouble("mean"), records.getDouble("shape"), records.getInt("limit"));
      default ->
          throw new IllegalArgumentException(
              "Unknown records.law: %s (must be one of [one, one-or-two, poisson, geometric, heavy-tail])"
                  .formatted(law));
    };
  }

  private static Map<PersonField, Double> missing(Config ratios) {
    Map<PersonField, Double> missing = new EnumMap<>(PersonField.class);
    for (String key : ratios.root().keySet()) {
      PersonField field =
          PersonField.ofKey(key)
              .orElseThrow(() -> new IllegalArgumentException("Unknown person field: " + key));
      missing.put(field, ratios.getDouble(key));
    }
    return missing;
  }

  private static <T> T choice(Config source, String key, T[] values, Function<T, String> keys) {
    String stated = source.getString(key);
    return Arrays.stream(values)
        .filter(value -> keys.apply(value).equals(stated))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Unknown %s: %s (must be one of %s)"
                        .formatted(key, stated, Arrays.stream(values).map(keys).toList())));
  }

  static void rejectUnknownKeys(String prefix, Config stated, Config known) {
    Set<String> unknown = new TreeSet<>();
    stated
        .entrySet()
        .forEach(
            entry -> {
              boolean free = entry.getKey().contains("missing.");
              if (!free && !known.hasPathOrNull(entry.getKey())) {
                unknown.add(prefix + entry.getKey());
              }
            });
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "Unknown keys in %s: %s. Correct their spelling; synthesis.conf lists every key."
              .formatted(ROOT, String.join(", ", unknown)));
    }
  }
}
