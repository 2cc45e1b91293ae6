package leakcensus.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import leakcensus.inspect.ConfigText;
import leakcensus.inspect.FileLook;
import leakcensus.inspect.Inventory;
import leakcensus.pipeline.ExitCode;
import leakcensus.report.InventoryReport;
import leakcensus.report.RunJson;
import leakcensus.spark.read.inspect.InspectFiles;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What unknown files hold, and a configuration to count them by. */
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    description = {
      "Looks into files of whatever format, packing and charset, and proposes a configuration: sources",
      "by layout, and which columns hold what of a person. The configuration goes to standard output,",
      "the inventory to standard error. No value is printed, only shapes that many values have; but",
      "paths and column names are, so keep the configuration as safe as the leak. No Spark.",
      ""
    },
    footer = {
      "",
      "Example:",
      "  leak-census inspect leak-folder > leak.conf",
      "  leak-census census --config leak.conf"
    })
public final class InspectCommand implements Callable<Integer> {

  private static final long NANOS_PER_LINE = 5_000_000_000L;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "Files, folders with all below them, or patterns.")
  private List<String> paths;

  @Option(
      names = "--look-bytes",
      paramLabel = "BYTES",
      defaultValue = "67108864",
      description =
          "How far each text or table is read, in bytes as unpacked (default ${DEFAULT-VALUE}). Records beyond are estimated.")
  private long lookBytes;

  @Option(
      names = "--json",
      description = "Prints inventory and configuration as one JSON object instead.")
  private boolean json;

  private long lastLineNanos = System.nanoTime();

  @Override
  public Integer call() {
    if (lookBytes < 1) {
      throw new ParameterException(
          spec.commandLine(), "Invalid --look-bytes: %d (must be at least 1)".formatted(lookBytes));
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter errors = spec.commandLine().getErr();
    Inventory.Builder building = new Inventory.Builder();
    int threads = Runtime.getRuntime().availableProcessors();
    new InspectFiles(new Configuration(), lookBytes, threads)
        .inspect(paths, file -> add(building, file, errors));
    Inventory inventory = building.build();
    InventoryReport report = new InventoryReport(inventory);
    if (json) {
      out.println(RunJson.text(report.json()));
    } else {
      errors.print(report.text());
      errors.flush();
      out.print(ConfigText.of(inventory));
    }
    out.flush();
    return ExitCode.OK.number();
  }

  private void add(Inventory.Builder building, FileLook file, PrintWriter errors) {
    building.add(file);
    long now = System.nanoTime();
    if (now - lastLineNanos > NANOS_PER_LINE) {
      lastLineNanos = now;
      errors.printf("leak-census: files looked into: %,d%n", building.files());
      errors.flush();
    }
  }
}
