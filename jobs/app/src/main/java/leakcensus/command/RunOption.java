package leakcensus.command;

import java.util.List;
import leakcensus.spark.table.SummaryRows;
import leakcensus.spark.write.CommittedRun;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Option;

/** The option that names a finished run. */
final class RunOption {

  @Option(
      names = "--run",
      required = true,
      paramLabel = "DIR",
      description = "Folder of a finished run, or its output folder for the newest one.")
  private String folder;

  /** The run. */
  CommittedRun open() {
    return CommittedRun.open(folder, new Configuration());
  }

  /** All tables of the run. */
  List<SummaryRows> tables() {
    return open().tables();
  }
}
