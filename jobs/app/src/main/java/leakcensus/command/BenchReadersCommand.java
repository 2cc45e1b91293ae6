package leakcensus.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import leakcensus.benchmark.MeasureReaders;
import leakcensus.benchmark.ReaderFormat;
import leakcensus.benchmark.ReaderSpeed;
import leakcensus.pipeline.ExitCode;
import leakcensus.report.RunJson;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the readers of all formats, and Spark's own beside them. */
@Command(
    name = "bench-readers",
    mixinStandardHelpOptions = true,
    description = {
      "Measures how fast one core reads made-up records in every format, and in turn by Spark's own",
      "reader where it has one. Both look at every value of the same six of twelve columns.",
      "",
      "Megabytes are those of the text before it is packed; of xlsx and parquet, of the file. Time is",
      "processor time. The ratio is how many times as fast as Spark, the median of the warm rounds,",
      "with its smallest and largest.",
      ""
    },
    footer = {"", "Example:", "  leak-census bench-readers --formats csv,parquet --rounds 5", ""})
public final class BenchReadersCommand implements Callable<Integer> {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Spec private CommandSpec spec;

  @Option(
      names = "--records",
      paramLabel = "N",
      defaultValue = "500000",
      description = "Records of a file (default 500000); xlsx and bzip2 get a tenth.")
  private long records;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "Warm rounds of a reading by each (default 3).")
  private int rounds;

  @Option(
      names = "--formats",
      paramLabel = "NAME",
      split = ",",
      description = "Formats to measure, separated by commas (default all).")
  private List<String> formats = new ArrayList<>();

  @Option(
      names = "--check",
      description = "Ends with exit code 1 where a ratio is below what it should be.")
  private boolean check;

  @Option(names = "--json", description = "Prints one JSON object instead of text.")
  private boolean json;

  @Override
  public Integer call() {
    if (records < 1 || rounds < 1) {
      throw new ParameterException(
          spec.commandLine(), "Invalid --records or --rounds (must be at least 1)");
    }
    List<ReaderFormat> chosen = chosen();
    List<ReaderSpeed> speeds =
        SparkSessions.with("leak-census bench-readers", spark -> measure(spark, chosen));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(json(speeds));
    }
    out.flush();
    boolean failed = check && !speeds.stream().allMatch(ReaderSpeed::reachesTarget);
    return failed ? ExitCode.INTERNAL.number() : ExitCode.OK.number();
  }

  private List<ReaderFormat> chosen() {
    List<ReaderFormat> all = Arrays.asList(ReaderFormat.values());
    for (String name : formats) {
      if (all.stream().map(ReaderFormat::key).noneMatch(Predicate.isEqual(name))) {
        throw new ParameterException(
            spec.commandLine(),
            "Unknown format: %s (must be %s)"
                .formatted(
                    name, all.stream().map(ReaderFormat::key).collect(Collectors.joining(", "))));
      }
    }
    return formats.isEmpty()
        ? all
        : all.stream().filter(format -> formats.contains(format.key())).toList();
  }

  private List<ReaderSpeed> measure(SparkSession spark, List<ReaderFormat> chosen) {
    Path folder = temporary();
    try {
      MeasureReaders readers = new MeasureReaders(spark, folder, records, rounds);
      List<ReaderSpeed> speeds = new ArrayList<>();
      print(heading());
      for (ReaderFormat format : chosen) {
        ReaderSpeed speed = readers.measure(format);
        print(line(speed));
        speeds.add(speed);
      }
      return speeds;
    } catch (IOException fault) {
      throw new IllegalStateException("Cannot write or read a made-up file", fault);
    } finally {
      // The measurement deletes its files.
      folder.toFile().delete();
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("leak-census-bench");
    } catch (IOException fault) {
      throw new IllegalStateException("Cannot make a folder for made-up files", fault);
    }
  }

  private void print(String line) {
    if (!json) {
      spec.commandLine().getOut().println(line);
      spec.commandLine().getOut().flush();
    }
  }

  private static String heading() {
    return String.format(
        Locale.ROOT,
        "  %-17s %9s %7s %12s %12s %12s %7s %16s %7s",
        "format",
        "records",
        "MB",
        "MB/s",
        "records/s",
        "Spark MB/s",
        "ratio",
        "lowest..highest",
        "target");
  }

  private static String line(ReaderSpeed speed) {
    String own =
        String.format(
            Locale.ROOT,
            "  %-17s %,9d %7.1f %12.1f %,12.0f",
            speed.format().key(),
            speed.records(),
            speed.textBytes() / 1e6,
            speed.ownMegabytesPerSecond(),
            speed.ownRecordsPerSecond());
    if (!speed.isCompared()) {
      return own;
    }
    return own
        + String.format(
            Locale.ROOT,
            " %12.1f %7.2f %16s %7.1f%s",
            speed.sparkMegabytesPerSecond(),
            speed.ratio(),
            String.format(Locale.ROOT, "%.2f..%.2f", speed.lowestRatio(), speed.highestRatio()),
            speed.format().leastRatio().orElseThrow(),
            speed.reachesTarget() ? "" : " missed");
  }

  private static String json(List<ReaderSpeed> speeds) {
    ObjectNode result = JSON.createObjectNode();
    result.put("java", System.getProperty("java.version"));
    result.put("cores", Runtime.getRuntime().availableProcessors());
    for (ReaderSpeed speed : speeds) {
      ObjectNode format = result.withArrayProperty("formats").addObject();
      format.put("format", speed.format().key());
      format.put("records", speed.records());
      format.put("text_bytes", speed.textBytes());
      format.put("megabytes_per_core_second", speed.ownMegabytesPerSecond());
      format.put("records_per_core_second", speed.ownRecordsPerSecond());
      format.set("passes", JSON.valueToTree(speed.own()));
      if (speed.isCompared()) {
        format.put("spark_megabytes_per_core_second", speed.sparkMegabytesPerSecond());
        format.put("spark_records_per_core_second", speed.sparkRecordsPerSecond());
        format.set("spark_passes", JSON.valueToTree(speed.spark()));
        format.put("ratio", speed.ratio());
        format.put("lowest_ratio", speed.lowestRatio());
        format.put("highest_ratio", speed.highestRatio());
        format.put("target_ratio", speed.format().leastRatio().orElseThrow());
        format.put("reaches_target", speed.reachesTarget());
      }
    }
    return RunJson.text(result);
  }
}
