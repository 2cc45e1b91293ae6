package leakcensus.command;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.util.Utils;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Tells which options make a Java virtual machine write its memory to disk, or show it to others:
 * heap dumps, core dumps, error files (which quote the objects that registers point to), recordings
 * of events (which hold messages of exceptions), commands that it runs when it fails, and
 * debuggers.
 */
final class MemoryDumps {

  private static final String ERROR_FILE = "ErrorFile";
  private static final String CORE = "CreateCoredumpOnCrash";

  /** Off unless they are switched on. */
  private static final List<String> SWITCHES =
      List.of(
          "HeapDumpOnOutOfMemoryError",
          "HeapDumpBeforeFullGC",
          "HeapDumpAfterFullGC",
          "ErrorFileToStderr",
          "ErrorFileToStdout",
          CORE);

  /** Commands; to kill the process is harmless, and what Spark asks for on YARN. */
  private static final List<String> COMMANDS = List.of("OnError", "OnOutOfMemoryError");

  private static final Pattern KILL = Pattern.compile("kill (-\\w{1,9} )?%p;?");
  private static final String RECORDING = "StartFlightRecording";

  /** Files of further options, which are not seen from here. */
  private static final List<String> FILES = List.of("Flags", "VMOptionsFile");

  private static final Pattern FLAG =
      Pattern.compile("-XX:(?<sign>[+-]?)(?<name>\\w+)(?:[=:](?<value>.*))?", Pattern.DOTALL);

  private static final Pattern DOOR =
      Pattern.compile(
          "(?<door>-agentlib:jdwp|-Xrunjdwp|-Dcom\\.sun\\.management\\.jmxremote\\.port"
              + "|-Xdump:(?!none$)\\w{1,20}|@).*",
          Pattern.DOTALL);

  private static final Path LIMITS = Path.of("/proc/self/limits");
  private static final Pattern NO_CORE = Pattern.compile("(?m)^Max core file size\\s+0\\s");

  private MemoryDumps() {}

  /** The options of this virtual machine that do; what it cannot tell is off. */
  static Set<String> ofThisMachine() {
    HotSpotDiagnosticMXBean machine =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    Map<String, String> flags = new LinkedHashMap<>();
    for (String flag : flags()) {
      option(machine, flag)
          .filter(option -> !flag.equals(CORE) || isMeant(option))
          .ifPresent(option -> flags.put(flag, option.getValue()));
    }
    Set<String> found = new TreeSet<>(judge(flags));
    found.addAll(doors(ManagementFactory.getRuntimeMXBean().getInputArguments()));
    return found;
  }

  /** The options that do after these; of a flag that stands twice the last one counts. */
  static Set<String> ofOptions(String options) {
    List<String> all = CollectionConverters.asJava(Utils.splitCommandString(options));
    Map<String, String> flags = new LinkedHashMap<>();
    for (String option : all) {
      Matcher flag = FLAG.matcher(option);
      if (flag.matches()) {
        flags.put(flag.group("name"), value(flag));
      }
    }
    Set<String> found = new TreeSet<>(judge(flags));
    found.addAll(doors(all));
    return found;
  }

  private static List<String> flags() {
    List<String> flags = new ArrayList<>(SWITCHES);
    flags.addAll(COMMANDS);
    flags.addAll(List.of(ERROR_FILE, RECORDING));
    return flags;
  }

  private static String value(Matcher flag) {
    return switch (flag.group("sign")) {
      case "+" -> "true";
      case "-" -> "false";
      default -> Optional.ofNullable(flag.group("value")).orElse("true");
    };
  }

  private static List<String> judge(Map<String, String> flags) {
    List<String> found = new ArrayList<>();
    flags.forEach(
        (flag, value) -> {
          if (SWITCHES.contains(flag) && Boolean.parseBoolean(value)) {
            found.add("-XX:+" + flag);
          } else if (COMMANDS.contains(flag)
              && !value.isBlank()
              && !KILL.matcher(value.strip()).matches()) {
            found.add("-XX:" + flag);
          } else if (flag.equals(ERROR_FILE) && !value.isEmpty() && !value.equals("/dev/null")) {
            found.add("-XX:" + flag);
          } else if ((flag.equals(RECORDING) || FILES.contains(flag)) && !value.isEmpty()) {
            found.add("-XX:" + flag);
          }
        });
    return found;
  }

  private static List<String> doors(List<String> options) {
    return options.stream()
        .map(DOOR::matcher)
        .filter(Matcher::matches)
        .map(door -> door.group("door"))
        .toList();
  }

  /** Core dumps are on by default, but the system writes none where their size is limited to 0. */
  private static boolean isMeant(VMOption option) {
    return option.getOrigin() != VMOption.Origin.DEFAULT || !limitsCoresToNothing();
  }

  private static boolean limitsCoresToNothing() {
    try {
      return NO_CORE.matcher(Files.readString(LIMITS, StandardCharsets.UTF_8)).find();
    } catch (IOException noSuchFile) {
      return false;
    }
  }

  private static Optional<VMOption> option(HotSpotDiagnosticMXBean machine, String flag) {
    try {
      return Optional.of(machine.getVMOption(flag));
    } catch (IllegalArgumentException noSuchFlag) {
      return Optional.empty();
    }
  }
}
