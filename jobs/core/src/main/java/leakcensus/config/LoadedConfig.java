package leakcensus.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import leakcensus.recirculated.RecirculatedSettings;
import leakcensus.register.RegisterSettings;
import leakcensus.synthetic.SyntheticSettings;

/** A configuration as files and command line give it, over the defaults. */
public final class LoadedConfig {

  static final String ROOT = "leak-census";

  /** A section of its own, with its own defaults; no part of a census. */
  static final String SYNTHESISE = "synthesise";

  /** Beginnings of the paths of settings that decide what mentions a file yields. */
  private static final List<String> READING =
      List.of(
          "sources.", "normalise.", "resolve.method", "read.max-record-bytes", "read.containers.");

  private static final String SET = "--set";
  private static final ConfigParseOptions COMMAND_LINE =
      ConfigParseOptions.defaults().setOriginDescription(SET);

  private final Config census;
  private final Config reference;

  private LoadedConfig(Config census, Config reference) {
    this.census = census;
    this.reference = reference;
  }

  /**
   * Loads a configuration.
   *
   * @param file configuration file, if any
   * @param settings settings of the form {@code path=value}, which win over the file
   * @throws InputException if the file or a setting cannot be read
   */
  public static LoadedConfig load(Optional<Path> file, List<String> settings) {
    Config reference =
        ConfigFactory.parseResources(LoadedConfig.class.getClassLoader(), "reference.conf");
    Config own = file.map(LoadedConfig::parse).orElseGet(ConfigFactory::empty);
    for (String setting : settings) {
      own = parseSetting(setting).withFallback(own);
    }
    try {
      Config resolved = own.withFallback(reference).resolve();
      return new LoadedConfig(resolved.getConfig(ROOT), reference.resolve().getConfig(ROOT));
    } catch (ConfigException fault) {
      throw new InputException(
          "Cannot read the configuration: %s".formatted(Faults.sentence(fault)), fault);
    }
  }

  /** Every effective setting with its value and where the value comes from, a line each. */
  public String explain() {
    StringBuilder lines = new StringBuilder();
    for (Map.Entry<String, ConfigValue> entry : new TreeMap<>(settings(census)).entrySet()) {
      lines.append(
          "%s.%s = %s  # %s%n"
              .formatted(
                  ROOT,
                  entry.getKey(),
                  entry.getValue().render(ConfigRenderOptions.concise()),
                  entry.getValue().origin().description()));
    }
    return lines.toString();
  }

  /**
   * SHA-256 of all effective settings but the files of sources, in hexadecimal digits. Paths can
   * hold leaked values, and whoever knows the other settings could try one after the other.
   */
  public String fingerprint() {
    return fingerprint(path -> true);
  }

  /**
   * The same of the settings that decide what mentions a file yields, and of no others: runs in
   * which it is equal can be counted together.
   */
  public String readingFingerprint() {
    return fingerprint(
        path ->
            READING.stream().anyMatch(path::startsWith)
                && !(path.startsWith("sources.") && path.contains(".max-quarantine-")));
  }

  private String fingerprint(Predicate<String> wanted) {
    StringBuilder lines = new StringBuilder();
    Map<String, ConfigValue> hashed = new TreeMap<>(settings(census));
    hashed.keySet().removeIf(path -> path.startsWith("sources.") && path.endsWith(".files"));
    // The table of the run names the key; where it lies says nothing of the numbers.
    hashed.keySet().removeIf(path -> path.startsWith("privacy.key."));
    hashed.keySet().removeIf(path -> path.startsWith("output.encryption."));
    hashed.keySet().removeIf(wanted.negate());
    hashed.forEach(
        (path, value) -> lines.append(path).append('=').append(canonical(value)).append('\n'));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(lines.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException fault) {
      throw new IllegalStateException("Cannot find SHA-256 in this Java runtime", fault);
    }
  }

