package leakcensus.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import leakcensus.config.InputException;
import leakcensus.config.PrivacySettings;
import leakcensus.evaluate.Rehearsal;
import leakcensus.pipeline.CommitException;
import leakcensus.pipeline.ExitCode;
import leakcensus.pipeline.LeakWithTruth;
import leakcensus.pipeline.MakeRegisters;
import leakcensus.pipeline.Progress;
import leakcensus.pipeline.RunRehearsal;
import leakcensus.report.RehearsalReport;
import leakcensus.report.RunJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Counts leaks with known truth, and says how often the census was right. */
@Command(
    name = "rehearse",
    mixinStandardHelpOptions = true,
    description = {
      "Runs the census over leaks with known truth, in one Spark session, and says how often its",
      "intervals hold the truth, how wide they are, and how far its counts are off.",
      "",
      "Each folder has a census.conf; its files have a column with the true person. --make makes",
      "registers of many kinds first, as synthesise --register --vary does.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  leak-census rehearse --make 20 --seed 1",
      "  leak-census rehearse leaks/* --require-coverage 0.9 --require-width 0.15",
      ""
    })
public final class RehearseCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "FOLDER",
      description = "Folders of leaks, each with its census.conf.")
  private List<Path> folders = new ArrayList<>();

  @Option(
      names = "--make",
      paramLabel = "N",
      defaultValue = "0",
      description = "Makes so many registers first, of kinds drawn by their seeds.")
  private int made;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Seed of the first register that is made (default 1).")
  private long seed;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Folder for registers and runs, which stay there (default: one that is deleted again).")
  private Path out;

  @Option(
      names = "--truth-column",
      paramLabel = "NAME",
      defaultValue = "true_person",
      description = "Column with the true person (default true_person).")
  private String column;

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description = "Overrides one setting of every leak, such as estimate.confidence=0.9.")
  private List<String> settings = new ArrayList<>();

  @Option(
      names = "--require-coverage",
      paramLabel = "RATIO",
      description = "Ends with exit code 1 where a smaller part of the intervals holds the truth.")
  private Double leastCoverage;

  @Option(
      names = "--require-width",
      paramLabel = "RATIO",
      description =
          "Ends with exit code 1 where the median width, relative to the truth, is larger.")
  private Double mostWidth;

  @Option(names = "--json", description = "Prints one JSON object instead of text.")
  private boolean json;

  @Override
  public Integer call() {
    check();
    Path work = out == null ? temporary() : out;
    try {
      Rehearsal rehearsal = rehearse(work);
      RehearsalReport report = new RehearsalReport(rehearsal);
      spec.commandLine().getOut().print(json ? RunJson.text(report.json()) + "\n" : report.text());
      spec.commandLine().getOut().flush();
      return verdict(rehearsal).number();
    } finally {
      if (out == null) {
        delete(work);
      }
    }
  }

  private void check() {
    if (made < 0) {
      throw new InputException("Invalid --make: %d (must be at least 0).".formatted(made));
    }
    if (folders.isEmpty() && made == 0) {
      throw new InputException(
          "Missing leaks: name folders with a census.conf, or make registers by --make N.");
    }
    if (leastCoverage != null && !(leastCoverage >= 0 && leastCoverage <= 1)) {
      throw new InputException(
          "Invalid --require-coverage: %s (must be a ratio, 0 to 1).".formatted(leastCoverage));
    }
    if (mostWidth != null && !(mostWidth >= 0)) {
      throw new InputException(
          "Invalid --require-width: %s (must be a ratio from 0).".formatted(mostWidth));
    }
  }

  private Rehearsal rehearse(Path work) {
    List<Path> all = new ArrayList<>(folders);
    all.addAll(new MakeRegisters(work.resolve("leaks"), settings).make(made, seed));
    List<LeakWithTruth> leaks = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Path output = work.resolve("runs").resolve("leak-%03d".formatted(i + 1));
      leaks.add(LeakWithTruth.in(all.get(i), output, settings));
    }
    Progress progress = StandardError.progress();
    return SparkSessions.safely(
        waivedByAll(leaks),
        "leak-census rehearse",
        spark -> new RunRehearsal(spark, column, progress).run(leaks));
  }

  private ExitCode verdict(Rehearsal rehearsal) {
    boolean covers = leastCoverage == null || rehearsal.coverage().ratio() >= leastCoverage;
    boolean narrow = mostWidth == null || rehearsal.medianWidth() <= mostWidth;
    if (!covers) {
      spec.commandLine()
          .getErr()
          .printf(
              "Coverage is too small: %d of %d leaks (must be a ratio of at least %s).%n",
              rehearsal.covered(), rehearsal.leaks().size(), leastCoverage);
    }
    if (!narrow) {
      spec.commandLine()
          .getErr()
          .printf(
              "Intervals are too wide: median %.3f of the truth (must be at most %s).%n",
              rehearsal.medianWidth(), mostWidth);
    }
    spec.commandLine().getErr().flush();
    return covers && narrow ? ExitCode.OK : ExitCode.INTERNAL;
  }

  /** One session serves all leaks, so a safeguard falls only where each leak does without it. */
  private static PrivacySettings waivedByAll(List<LeakWithTruth> leaks) {
    return new PrivacySettings(
        all(leaks, PrivacySettings::allowUnencryptedSpill),
        all(leaks, PrivacySettings::allowOpenNetwork),
        all(leaks, PrivacySettings::allowHeapDumps));
  }

  private static boolean all(List<LeakWithTruth> leaks, Predicate<PrivacySettings> waived) {
    return leaks.stream().map(leak -> leak.config().privacy()).allMatch(waived);
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("leak-census-rehearsal");
    } catch (IOException fault) {
      throw CommitException.of("make a temporary folder", fault);
    }
  }

  private static void delete(Path folder) {
    try (var below = Files.walk(folder)) {
      for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException fault) {
      throw CommitException.of("delete the temporary folder", fault);
    }
  }
}
