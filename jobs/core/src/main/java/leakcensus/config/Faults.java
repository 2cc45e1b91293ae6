package leakcensus.config;

import com.typesafe.config.ConfigException;
import leakcensus.visible.LineEnds;

/** Says in one sentence what a configuration library or a settings record objects to. */
final class Faults {

  private Faults() {}

  /** The message without the library's "file: line:" prefix and line breaks. */
  static String sentence(RuntimeException fault) {
    String message = String.valueOf(fault.getMessage());
    if (fault instanceof ConfigException.Missing) {
      return message.replaceFirst("^.*?No configuration setting found", "Missing key: none found");
    }
    if (fault instanceof ConfigException.UnresolvedSubstitution) {
      return "Missing value of a substitution: "
          + message.replaceFirst("^.*?Could not resolve substitution to a value: ", "");
    }
    if (fault instanceof ConfigException.Parse parse) {
      // The library quotes what it stumbles over, and that file may be the leak itself.
      return "Invalid syntax in line %d. Correct it, or check that it is a configuration file."
          .formatted(parse.origin().lineNumber());
    }
    if (fault instanceof ConfigException.WrongType) {
      return "Invalid type: " + message.replaceFirst("^.*?: (\\d+: )?", "");
    }
    return LineEnds.joined(message);
  }
}
