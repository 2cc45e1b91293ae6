package leakcensus.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One run of bin/leak-census as a process of its own. Whatever it leaves lies in one folder:
 * standard output and error, scratch space, temporary files, event log, and its working folder.
 */
public final class LauncherRun {

  private static final Path HOME = Path.of("../..").toAbsolutePath().normalize();
  private static final int MOST_QUESTIONS = 6000;
  private static final int QUESTION_MILLIS = 20;

  private final Path folder;
  private final List<String> command = new ArrayList<>();

  /** Something that a run does sooner or later. */
  @FunctionalInterface
  public interface Moment {

    /** Whether it has happened. */
    boolean hasCome() throws IOException;
  }

  /**
   * A run.
   *
   * @param folder where everything goes
   * @param arguments what follows the launcher's name
   */
  LauncherRun(Path folder, String... arguments) throws IOException {
    this.folder = folder;
    command.add(HOME.resolve("bin/leak-census").toString());
    command.addAll(Arrays.asList(arguments));
    for (String name : List.of("here", "temporary", "scratch", "events")) {
      Files.createDirectories(folder.resolve(name));
    }
  }

  /** A census whose output lies in {@code out}. */
  public static LauncherRun census(Path folder, Path configuration, String... more)
      throws IOException {
    LauncherRun census = new LauncherRun(folder, "census", "--config", configuration.toString());
    census.command.addAll(List.of("--set", "output.path=" + folder.resolve("out")));
    census.command.addAll(Arrays.asList(more));
    return census;
  }

  /** A command on a finished run. */
  public static LauncherRun onRun(Path folder, Path output, String command, String... more)
      throws IOException {
    LauncherRun run = new LauncherRun(folder, command, "--run", output.toString());
    run.command.addAll(Arrays.asList(more));
    return run;
  }

  /** The same run on this machine. */
  public LauncherRun onSpark(String... settings) {
    command.addAll(List.of("--master", "local[2]"));
    return onAnySpark(settings);
  }

  /** The same run on a cluster that somebody has started, with what the privacy gate asks for. */
  public LauncherRun onMaster(String master, String... settings) {
    command.addAll(List.of("--master", master));
    addSetting("spark.authenticate=true");
    addSetting("spark.authenticate.secret=of-a-test");
    addSetting("spark.network.crypto.enabled=true");
    addSetting("spark.io.encryption.enabled=true");
    addSetting("spark.driver.host=127.0.0.1");
    addSetting("spark.driver.bindAddress=127.0.0.1");
    return onAnySpark(settings);
  }

  /** The same run on a cluster of its own, whose logs, work and scratch go to {@code cluster}. */
  public LauncherRun onTwoWorkers(String... settings) throws IOException {
    return onCluster(List.of("--memory", "1024"), settings);
  }

  /** The same with a cluster that is told how to be. */
  public LauncherRun onCluster(List<String> options, String... settings) throws IOException {
    List<String> cluster = new ArrayList<>();
    cluster.add(HOME.resolve("bench/two-workers").toString());
    cluster.addAll(List.of("--keep", path("cluster").toString()));
    cluster.addAll(options);
    cluster.add("--");
    command.addAll(0, cluster);
    Path temporary = Files.createDirectories(path("cluster/temporary"));
    // Executors have Spark's own log settings then, as they do on most clusters.
    addSetting("spark.executor.extraJavaOptions=-Djava.io.tmpdir=" + temporary);
    return onAnySpark(settings);
  }

  /** The same run as the last words of another command. */
  public LauncherRun inside(String... command) {
    this.command.addAll(0, List.of(command));
    return this;
  }

  /** Runs to the end; the exit code. */
  public int run() throws IOException, InterruptedException {
    return start().waitFor();
  }

  /** Begins the run. The launcher becomes the Java process, so that killing it kills the run. */
  public Process start() throws IOException {
    ProcessBuilder launcher =
        new ProcessBuilder(command)
            .directory(path("here").toFile())
            .redirectOutput(path("stdout").toFile())
            .redirectError(path("stderr").toFile());
    launcher.environment().keySet().removeIf(name -> name.startsWith("SPARK_"));
    launcher.environment().remove("LEAK_CENSUS_MASTER");
    launcher.environment().remove("LEAK_CENSUS_PROPERTIES");
    return launcher.start();
  }

  /** Waits for a moment of a run that has begun. */
  public void await(Process process, Moment moment) throws IOException, InterruptedException {
    for (int question = 0; !moment.hasCome(); question++) {
      boolean ended = process.waitFor(QUESTION_MILLIS, TimeUnit.MILLISECONDS);
      assertThat(ended || question == MOST_QUESTIONS).as("%s", errors()).isFalse();
    }
  }

  /** Runs up to a moment, and kills what runs then; it has no time to clean up. */
  public void killAt(Moment moment) throws IOException, InterruptedException {
    Process process = start();
    await(process, moment);
    process.destroyForcibly().waitFor();
  }

  /** The shuffle files that Spark has written and not removed. */
  public List<Path> spilled() throws IOException {
    List<Path> spilled = new ArrayList<>();
    Files.walkFileTree(folder, new ShuffleFiles(spilled));
    return spilled;
  }

  /** The number of a process of the cluster, such as {@code master} or {@code worker-1}. */
  public long pid(String process) throws IOException {
    String start = process + " pid=";
    return Files.readAllLines(path("cluster/processes")).stream()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length(), line.indexOf(" log=")))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElseThrow();
  }

  /** One of the things that the run leaves. */
  public Path path(String name) {
    return folder.resolve(name);
  }

  public String output() throws IOException {
    return Files.readString(path("stdout"));
  }

  public String errors() throws IOException {
    return Files.readString(path("stderr"));
  }

  private LauncherRun onAnySpark(String... settings) {
    command.addAll(List.of("--driver-memory", "1g"));
    command.addAll(List.of("--driver-java-options", "-Djava.io.tmpdir=" + path("temporary")));
    addSetting("spark.local.dir=" + path("scratch"));
    addSetting("spark.eventLog.enabled=true");
    addSetting("spark.eventLog.dir=" + path("events").toUri());
    Arrays.asList(settings).forEach(this::addSetting);
    return this;
  }

  private void addSetting(String setting) {
    command.addAll(List.of("--conf", setting));
  }

  /** Finds shuffle files while Spark makes, renames and removes others. */
  private static final class ShuffleFiles extends SimpleFileVisitor<Path> {

    private final List<Path> found;

    private ShuffleFiles(List<Path> found) {
      this.found = found;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (file.getFileName().toString().matches("shuffle_.*[.]data")) {
        found.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException fault) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, IOException fault) {
      return FileVisitResult.CONTINUE;
    }
  }
}
