package leakcensus.testing;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A virtual machine of its own that runs the finished jar on the Spark home that Maven assembles.
 *
 * @param code the exit code
 * @param lines what it wrote on both standard streams, but for progress
 */
public record JarProcess(int code, List<String> lines) {

  /** Folder with the jars of Spark. */
  public static final Path SPARK_HOME = Path.of("target/spark-home").toAbsolutePath();

  /** The finished jar, then the classes of the tests. */
  public static final String CLASS_PATH =
      Path.of("target/leak-census.jar").toAbsolutePath()
          + ":"
          + Path.of("target/test-classes").toAbsolutePath();

  public JarProcess {
    lines = List.copyOf(lines);
  }

  /** Runs a main class to its end. */
  public static JarProcess run(List<String> javaOptions, String mainClass, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // What Spark needs of this Java, it needs there too.
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("--add-opens") || option.startsWith("-XX:"))
        .forEach(command::add);
    command.add("-Dlog4j2.configurationFile=" + Path.of("../../conf/spark/log4j2.properties"));
    command.addAll(javaOptions);
    command.addAll(List.of("-cp", CLASS_PATH + ":" + SPARK_HOME + "/jars/*", mainClass));
    command.addAll(List.of(arguments));

    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.environment().put("SPARK_HOME", SPARK_HOME.toString());
    // Without it Spark looks for the folders of its own source tree.
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new JarProcess(
        process.waitFor(), text.lines().filter(line -> !line.startsWith("leak-census: ")).toList());
  }
}
