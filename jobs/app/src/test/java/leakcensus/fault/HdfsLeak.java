package leakcensus.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import leakcensus.Tool;
import leakcensus.pipeline.CensusRun;
import leakcensus.pipeline.Progress;
import leakcensus.testing.MadeUpLeak;
import org.apache.spark.sql.SparkSession;

/** A made-up leak that lies in HDFS, and its configuration, which lies on this machine. */
final class HdfsLeak {

  static final String FOLDER = "/leak";

  private final SparkSession spark;
  private final Path folder;

  private HdfsLeak(SparkSession spark, Path folder) {
    this.spark = spark;
    this.folder = folder;
  }

  /** Copies a leak into HDFS. */
  static HdfsLeak of(SparkSession spark, MadeUpLeak leak, SmallHdfs hdfs) throws IOException {
    hdfs.copy(leak.folder(), FOLDER);
    Path folder = Files.createDirectories(leak.folder().resolveSibling("in-hdfs"));
    Files.writeString(
        folder.resolve("sources.conf"),
        Files.readString(leak.folder().resolve("sources.conf"))
            .replace("files = [\"", "files = [\"" + hdfs.uri(FOLDER + "/")));
    return new HdfsLeak(spark, folder);
  }

  /** How a census reads it. */
  Path configuration() {
    return folder.resolve("sources.conf");
  }

  /** Counts it, into a folder of any file system. */
  CensusRun count(String output, Progress progress, String... settings) {
    List<String> all = new ArrayList<>(List.of(settings));
    all.add("output.path=%s".formatted(output));
    return MadeUpLeak.count(spark, folder, folder, progress, all.toArray(new String[0]));
  }

  /** The same as a command. */
  Tool.Outcome census(String output, String... more) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("census", "--config", configuration().toString()));
    arguments.addAll(List.of("--set", "output.path=%s".formatted(output)));
    arguments.addAll(List.of(more));
    return Tool.run(arguments.toArray(new String[0]));
  }
}
