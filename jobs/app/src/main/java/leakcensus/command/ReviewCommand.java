package leakcensus.command;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.Callable;
import leakcensus.config.InputException;
import leakcensus.report.ReviewSheet;
import leakcensus.spark.table.ReviewTable;
import leakcensus.spark.table.SummaryRows;
import leakcensus.spark.write.CommittedRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists pairs near the threshold for those who may see the leak. */
@Command(
    name = "review",
    mixinStandardHelpOptions = true,
    description = {
      "Lists pairs of mentions near the threshold as CSV, to be looked up by those who may see the",
      "leak: positions of records and the probability that both are one person, never a value.",
      "The last column, same, is for their answer.",
      "",
      "The run needs the table of pairs (output.review-pairs, with resolve.method = matching).",
      ""
    },
    footer = {"", "Example:", "  leak-census review --run leak-census-out --out review.csv", ""})
public final class ReviewCommand implements Callable<Integer> {

  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  @Spec private CommandSpec spec;
  @Mixin private RunOption run;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Writes to a new file that only its owner can read, instead of printing.")
  private Path out;

  @Override
  public Integer call() {
    String csv = ReviewSheet.csv(pairs(run.open()));
    if (out == null) {
      spec.commandLine().getOut().print(csv);
      spec.commandLine().getOut().flush();
    } else {
      write(csv);
    }
    spec.commandLine().getErr().print(ReviewSheet.HOW_TO);
    spec.commandLine().getErr().flush();
    return 0;
  }

  private static SummaryRows pairs(CommittedRun committed) {
    return committed
        .table(ReviewTable.TABLE)
        .orElseThrow(
            () ->
                new InputException(
                    "Missing table review_pair in run %s: run the census again with --set resolve.method=matching --set output.review-pairs=500."
                        .formatted(committed.manifest().runId())));
  }

  /** A file with answers must not be lost. */
  private void write(String csv) {
    Set<StandardOpenOption> asNew = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (SeekableByteChannel channel = Files.newByteChannel(out, asNew, OWNER_ONLY)) {
      Channels.newOutputStream(channel).write(csv.getBytes(StandardCharsets.UTF_8));
    } catch (FileAlreadyExistsException fault) {
      throw new InputException(
          "Cannot write --out: the file is there already, maybe with answers. Name a new one.",
          fault);
    } catch (IOException fault) {
      throw new InputException(
          "Cannot write --out: %s. Check its folder and permissions."
              .formatted(fault.getClass().getSimpleName()),
          fault);
    }
  }
}
