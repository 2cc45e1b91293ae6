package leakcensus.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import leakcensus.config.InputException;
import leakcensus.page.Language;
import leakcensus.page.ReportFiles;
import leakcensus.report.RunJson;
import leakcensus.report.TerminalSummary;
import leakcensus.spark.write.CommittedRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tells again what a finished run found, from its tables. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = {
      "Tells again what a finished run found, from its tables: as text, as one HTML page, as"
          + " Markdown,",
      "or as a folder of CSV files.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  leak-census report --run leak-census-out",
      "  leak-census report --run leak-census-out --format html --language zh --out report.html",
      ""
    })
public final class ReportCommand implements Callable<Integer> {

  /** What the report can be. */
  enum Format {
    TEXT,
    HTML,
    MARKDOWN,
    CSV
  }

  @Spec private CommandSpec spec;
  @Mixin private RunOption run;

  @Option(names = "--json", description = "Prints one JSON object instead of text.")
  private boolean json;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text, html, markdown or csv (default text).")
  private Format format;

  @Option(
      names = "--language",
      paramLabel = "LANGUAGE",
      defaultValue = "en",
      description = "Language of html and markdown: en or zh (default en).")
  private Language language;

  @Option(
      names = "--out",
      paramLabel = "PATH",
      description = "Writes to this file, or for csv into this folder, instead of printing.")
  private Path out;

  @Override
  public Integer call() {
    requireSense();
    CommittedRun committed = run.open();
    if (format == Format.CSV) {
      requireOutside(committed, out);
      ReportFiles.csv(committed.tables()).forEach((name, text) -> write(out.resolve(name), text));
    } else if (out == null) {
      spec.commandLine().getOut().print(text(committed));
      spec.commandLine().getOut().flush();
    } else {
      requireOutside(committed, out);
      write(out, text(committed));
    }
    return 0;
  }

  private void requireSense() {
    if (format == Format.CSV && out == null) {
      throw new ParameterException(
          spec.commandLine(), "Missing --out: csv is a file for each table, so name a folder");
    }
    if (json && format != Format.TEXT) {
      throw new ParameterException(
          spec.commandLine(),
          "Cannot print --format %s as --json: choose one of them"
              .formatted(format.name().toLowerCase(Locale.ROOT)));
    }
    if (format == Format.TEXT && language != Language.EN) {
      throw new ParameterException(
          spec.commandLine(),
          "Cannot print text in %s: choose --format html or markdown".formatted(language.code()));
    }
  }

  private String text(CommittedRun committed) {
    return switch (format) {
      case HTML -> ReportFiles.html(committed.tables(), committed.manifest(), language);
      case MARKDOWN -> ReportFiles.markdown(committed.tables(), committed.manifest(), language);
      default ->
          json
              ? RunJson.text(
                      RunJson.of(
                          committed.tables(), committed.manifest(), committed.path(), Map.of()))
                  + "\n"
              : TerminalSummary.of(committed.tables(), committed.path());
    };
  }

  /** A finished run never changes. */
  private static void requireOutside(CommittedRun committed, Path target) {
    Path folder = Path.of(new org.apache.hadoop.fs.Path(committed.path()).toUri().getPath());
    if (target.toAbsolutePath().normalize().startsWith(folder.toAbsolutePath().normalize())) {
      throw new InputException(
          "Cannot write --out into the folder of the run: a finished run is never changed. Name"
              + " another place.");
    }
  }

  private static void write(Path file, String text) {
    try {
      Optional<Path> folder = Optional.ofNullable(file.toAbsolutePath().getParent());
      if (folder.isPresent()) {
        Files.createDirectories(folder.get());
      }
      Files.writeString(file, text, StandardCharsets.UTF_8);
    } catch (IOException fault) {
      throw new InputException(
          "Cannot write --out: %s. Check its folder and permissions."
              .formatted(fault.getClass().getSimpleName()),
          fault);
    }
  }
}
