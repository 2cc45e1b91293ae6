package leakcensus.canary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * One run of bin/leak-census as a process of its own. Whatever it leaves lies in one folder:
 * standard output and error, scratch space, temporary files, event log, and its working folder.
 */
final class LauncherRun {

  private static final Path LAUNCHER = Path.of("../../bin/leak-census").toAbsolutePath();

  private final Path folder;
  private final List<String> command = new ArrayList<>();
  private final Map<String, String> environment;

  /**
   * A run.
   *
   * @param folder where everything goes
   * @param environment variables beside those of this process
   * @param arguments what follows the launcher's name
   */
  LauncherRun(Path folder, Map<String, String> environment, String... arguments)
      throws IOException {
    this.folder = folder;
    this.environment = Map.copyOf(environment);
    command.add(LAUNCHER.toString());
    command.addAll(Arrays.asList(arguments));
    for (String name : List.of("here", "temporary", "scratch", "events")) {
      Files.createDirectories(folder.resolve(name));
    }
  }

  /** The same run on Spark, with an event log. */
  LauncherRun onSpark(String... settings) {
    command.addAll(List.of("--master", "local[2]", "--driver-memory", "1g"));
    command.addAll(List.of("--driver-java-options", "-Djava.io.tmpdir=" + path("temporary")));
    addSetting("spark.local.dir=" + path("scratch"));
    addSetting("spark.eventLog.enabled=true");
    addSetting("spark.eventLog.dir=" + path("events").toUri());
    Arrays.asList(settings).forEach(this::addSetting);
    return this;
  }

  /** Runs to the end; the exit code. */
  int run() throws IOException, InterruptedException {
    return start().waitFor();
  }

  /** Begins the run. The launcher becomes the Java process, so that killing it kills the run. */
  Process start() throws IOException {
    ProcessBuilder launcher =
        new ProcessBuilder(command)
            .directory(path("here").toFile())
            .redirectOutput(path("stdout").toFile())
            .redirectError(path("stderr").toFile());
    launcher.environment().keySet().removeIf(name -> name.startsWith("SPARK_"));
    launcher.environment().remove("LEAK_CENSUS_MASTER");
    launcher.environment().remove("LEAK_CENSUS_PROPERTIES");
    launcher.environment().putAll(environment);
    return launcher.start();
  }

  /** One of the things that the run leaves. */
  Path path(String name) {
    return folder.resolve(name);
  }

  String output() throws IOException {
    return Files.readString(path("stdout"));
  }

  String errors() throws IOException {
    return Files.readString(path("stderr"));
  }

  private void addSetting(String setting) {
    command.addAll(List.of("--conf", setting));
  }
}
