package leakcensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class MainTest {

  private static final String CANARY = "canary-13800000001";

  private final StringWriter output = new StringWriter();
  private final StringWriter errors = new StringWriter();

  @Command(name = "probe")
  private static final class Probe implements Callable<Integer> {

    @Option(names = "--code")
    private int code;

    @Option(names = "--fault")
    private Fault fault = Fault.NONE;

    enum Fault {
      NONE,
      EXCEPTION,
      ERROR
    }

    @Override
    public Integer call() {
      if (fault == Fault.EXCEPTION) {
        throw new NumberFormatException(CANARY);
      }
      if (fault == Fault.ERROR) {
        throw new StackOverflowError(CANARY);
      }
      return code;
    }
  }

  @Test
  void showsItsCommandsAndExitCodesOnStandardOutput() {
    int code = run("--help");

    assertThat(code).isZero();
    assertThat(output.toString())
        .contains("Usage: leak-census", "probe", "Exit codes:", "4   Quarantine above the");
    assertThat(errors.toString()).isEmpty();
  }

  @Test
  void tellsItsVersion() {
    int code = run("--version");

    assertThat(code).isZero();
    assertThat(output.toString()).startsWith("leak-census ");
  }

  @Test
  void endsWithTheCodeOfTheCommand() {
    assertThat(run("probe", "--code", "4")).isEqualTo(4);
    assertThat(output.toString()).isEmpty();
    assertThat(errors.toString()).isEmpty();
  }

  @Test
  void refusesToDoNothing() {
    int code = run();

    assertThat(code).isEqualTo(2);
    assertThat(errors.toString())
        .isEqualToIgnoringNewLines(
            "Missing command. Run 'leak-census --help' for what is possible.");
  }

  @Test
  void namesTheCommandNearestToAnUnknownOne() {
    int code = run("prove");

    assertThat(code).isEqualTo(2);
    assertThat(errors.toString())
        .isEqualToIgnoringNewLines(
            "Unknown command: prove (nearest: probe). Run 'leak-census --help' for what is"
                + " possible.");
  }

  @Test
  void refusesAnUnknownOptionInOneLine() {
    int code = run("probe", "--cod", "4");

    assertThat(code).isEqualTo(2);
    assertThat(errors.toString())
        .hasLineCount(1)
        .startsWith("Unknown options: '--cod', '4'. Run 'leak-census probe --help'");
  }

  @Test
  void takesAnArgumentWithAnAtSignAsItIs() {
    assertThat(run("@arguments")).isEqualTo(2);
    assertThat(errors.toString()).startsWith("Unknown command: @arguments");
  }

  @Test
  void keepsTheMessageOfAForeignExceptionToItself() {
    int code = run("probe", "--fault", "exception");

    assertThat(code).isEqualTo(1);
    assertThat(errors.toString())
        .startsWith("Internal fault: java.lang.NumberFormatException")
        .contains("    at leakcensus.MainTest$Probe.call(MainTest.java:")
        .doesNotContain(CANARY);
  }

  @Test
  void keepsTheMessageOfAnErrorToItself() {
    int code = run("probe", "--fault", "error");

    assertThat(code).isEqualTo(1);
    assertThat(errors.toString())
        .startsWith("Internal fault: java.lang.StackOverflowError")
        .doesNotContain(CANARY);
  }

  private int run(String... arguments) {
    CommandLine commandLine = Main.commandLine();
    commandLine.addSubcommand(new Probe());
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setOut(new PrintWriter(output, true));
    commandLine.setErr(new PrintWriter(errors, true));
    return Main.run(commandLine, arguments);
  }
}
