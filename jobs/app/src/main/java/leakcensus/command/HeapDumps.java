package leakcensus.command;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells which flags make a Java virtual machine write its memory to disk. */
final class HeapDumps {

  private static final List<String> FLAGS =
      List.of("HeapDumpOnOutOfMemoryError", "HeapDumpBeforeFullGC", "HeapDumpAfterFullGC");

  private static final Pattern FLAG = Pattern.compile("-XX:([+-])(\\w+)");

  private HeapDumps() {}

  /** The flags that are on in this virtual machine; what it cannot tell is off. */
  static Set<String> ofThisMachine() {
    HotSpotDiagnosticMXBean machine =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    Set<String> found = new TreeSet<>();
    for (String flag : FLAGS) {
      if (isOn(machine, flag)) {
        found.add(flag);
      }
    }
    return found;
  }

  /** The flags that are on after these options; of a flag that stands twice the last one counts. */
  static Set<String> ofOptions(String options) {
    Set<String> found = new TreeSet<>();
    Matcher flags = FLAG.matcher(options);
    while (flags.find()) {
      if (flags.group(1).equals("-")) {
        found.remove(flags.group(2));
      } else if (FLAGS.contains(flags.group(2))) {
        found.add(flags.group(2));
      }
    }
    return found;
  }

  private static boolean isOn(HotSpotDiagnosticMXBean machine, String flag) {
    try {
      return Boolean.parseBoolean(machine.getVMOption(flag).getValue());
    } catch (IllegalArgumentException noSuchFlag) {
      return false;
    }
  }
}
