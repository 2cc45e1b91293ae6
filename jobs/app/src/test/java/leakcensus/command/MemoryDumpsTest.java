package leakcensus.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryDumpsTest {

  @TempDir private Path folder;

  /** Each option, and what of it the message tells: never its value, which can be a path. */
  private static final String DUMPING =
      """
      -XX:+HeapDumpOnOutOfMemoryError                  | -XX:+HeapDumpOnOutOfMemoryError
      -XX:+HeapDumpBeforeFullGC                        | -XX:+HeapDumpBeforeFullGC
      -XX:+HeapDumpAfterFullGC                         | -XX:+HeapDumpAfterFullGC
      -XX:+CreateCoredumpOnCrash                       | -XX:+CreateCoredumpOnCrash
      -XX:+ErrorFileToStderr                           | -XX:+ErrorFileToStderr
      -XX:+ErrorFileToStdout                           | -XX:+ErrorFileToStdout
      -XX:ErrorFile=hs_err_pid%p.log                   | -XX:ErrorFile
      -XX:OnOutOfMemoryError="touch dumped"             | -XX:OnOutOfMemoryError
      -XX:OnError="touch dumped;kill %p"                   | -XX:OnError
      -XX:StartFlightRecording                         | -XX:StartFlightRecording
      -XX:StartFlightRecording=filename=x.jfr          | -XX:StartFlightRecording
      -XX:StartFlightRecording:filename=x.jfr          | -XX:StartFlightRecording
      -agentlib:jdwp=transport=dt_socket,server=y      | -agentlib:jdwp
      -Dcom.sun.management.jmxremote.port=7091         | -Dcom.sun.management.jmxremote.port
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          DUMPING
              + """
              -Xrunjdwp:transport=dt_socket | -Xrunjdwp
              -Xdump:heap:events=user       | -Xdump:heap
              -XX:Flags=x                   | -XX:Flags
              -XX:VMOptionsFile=x           | -XX:VMOptionsFile
              @options                      | @
              """)
  void findsWhatWritesMemoryToDisk(String option, String told) {
    assertThat(MemoryDumps.ofOptions("-Xmx1g " + option + " -Da=b")).containsExactly(told);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-Xmx4g -XX:+UseG1GC -Xlog:gc -Da=b",
        "-XX:HeapDumpPath=/x",
        "-XX:-HeapDumpOnOutOfMemoryError -XX:-CreateCoredumpOnCrash -XX:ErrorFile=/dev/null",
        "-XX:+HeapDumpOnOutOfMemoryError -XX:-HeapDumpOnOutOfMemoryError",
        "-XX:ErrorFile=x -XX:ErrorFile=/dev/null",
        "-XX:OnOutOfMemoryError='kill %p'",
        "-XX:OnOutOfMemoryError=\"kill -9 %p\" -XX:+ExitOnOutOfMemoryError",
        "-Xdump:none",
        "-Dx=-XX:+HeapDumpOnOutOfMemoryError",
        "-Dmail=a@b"
      })
  void letsOtherOptionsPass(String options) {
    assertThat(MemoryDumps.ofOptions(options)).isEmpty();
  }

  @Test
  void findsNoneInThisMachine() {
    assertThat(MemoryDumps.ofThisMachine()).isEmpty();
  }

  @Test
  void findsTheSameInAMachineThatRunsWithThem() throws Exception {
    assertThat(startedWith(options(), "")).containsExactlyInAnyOrderElementsOf(told());
  }

  @Test
  void findsWhatTheEnvironmentSwitchesOn() throws Exception {
    assertThat(
            startedWith(
                List.of(), "-XX:+HeapDumpOnOutOfMemoryError -XX:OnError=\"touch dumped;kill %p\""))
        .containsExactlyInAnyOrder("-XX:+HeapDumpOnOutOfMemoryError", "-XX:OnError");
  }

  @Test
  void findsNoneInAMachineThatRunsWithoutThem() throws Exception {
    assertThat(startedWith(List.of("-XX:OnOutOfMemoryError=kill -9 %p"), "")).isEmpty();
  }

  /** All of them, without quotes; no port but one that the system chooses. */
  private static List<String> options() {
    return dumping()
        .map(line -> line.split(" +\\|")[0].replace("\"", ""))
        .map(option -> option.replace("server=y", "server=y,suspend=n,address=127.0.0.1:0"))
        .map(option -> option.replace("port=7091", "port=0"))
        .toList();
  }

  private static Set<String> told() {
    return dumping().map(line -> line.split("\\| ")[1]).collect(Collectors.toSet());
  }

  /** A virtual machine writes its errors to one of both streams. */
  private static Stream<String> dumping() {
    return DUMPING.lines().filter(line -> !line.contains("ErrorFileToStderr"));
  }

  private List<String> startedWith(List<String> options, String toolOptions)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -c 0; exec \"$@\"", "sh"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-Xlog:disable"));
    command.addAll(
        List.of(
            "-Dcom.sun.management.jmxremote.host=127.0.0.1",
            "-Dcom.sun.management.jmxremote.authenticate=false",
            "-Dcom.sun.management.jmxremote.ssl=false"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Dumps.class.getName()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("JAVA_TOOL_OPTIONS", toolOptions);
    builder.directory(folder.toFile());
    Path errors = folder.resolve("errors");
    builder.redirectError(errors.toFile());
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
    return output
        .lines()
        .filter(line -> line.startsWith("found "))
        .map(line -> line.substring("found ".length()))
        .toList();
  }

  /** Prints what it finds in its own virtual machine. */
  static final class Dumps {

    private Dumps() {}

    public static void main(String[] arguments) {
      MemoryDumps.ofThisMachine().forEach(found -> System.out.println("found " + found));
    }
  }
}
