package leakcensus;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** Runs commands of the tool inside this virtual machine, on the Spark session that it has. */
public final class Tool {

  private Tool() {}

  /**
   * How a command ended.
   *
   * @param code the exit code
   * @param output what stands on standard output
   * @param errors what stands on standard error, but for progress
   */
  public record Outcome(int code, String output, String errors) {}

  public static Outcome run(String... arguments) {
    StringWriter output = new StringWriter();
    StringWriter errors = new StringWriter();
    CommandLine commandLine = Main.commandLine();
    commandLine.setOut(new PrintWriter(output, true));
    commandLine.setErr(new PrintWriter(errors, true));
    int code = Main.run(commandLine, arguments);
    return new Outcome(code, output.toString(), errors.toString());
  }
}
