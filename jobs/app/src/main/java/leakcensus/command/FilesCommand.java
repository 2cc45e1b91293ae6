package leakcensus.command;

import java.util.concurrent.Callable;
import leakcensus.spark.write.PrivateFileList;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the paths behind the file ids of a run. */
@Command(
    name = "files",
    mixinStandardHelpOptions = true,
    description = {
      "Lists file id, source and path of each file of a run, separated by tabs.",
      "",
      "Messages and tables name files by id only, since paths can hold leaked values. The list",
      "is readable for the owner of the run alone.",
      ""
    },
    footer = {"", "Example:", "  leak-census files --run leak-census-out", ""})
public final class FilesCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--run",
      required = true,
      paramLabel = "DIR",
      description =
          "Folder of a run, even one that was refused and is gone, or its output folder for the newest.")
  private String folder;

  @Override
  public Integer call() {
    spec.commandLine().getOut().print(PrivateFileList.read(folder, new Configuration()));
    spec.commandLine().getOut().flush();
    return 0;
  }
}
