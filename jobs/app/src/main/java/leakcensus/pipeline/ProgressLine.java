package leakcensus.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says in one line how far a step is, and nothing of what cannot be known. */
final class ProgressLine {

  private static final int SECONDS_PER_MINUTE = 60;
  private static final int MINUTES_PER_HOUR = 60;
  private static final double BYTES_PER_MEGABYTE = 1e6;

  /** Before these two are reached, the time that is left would be guessed from too little. */
  private static final double LEAST_SECONDS = 5;

  private static final double LEAST_RATIO = 0.01;

  private ProgressLine() {}

  /** The line. */
  static String of(Standing standing) {
    List<String> parts = new ArrayList<>();
    if (standing.isReading() && standing.read().bytes() < standing.read().bytesExpected()) {
      addReading(standing, parts);
    } else {
      if (standing.tasks() > 0) {
        parts.add(format("%,d of %,d tasks", standing.tasksDone(), standing.tasks()));
      }
      parts.add(format("%s so far", duration(standing.seconds())));
    }
    return label(standing) + ": " + String.join(", ", parts);
  }

  private static String label(Standing standing) {
    return standing.number() == 0
        ? standing.step()
        : format("step %d of %d, %s", standing.number(), standing.steps(), standing.step());
  }

  private static void addReading(Standing standing, List<String> parts) {
    ReadSoFar read = standing.read();
    double ratio = read.ratio();
    String records =
        ratio >= LEAST_RATIO
            ? format("%,d of about %,d records", read.records(), rounded(read.records() / ratio))
            : format("%,d records", read.records());
    parts.add(
        format(
            "%s (%,.1f of %,.1f MB)",
            records, read.bytes() / BYTES_PER_MEGABYTE, read.bytesExpected() / BYTES_PER_MEGABYTE));
    if (read.quarantined() > 0) {
      parts.add(format("%,d in quarantine", read.quarantined()));
    }
    if (standing.recordsPerSecond() > 0) {
      parts.add(format("%,d records/s", standing.recordsPerSecond()));
    }
    if (ratio >= LEAST_RATIO && standing.readingSeconds() >= LEAST_SECONDS) {
      double left = standing.readingSeconds() * (1 - ratio) / ratio;
      parts.add("about %s until all is read".formatted(duration(left)));
    }
  }

  /** Two digits: more would claim to be known. */
  private static long rounded(double records) {
    double step = Math.pow(10, Math.max(0, Math.floor(Math.log10(Math.max(1, records))) - 1));
    return Math.round(Math.round(records / step) * step);
  }

  private static String duration(double seconds) {
    long whole = Math.round(seconds);
    if (whole < SECONDS_PER_MINUTE) {
      return format("%d s", whole);
    }
    long minutes = Math.round(seconds / SECONDS_PER_MINUTE);
    return minutes < MINUTES_PER_HOUR
        ? format("%d min", minutes)
        : format("%d h %d min", minutes / MINUTES_PER_HOUR, minutes % MINUTES_PER_HOUR);
  }

  private static String format(String pattern, Object... arguments) {
    return String.format(Locale.ROOT, pattern, arguments);
  }
}
