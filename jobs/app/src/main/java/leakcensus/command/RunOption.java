package leakcensus.command;

import java.util.List;
import leakcensus.spark.table.SummaryRows;
import leakcensus.spark.write.CommittedRun;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The option that names a finished run. */
final class RunOption {

  @Option(
      names = "--run",
      required = true,
      paramLabel = "DIR",
      description = "Folder of a finished run, or its output folder for the newest one.")
  private String folder;

  @Mixin private TableKeyOption key;

  /** The run. */
  CommittedRun open() {
    return open(folder);
  }

  /** Another run whose tables are encrypted under the same key, if they are. */
  CommittedRun open(String folder) {
    Configuration hadoop = new Configuration();
    return CommittedRun.open(folder, hadoop, key.load(hadoop));
  }

  /** All tables of the run. */
  List<SummaryRows> tables() {
    return open().tables();
  }
}
