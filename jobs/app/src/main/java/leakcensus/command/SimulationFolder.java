package leakcensus.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import leakcensus.config.InputException;
import leakcensus.pipeline.CommitException;
import leakcensus.spark.table.SummaryRows;
import leakcensus.spark.write.WriteTable;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Option;

/** The folder that a simulation writes its table into, where one is named. */
final class SimulationFolder {

  private static final String FILE = "simulation.parquet";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Writes the table simulation to DIR/simulation.parquet as well.")
  private Path folder;

  /**
   * Refuses a table that is there already, before any work is done for another one.
   *
   * @throws InputException if it is
   */
  void check() {
    if (folder != null && Files.exists(folder.resolve(FILE))) {
      throw new InputException(
          "Invalid --out: it holds a %s already. Name another folder.".formatted(FILE));
    }
  }

  /**
   * Writes the table, where a folder is named.
   *
   * @throws CommitException if it cannot be written
   */
  void write(SummaryRows rows) {
    if (folder == null) {
      return;
    }
    try {
      Files.createDirectories(folder);
      WriteTable.toNewFile(
          new Configuration(), rows, folder.toAbsolutePath().resolve(FILE).toUri());
    } catch (IOException fault) {
      throw CommitException.of("write the table simulation", fault);
    }
  }
}
