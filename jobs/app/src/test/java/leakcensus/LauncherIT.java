package leakcensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What bin/leak-census hands to Java, seen by a stand-in for Java that prints its arguments. */
class LauncherIT {

  private static final Path LAUNCHER = Path.of("../../bin/leak-census").toAbsolutePath();
  private static final Path SPARK_HOME = Path.of("target/spark-home").toAbsolutePath();
  private static final String SUBMIT = "org.apache.spark.deploy.SparkSubmit";

  @TempDir private Path folder;

  private record Outcome(int code, List<String> output) {

    List<String> after(String argument) {
      return output.subList(output.indexOf(argument) + 1, output.size());
    }
  }

  @BeforeEach
  void installJava() throws IOException {
    install("17.0.1");
  }

  @Test
  void tellsOptionsOfSparkFromThoseOfTheTool() throws Exception {
    Outcome outcome =
        launch("--conf", "a=b c", "census", "--config", "run.conf", "--name=me", "--set", "x=1");

    List<String> submit = outcome.after(SUBMIT);
    assertThat(submit)
        .containsSubsequence("--conf", "a=b c", "--name", "me", "--class", "leakcensus.Main")
        .endsWith("census", "--config", "run.conf", "--set", "x=1");
  }

  @Test
  void leavesEverythingBehindTwoDashesToTheTool() throws Exception {
    assertThat(launch("census", "--", "--master", "x").after(SUBMIT))
        .containsSequence("--master", "local[*]")
        .endsWith("census", "--", "--master", "x");
  }

  @Test
  void putsTheConfigurationOfTheUserLast() throws Exception {
    assertThat(launch("census", "--conf", "spark.sql.session.timeZone=CET").after(SUBMIT))
        .containsSubsequence("spark.sql.session.timeZone=UTC", "spark.sql.session.timeZone=CET");
  }

  @Test
  void leavesOutWhatTheFileOfTheUserSets() throws Exception {
    Path properties = folder.resolve("my own.properties");
    Files.writeString(
        properties,
        "# mine\nspark.ui.enabled: true\n spark.driver.memory = 1500m\nspark.master local[1]");

    Outcome outcome = launch("census", "--properties-file", properties.toString());

    assertThat(outcome.output()).contains("-Xmx1500m");
    assertThat(outcome.after(SUBMIT))
        .contains("spark.io.encryption.enabled=true", "local[1]")
        .doesNotContain("spark.ui.enabled=false", "local[*]");
  }

  @Test
  void startsTheDriverWithItsMemoryAndOptions() throws Exception {
    Outcome outcome =
        launch("census", "--driver-memory", "3g", "--driver-java-options", "-Da=\"b c\" -Dd=e");

    assertThat(outcome.output().subList(0, outcome.output().indexOf(SUBMIT)))
        .contains("-Xmx3g", "-Da=b c", "-Dd=e", "-XX:-HeapDumpOnOutOfMemoryError");
  }

  @Test
  void keepsLocalDefaultsFromOtherMasters() throws Exception {
    assertThat(launch("census", "--master", "spark://127.0.0.1:7077").after(SUBMIT))
        .containsSequence("--master", "spark://127.0.0.1:7077")
        .doesNotContain("spark.authenticate=true", "spark.driver.host=127.0.0.1");
  }

  @Test
  void startsNoSparkForCommandsThatNeedNone() throws Exception {
    assertThat(launch("estimate", "--counts", "f.csv").after("leakcensus.Main"))
        .containsExactly("estimate", "--counts", "f.csv");
    assertThat(launch("census", "--master", "local[2]", "--help").after("leakcensus.Main"))
        .containsExactly("census", "--help");
    assertThat(launch().output()).endsWith("leakcensus.Main").doesNotContain(SUBMIT);
  }

  @Test
  void endsWithTheCodeOfTheTool() throws Exception {
    Files.writeString(folder.resolve("bin/java"), "#!/bin/sh\nexit 3\n");

    assertThat(launch("census").code()).isEqualTo(3);
    assertThat(launch("estimate").code()).isEqualTo(3);
  }

  @Test
  void refusesAnOldJava() throws Exception {
    install("11.0.2");

    Outcome outcome = launch("census");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.output())
        .containsExactly(
            "leak-census: Invalid Java: 11 (must be 17 or newer). Set JAVA_HOME to one that is.");
  }

  @Test
  void refusesAnOptionWithoutItsValue() throws Exception {
    Outcome outcome = launch("census", "--master");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.output())
        .containsExactly(
            "leak-census: Missing value: --master. Give one, or see leak-census --help.");
  }

  private void install(String version) throws IOException {
    Path java = folder.resolve("bin/java");
    Files.createDirectories(java.getParent());
    Files.writeString(folder.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
  }

  private Outcome launch(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder launcher = new ProcessBuilder(command).redirectErrorStream(true);
    launcher.environment().keySet().removeAll(List.of("LEAK_CENSUS_MASTER", "SPARK_CONF_DIR"));
    launcher
        .environment()
        .putAll(Map.of("JAVA_HOME", folder.toString(), "SPARK_HOME", SPARK_HOME.toString()));

    Process process = launcher.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), output.lines().toList());
  }
}
