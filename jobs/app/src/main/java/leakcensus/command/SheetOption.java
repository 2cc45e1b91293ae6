package leakcensus.command;

import java.io.IOException;
import java.io.PrintWriter;
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
import leakcensus.config.InputException;
import picocli.CommandLine.Option;

/** The option that names a file for a sheet of pairs. */
final class SheetOption {

  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Writes to a new file that only its owner can read, instead of printing.")
  private Path out;

  /**
   * Writes the sheet into its file, or prints it where none is named.
   *
   * @throws InputException if the file is there already, or cannot be written
   */
  void write(String csv, PrintWriter standardOutput) {
    if (out == null) {
      standardOutput.print(csv);
      standardOutput.flush();
    } else {
      write(csv);
    }
  }

  /**
   * Refuses a file that is there already, before any work is done for it.
   *
   * @throws InputException if it is
   */
  void requireNew() {
    if (out != null && Files.exists(out)) {
      throw alreadyThere();
    }
  }

  /** A file with answers must not be lost. */
  private void write(String csv) {
    Set<StandardOpenOption> asNew = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (SeekableByteChannel channel = Files.newByteChannel(out, asNew, OWNER_ONLY)) {
      Channels.newOutputStream(channel).write(csv.getBytes(StandardCharsets.UTF_8));
    } catch (FileAlreadyExistsException fault) {
      throw alreadyThere();
    } catch (IOException fault) {
      throw new InputException(
          "Cannot write --out: %s. Check its folder and permissions."
              .formatted(fault.getClass().getSimpleName()),
          fault);
    }
  }

  private static InputException alreadyThere() {
    return new InputException(
        "Cannot write --out: the file is there already, maybe with answers. Name a new one.");
  }
}
