package leakcensus;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.ParameterException;

/** What a run of the tool tells the shell that started it. */
enum ExitCode {
  OK(0, "Done"),
  INTERNAL(1, "Internal fault"),
  USAGE(2, "Command line or configuration at fault"),
  INPUT(3, "Input unreadable"),
  QUARANTINE(4, "Quarantine above the configured limit"),
  PRIVACY(5, "Stopped by the privacy gate"),
  COMMIT(6, "Output not committed");

  private final int number;
  private final String meaning;

  ExitCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  /**
   * Returns the code for a command that ended with this fault. Every fault that is not {@link
   * #INTERNAL} is one of our own, and its message may be shown.
   */
  static ExitCode of(Throwable fault) {
    if (fault instanceof ParameterException) {
      return USAGE;
    }
    return INTERNAL;
  }

  /** Returns all numbers with their meaning, as the help shows them. */
  static Map<String, String> meanings() {
    Map<String, String> meanings = new LinkedHashMap<>();
    Arrays.stream(values()).forEach(code -> meanings.put(" " + code.number, code.meaning));
    return meanings;
  }

  int number() {
    return number;
  }
}
