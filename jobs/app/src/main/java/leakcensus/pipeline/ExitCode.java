package leakcensus.pipeline;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import leakcensus.config.InputException;
import picocli.CommandLine.ParameterException;

/** What a run of the tool tells the shell that started it. */
public enum ExitCode {
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

  /** The code of a run that ends with this fault. */
  public static ExitCode of(Throwable fault) {
    if (fault instanceof NightUnchangedException) {
      return OK;
    }
    if (fault instanceof ParameterException) {
      return USAGE;
    }
    if (fault instanceof CommitException) {
      return COMMIT;
    }
    if (fault instanceof InputException input) {
      return switch (input.kind()) {
        case CONFIGURATION -> USAGE;
        case UNREADABLE -> INPUT;
        case QUARANTINE -> QUARANTINE;
        case PRIVACY -> PRIVACY;
      };
    }
    return INTERNAL;
  }

  /** All numbers with their meaning, as the help shows them. */
  public static Map<String, String> meanings() {
    Map<String, String> meanings = new LinkedHashMap<>();
    Arrays.stream(values()).forEach(code -> meanings.put(" " + code.number, code.meaning));
    return meanings;
  }

  /** The number that the shell sees. */
  public int number() {
    return number;
  }
}
