package leakcensus;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import leakcensus.command.BenchCommand;
import leakcensus.command.BenchReadersCommand;
import leakcensus.command.CensusCommand;
import leakcensus.command.CompareCommand;
import leakcensus.command.DemoCommand;
import leakcensus.command.EstimateCommand;
import leakcensus.command.EvaluateCommand;
import leakcensus.command.ExplainCommand;
import leakcensus.command.FilesCommand;
import leakcensus.command.InspectCommand;
import leakcensus.command.KeyCommand;
import leakcensus.command.LabelsCommand;
import leakcensus.command.NotifyCommand;
import leakcensus.command.PlanCommand;
import leakcensus.command.PurgeCommand;
import leakcensus.command.RehearseCommand;
import leakcensus.command.ReportCommand;
import leakcensus.command.ReviewCommand;
import leakcensus.command.SimulateCommand;
import leakcensus.command.SynthesiseCommand;
import leakcensus.command.VerifyCommand;
import leakcensus.pipeline.ExitCode;
import leakcensus.pipeline.ExplainFault;
import leakcensus.visible.VisibleText;
import leakcensus.visible.VisibleWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: results go to standard output, everything else to standard error. */
@Command(
    name = "leak-census",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    subcommands = {
      DemoCommand.class,
      InspectCommand.class,
      CensusCommand.class,
      SynthesiseCommand.class,
      EvaluateCommand.class,
      RehearseCommand.class,
      EstimateCommand.class,
      PlanCommand.class,
      SimulateCommand.class,
      ReportCommand.class,
      NotifyCommand.class,
      ExplainCommand.class,
      ReviewCommand.class,
      LabelsCommand.class,
      VerifyCommand.class,
      CompareCommand.class,
      FilesCommand.class,
      KeyCommand.class,
      PurgeCommand.class,
      BenchCommand.class,
      BenchReadersCommand.class
    },
    description = {
      "Counts the people behind a leaked data sample, and says how sure the number is.",
      ""
    },
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit codes:%n",
    footer = {
      "",
      "Example:",
      "  leak-census census --config run.conf --set estimate.confidence=0.9",
      "",
      "Options of spark-submit, such as --master or --conf, may stand anywhere before",
      "a lone '--'. Without --master the run stays on this machine."
    })
public final class Main implements Runnable {

  @Spec private CommandSpec spec;

  /** Runs one command and ends the virtual machine with its exit code. */
  public static void main(String[] arguments) {
    // Numbers look the same on every machine, and programs read some of them.
    Locale.setDefault(Locale.ROOT);
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, fault) -> FaultReport.lines(fault).forEach(System.err::println));
    System.exit(run(commandLine(), arguments));
  }

  static CommandLine commandLine() {
    CommandLine commandLine = new CommandLine(new Main());
    commandLine.setExpandAtFiles(false);
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setParameterExceptionHandler((fault, arguments) -> refuse(fault));
    commandLine.setExecutionExceptionHandler((fault, command, parsed) -> report(fault, command));
    commandLine.getCommandSpec().usageMessage().exitCodeList(ExitCode.meanings());
    return commandLine;
  }

  /** Picocli hands exceptions to its handlers and lets errors through, so they are caught here. */
  static int run(CommandLine commandLine, String... arguments) {
    // What is printed can hold names from the leak, and these can hold what a terminal obeys.
    commandLine.setOut(visible(commandLine.getOut()));
    commandLine.setErr(visible(commandLine.getErr()));
    try {
      return commandLine.execute(arguments);
    } catch (Error fault) {
      return report(fault, commandLine);
    }
  }

  private static PrintWriter visible(PrintWriter writer) {
    return new PrintWriter(new VisibleWriter(writer), true);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }

  private static int refuse(ParameterException fault) {
    CommandLine command = fault.getCommandLine();
    command
        .getErr()
        .printf(
            "%s. Run '%s --help' for what is possible.%n",
            complaint(fault), command.getCommandSpec().qualifiedName());
    command.getErr().flush();
    return ExitCode.USAGE.number();
  }

  private static String complaint(ParameterException fault) {
    if (fault instanceof UnmatchedArgumentException unmatched
        && !unmatched.isUnknownOption()
        && fault.getCommandLine().getParent() == null) {
      List<String> nearest = unmatched.getSuggestions();
      String command = "Unknown command: " + VisibleText.of(unmatched.getUnmatched().get(0));
      return nearest.isEmpty() ? command : command + " (nearest: " + nearest.get(0) + ")";
    }
    return FaultReport.sentence(fault).replaceFirst("\\.$", "");
  }

  private static int report(Throwable fault, CommandLine command) {
    Throwable told = ExplainFault.explain(fault).map(Throwable.class::cast).orElse(fault);
    PrintWriter standardError = command.getErr();
    FaultReport.lines(told).forEach(standardError::println);
    standardError.flush();
    return ExitCode.of(told).number();
  }
}
