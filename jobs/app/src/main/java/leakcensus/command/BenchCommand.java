package leakcensus.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import leakcensus.config.CensusConfig;
import leakcensus.config.ConfigReader;
import leakcensus.config.LoadedConfig;
import leakcensus.pipeline.BenchmarkRound;
import leakcensus.pipeline.RunBenchmark;
import leakcensus.pipeline.StepCost;
import leakcensus.report.RunJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures a census against a bare scan. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = {
      "Measures a census against a bare Spark scan of the same columns, in turn, in one process.",
      "The first round is cold. Ratios are what counts: the machine's speed drifts.",
      ""
    },
    footer = {"", "Example:", "  leak-census bench --config leak/sources.conf --rounds 3", ""})
public final class BenchCommand implements Callable<Integer> {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long KIBI = 1024;

  @Spec private CommandSpec spec;
  @Mixin private ConfigOptions options;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "Rounds of one scan and one census each (default 3).")
  private int rounds;

  @Option(names = "--json", description = "Prints one JSON object instead of text.")
  private boolean json;

  @Option(
      names = "--paced",
      description =
          "Begins each round when a line comes in on standard input, and prints a line when it"
              + " ends, so that other programs can be timed in between.")
  private boolean paced;

  @Override
  public Integer call() {
    LoadedConfig loaded = options.load();
    CensusConfig config = ConfigReader.read(loaded);
    List<BenchmarkRound> measured =
        SparkSessions.safely(
            config.privacy(),
            "leak-census bench",
            spark ->
                measure(
                    new RunBenchmark(
                        spark, config, loaded.fingerprint(), StandardError.progress())));
    spec.commandLine().getOut().print(json ? json(measured) : text(measured));
    spec.commandLine().getOut().flush();
    return 0;
  }

  private List<BenchmarkRound> measure(RunBenchmark benchmark) {
    BufferedReader turns =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    List<BenchmarkRound> measured = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      if (paced) {
        await(round, turns);
      }
      measured.add(benchmark.round());
      if (paced) {
        spec.commandLine().getOut().println("round " + round);
        spec.commandLine().getOut().flush();
      }
    }
    return measured;
  }

  private void await(int round, BufferedReader turns) {
    try {
      if (turns.readLine() == null) {
        throw new ParameterException(
            spec.commandLine(),
            "Cannot begin round %d of %d: standard input has ended; write a line for each round, or leave --paced out"
                .formatted(round, rounds));
      }
    } catch (IOException fault) {
      throw new UncheckedIOException("Cannot read standard input", fault);
    }
  }

  private static String text(List<BenchmarkRound> rounds) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "  %5s %11s %11s %9s %13s %13s %9s %14s%n",
            "round",
            "scan s",
            "census s",
            "ratio",
            "scan CPU s",
            "census CPU s",
            "ratio",
            "records/s"));
    for (int i = 0; i < rounds.size(); i++) {
      BenchmarkRound round = rounds.get(i);
      text.append(
          String.format(
              Locale.ROOT,
              "  %5s %11.2f %11.2f %9.2f %13.2f %13.2f %9.2f %,14.0f%n",
              i == 0 ? "cold" : String.valueOf(i + 1),
              round.scanSeconds(),
              round.censusSeconds(),
              round.wallRatio(),
              round.scanCpuSeconds(),
              round.censusCpuSeconds(),
              round.cpuRatio(),
              round.records() / round.censusSeconds()));
    }
    appendSteps(rounds.get(rounds.size() - 1), text);
    OptionalLong peak = peakBytes();
    text.append(
        peak.isPresent()
            ? String.format(
                Locale.ROOT, "  peak memory of the process %,d MiB%n", peak.getAsLong() >> 20)
            : String.format("  peak memory of the process unknown on this system%n"));
    return text.toString();
  }

  private static void appendSteps(BenchmarkRound last, StringBuilder text) {
    text.append(
        String.format(
            Locale.ROOT,
            "%n  %-24s %9s %12s %17s%n",
            "step of the last round",
            "seconds",
            "CPU s, tasks",
            "shuffled B/record"));
    for (Map.Entry<String, Double> step : last.secondsByStep().entrySet()) {
      StepCost cost = last.costByStep().getOrDefault(step.getKey(), StepCost.NOTHING);
      text.append(
          String.format(
              Locale.ROOT,
              "  %-24s %9.2f %12.2f %17.1f%n",
              step.getKey(),
              step.getValue(),
              cost.cpuSeconds(),
              (double) cost.shuffledBytes() / last.records()));
    }
    text.append(
        String.format(
            Locale.ROOT, "  %-24s %40.1f%n%n", "all steps", last.shuffledBytesPerRecord()));
  }

  private static String json(List<BenchmarkRound> rounds) {
    ObjectNode result = JSON.createObjectNode();
    result.put("java", Runtime.version().toString());
    result.put("spark", org.apache.spark.package$.MODULE$.SPARK_VERSION());
    result.put("cores", Runtime.getRuntime().availableProcessors());
    result.put("heap_bytes", Runtime.getRuntime().maxMemory());
    result.set("rounds", JSON.valueToTree(rounds));
    peakBytes().ifPresent(bytes -> result.put("peak_bytes", bytes));
    return RunJson.text(result) + "\n";
  }

  /** Largest resident set of this process so far, where the system tells it. */
  private static OptionalLong peakBytes() {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
        if (line.startsWith("VmHWM:")) {
          return OptionalLong.of(Long.parseLong(line.replaceAll("\\D", "")) * KIBI);
        }
      }
    } catch (IOException fault) {
      return OptionalLong.empty();
    }
    return OptionalLong.empty();
  }
}
