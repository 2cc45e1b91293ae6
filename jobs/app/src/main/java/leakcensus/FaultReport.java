package leakcensus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import leakcensus.pipeline.ExitCode;
import leakcensus.pipeline.WithoutValues;
import leakcensus.visible.LineEnds;
import leakcensus.visible.VisibleText;

/**
 * Says what went wrong without a leaked value.
 *
 * <p>Only the messages of our own faults are shown. A message from elsewhere can hold what stood in
 * the leak (a failed number conversion quotes its input), so of such a fault only class names and
 * stack frames remain.
 */
final class FaultReport {

  /** Spark copies the executor's stack trace into the text of its own message. */
  private static final Pattern FRAME_IN_MESSAGE =
      Pattern.compile(
          "^[ \\t]++at ([\\w.$/@]+\\.[\\w$<>]+\\((?:[\\w$]+\\.(?:java|scala)(?::\\d+)?|Native"
              + " Method|Unknown Source)\\))\\r"
              + "?$",
          Pattern.MULTILINE);

  private FaultReport() {}

  static List<String> lines(Throwable fault) {
    if (ExitCode.of(fault) != ExitCode.INTERNAL || fault instanceof WithoutValues) {
      return List.of(sentence(fault));
    }

    List<String> lines = new ArrayList<>();
    lines.add("Internal fault: " + fault.getClass().getName());
    addFrames(fault, lines);

    Set<Throwable> reported = Collections.newSetFromMap(new IdentityHashMap<>());
    reported.add(fault);
    Optional<Throwable> cause = Optional.ofNullable(fault.getCause());
    while (cause.isPresent() && reported.add(cause.get())) {
      lines.add("Caused by: " + cause.get().getClass().getName());
      addFrames(cause.get(), lines);
      cause = cause.map(Throwable::getCause);
    }

    lines.add("The messages of these faults are left out, since they can hold leaked values.");
    return lines;
  }

  /** A message on one line; without one, the name of the fault. */
  static String sentence(Throwable fault) {
    return Optional.ofNullable(fault.getMessage())
        .map(message -> VisibleText.of(LineEnds.joined(message.strip())))
        .orElse(fault.getClass().getName());
  }

  private static void addFrames(Throwable fault, List<String> lines) {
    for (StackTraceElement frame : fault.getStackTrace()) {
      lines.add("    at " + frame);
    }

    String message = Optional.ofNullable(fault.getMessage()).orElse("");
    FRAME_IN_MESSAGE
        .matcher(message)
        .results()
        .map((MatchResult frame) -> "    on the executor at " + frame.group(1))
        .forEach(lines::add);
  }
}
