package leakcensus.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import leakcensus.recirculated.RecirculatedSettings;

/** Turns the configuration of a recirculated file into its settings. */
final class RecirculatedReader {

  /** Name of the section inside the one of the synthesis. */
  static final String RECIRCULATED = "recirculated";

  private RecirculatedReader() {}

  /**
   * Reads the section; what it does not say has its default.
   *
   * @throws IllegalArgumentException if a key is unknown or a value is at fault
   * @throws ConfigException if a value has the wrong type
   */
  static RecirculatedSettings read(Config section) {
    Config defaults = SynthesisReader.defaults().getConfig(RECIRCULATED);
    SynthesisReader.rejectUnknownKeys(RECIRCULATED + ".", section, defaults);
    Config stated = section.withFallback(defaults);
    long oneIn = stated.getLong("one-in");
    if (oneIn < 1) {
      throw new IllegalArgumentException("Invalid one-in: %d (must be >= 1)".formatted(oneIn));
    }
    return new RecirculatedSettings(
        stated.getLong("seed"),
        stated.getLong("population") / oneIn,
        stated.getLong("rows") / oneIn,
        stated.getLong("broken-rows") / oneIn,
        stated.getLong("different-records") / oneIn,
        stated.getLong("different-ids") / oneIn,
        stated.getLong("right-shape") / oneIn,
        stated.getLong("known-area") / oneIn,
        stated.getLong("calendar-date") / oneIn,
        stated.getLong("right-check-digit") / oneIn,
        stated.getInt("files"));
  }
}