  /**
   * The settings of a synthesis: the section {@code leak-census.synthesise} over its defaults.
   *
   * @throws InputException if a key is unknown or a value impossible
   */
  public SyntheticSettings synthesis() {
    try {
      return SynthesisReader.read(
          census.hasPath(SYNTHESISE) ? census.getConfig(SYNTHESISE) : ConfigFactory.empty());
    } catch (ConfigException | IllegalArgumentException fault) {
      throw new InputException(
          "Cannot read %s.%s: %s".formatted(ROOT, SYNTHESISE, Faults.sentence(fault)), fault);
    }
  }

  /**
   * The settings of a made-up register: the section {@code leak-census.synthesise.register} over
   * what varies with its seed, over its defaults.
   *
   * @throws InputException if a key is unknown or a value impossible
   */
  public RegisterSettings register() {
    String path = SYNTHESISE + "." + RegisterReader.REGISTER;
    try {
      return RegisterReader.read(
          census.hasPath(path) ? census.getConfig(path) : ConfigFactory.empty());
    } catch (ConfigException | IllegalArgumentException fault) {
      throw new InputException(
          "Cannot read %s.%s: %s".formatted(ROOT, path, Faults.sentence(fault)), fault);
    }
  }

  /**
   * The settings of a recirculated file: the section {@code leak-census.synthesise.recirculated}
   * over its defaults.
   *
   * @throws InputException if a key is unknown or a value impossible
   */
  public RecirculatedSettings recirculated() {
    String path = SYNTHESISE + "." + RecirculatedReader.RECIRCULATED;
    try {
      return RecirculatedReader.read(
          census.hasPath(path) ? census.getConfig(path) : ConfigFactory.empty());
    } catch (ConfigException | IllegalArgumentException fault) {
      throw new InputException(
          "Cannot read %s.%s: %s".formatted(ROOT, path, Faults.sentence(fault)), fault);
    }
  }

  Config census() {
    return census;
  }

  Config reference() {
    return reference;
  }

  /** A number from the command line is text, and still the same number. */
  private static String canonical(ConfigValue value) {
    ConfigValue text =
        switch (value.valueType()) {
          case NUMBER, BOOLEAN -> ConfigValueFactory.fromAnyRef(value.unwrapped().toString());
          default -> value;
        };
    return text.render(ConfigRenderOptions.concise());
  }

  private static Map<String, ConfigValue> settings(Config census) {
    Map<String, ConfigValue> settings = new TreeMap<>();
    census.entrySet().forEach(entry -> settings.put(entry.getKey(), entry.getValue()));
    return settings;
  }

  private static Config parse(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new InputException(
          "Cannot read configuration %s: no such file. Check --config.".formatted(file));
    }
    Config parsed;
    try {
      parsed = ConfigFactory.parseFile(file.toFile());
    } catch (ConfigException fault) {
      throw new InputException(
          "Cannot read configuration %s: %s".formatted(file, Faults.sentence(fault)), fault);
    }
    if (!parsed.root().containsKey(ROOT)) {
      throw new InputException(
          "Cannot read configuration %s: no section %s. Put all keys under %s."
              .formatted(file, ROOT, ROOT));
    }
    return parsed;
  }

  private static Config parseSetting(String setting) {
    int equals = setting.indexOf('=');
    if (equals < 1) {
      throw new InputException(
          "Invalid setting: %s (must be path=value). Correct --set.".formatted(setting));
    }
    String path = ROOT + "." + setting.substring(0, equals).strip();
    String value = setting.substring(equals + 1).strip();
    try {
      return ConfigFactory.empty("--set " + setting.substring(0, equals))
          .withValue(path, value(value));
    } catch (ConfigException fault) {
      throw new InputException(
          "Invalid setting: %s (%s). Correct --set.".formatted(setting, Faults.sentence(fault)),
          fault);
    }
  }

  /** Lists and objects are HOCON; everything else is taken as it stands. */
  private static ConfigValue value(String text) {
    if (text.startsWith("[") || text.startsWith("{")) {
      return ConfigFactory.parseString("value = " + text, COMMAND_LINE).getValue("value");
    }
    return ConfigValueFactory.fromAnyRef("null".equals(text) ? null : text, SET);
  }
}
