package leakcensus.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import leakcensus.register.NamePool;
import leakcensus.register.RegisterColumn;
import leakcensus.register.RegisterRatio;
import leakcensus.register.RegisterSettings;
import leakcensus.register.RegisterVariation;
import leakcensus.synthetic.RecordLaw;

/** Turns the configuration of a made-up register into its settings. */
public final class RegisterReader {

  /** Name of the section inside the one of the synthesis. */
  static final String REGISTER = "register";

  private static final String TOTAL_RECORDS = "total-records";

  private RegisterReader() {}

  /**
   * Reads the section; what it does not say is drawn by the seed, or has its default.
   *
   * @throws IllegalArgumentException if a key is unknown or a value is at fault
   * @throws ConfigException if a value has the wrong type
   */
  public static RegisterSettings read(Config section) {
    Config defaults = SynthesisReader.defaults().getConfig(REGISTER);
    SynthesisReader.rejectUnknownKeys(REGISTER + ".", section, defaults);
    Config stated = section.withFallback(defaults);
    Config register =
        stated.getBoolean("vary")
            ? section
                .withFallback(
                    ConfigFactory.parseMap(RegisterVariation.draw(stated.getLong("seed"))))
                .withFallback(defaults)
            : stated;
    RecordLaw law = SynthesisReader.law(register.getConfig("records"));
    Map<RegisterRatio, Double> ratios = ratios(register);

    return new RegisterSettings(
        register.getLong("seed"),
        persons(register, law, ratios),
        law,
        new NamePool(register.getInt("given-names"), register.getDouble("given-names-exponent")),
        new NamePool(register.getInt("surnames"), register.getDouble("surnames-exponent")),
        register.getDouble("household-persons"),
        columns(register.getStringList("columns")),
        ratios,
        register.getInt("files"));
  }

  private static long persons(Config register, RecordLaw law, Map<RegisterRatio, Double> ratios) {
    if (register.getIsNull(TOTAL_RECORDS)) {
      return register.getLong("persons");
    }
    long records = register.getLong(TOTAL_RECORDS);
    if (records < 1) {
      throw new IllegalArgumentException(
          "Invalid total-records: %d (must be at least 1)".formatted(records));
    }
    double ofPerson = law.meanRecords() * (1 + ratios.get(RegisterRatio.DUPLICATE));
    return Math.max(1, Math.round(records / ofPerson));
  }

  private static Map<RegisterRatio, Double> ratios(Config register) {
    Map<RegisterRatio, Double> ratios = new EnumMap<>(RegisterRatio.class);
    for (RegisterRatio ratio : RegisterRatio.values()) {
      ratios.put(ratio, register.getDouble(ratio.key()));
    }
    return ratios;
  }

  private static List<RegisterColumn> columns(List<String> names) {
    return names.stream().map(RegisterReader::column).toList();
  }

  private static RegisterColumn column(String name) {
    return RegisterColumn.ofKey(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Unknown column: %s (must be one of %s)"
                        .formatted(name, RegisterColumn.keys())));
  }
}
